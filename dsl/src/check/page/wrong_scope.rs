//! `wrong-scope`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "wrong-scope",
    severity: Severity::Error,
    summary: "A resource where Azure does not keep its type, or where it cannot be read.",
    why: "Some types live in a subscription, under a parent or on another resource. What the compiler refuses cannot be allowed.",
    help: "move it to a graph of the scope that its type knows, or say which resource it is under or on",
    constant: Some("Check::WRONG_SCOPE"),
    wrong: example!("wrong_scope.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "account");
        raw("Microsoft.Storage/storageAccounts/blobServices@2026-09-01", "default").add(g, "blobs");
    }),
    right: example!("wrong_scope.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let account = raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "account");
        raw("Microsoft.Storage/storageAccounts/blobServices@2026-09-01", "default").child_of(&account).add(g, "blobs");
    }),
});

//! `value-not-allowed`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "value-not-allowed",
    severity: Severity::Error,
    summary: "A text that is none of those that the property takes.",
    why: "Azure refuses the resource when the deployment reaches it, after others have been made.",
    help: "use one of the values that it takes",
    constant: Some("Check::VALUE_NOT_ALLOWED"),
    wrong: example!("value_not_allowed.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .property("properties.networkAcls.defaultAction", "Block")
            .add(g, "account");
    }),
    right: example!("value_not_allowed.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .property("properties.networkAcls.defaultAction", "Deny")
            .add(g, "account");
    }),
});

//! `missing-property`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "missing-property",
    severity: Severity::Error,
    summary: "A property that Azure requires, and that is not set.",
    why: "Azure refuses the resource when the deployment reaches it, after others have been made.",
    help: "set it",
    constant: Some("Check::MISSING_PROPERTY"),
    wrong: example!("missing_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .add(g, "account");
    }),
    right: example!("missing_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", &*location)
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "account");
    }),
});

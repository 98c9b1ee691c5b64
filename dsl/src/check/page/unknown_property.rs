//! `unknown-property`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unknown-property",
    severity: Severity::Error,
    summary: "A property that Azure's data does not have.",
    why: "Azure ignores most properties that it does not know: what was asked for does not happen, and nobody is told.",
    help: "correct the name, or set it where it belongs",
    constant: Some("Check::UNKNOWN_PROPERTY"),
    wrong: example!("unknown_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicas", 2)
            .add(g, "search");
    }),
    right: example!("unknown_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicaCount", 2)
            .add(g, "search");
    }),
});

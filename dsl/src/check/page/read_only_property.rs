//! `read-only-property`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "read-only-property",
    severity: Severity::Error,
    summary: "A property that can only be read, and that is set.",
    why: "Azure sets it: the value given is ignored or refused.",
    help: "take it out: Azure sets it",
    constant: Some("Check::READ_ONLY_PROPERTY"),
    wrong: example!("read_only_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.status", "running")
            .add(g, "search");
    }),
    right: example!("read_only_property.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .add(g, "search");
    }),
});

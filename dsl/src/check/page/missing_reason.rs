//! `missing-reason`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "missing-reason",
    severity: Severity::Error,
    summary: "Something is allowed or suppressed without a reason.",
    why: "The reason is printed beside what it allows: without it, a reviewer cannot tell whether it is right.",
    help: "say in one sentence why: reviewers read it",
    constant: None,
    wrong: example!("missing_reason.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.preview", true)
            .allow(Check::UNKNOWN_PROPERTY, "")
            .add(g, "search");
    }),
    right: example!("missing_reason.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.preview", true)
            .allow(Check::UNKNOWN_PROPERTY, "in private preview")
            .add(g, "search");
    }),
});

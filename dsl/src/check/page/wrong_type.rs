//! `wrong-type`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "wrong-type",
    severity: Severity::Error,
    summary: "A value of another kind than the property takes: a text for a number.",
    why: "Azure refuses the resource when the deployment reaches it, after others have been made.",
    help: "give it a value of the kind that it takes",
    constant: Some("Check::WRONG_TYPE"),
    wrong: example!("wrong_type.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicaCount", "two")
            .add(g, "search");
    }),
    right: example!("wrong_type.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicaCount", 2)
            .add(g, "search");
    }),
});

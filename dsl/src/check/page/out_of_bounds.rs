//! `out-of-bounds`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "out-of-bounds",
    severity: Severity::Error,
    summary: "A text or list that is too short or too long, a number that is too small or too great, or a text of other characters.",
    why: "Azure refuses the resource when the deployment reaches it, after others have been made. Names that are made of params need bounds for these.",
    help: "keep to the bounds, and bound the params in it",
    constant: Some("Check::OUT_OF_BOUNDS"),
    wrong: example!("out_of_bounds.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicaCount", 13)
            .add(g, "search");
    }),
    right: example!("out_of_bounds.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("properties.replicaCount", 12)
            .add(g, "search");
    }),
});

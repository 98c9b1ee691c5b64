//! `unlikely-value`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unlikely-value",
    severity: Severity::Error,
    summary: "A text that is nearly, but not quite, one of the values that Azure's data knows.",
    why: "The list of values is open, so that the compiler says nothing; a typing error shows only when Azure refuses it.",
    help: "use the value that Azure's data knows, or allow it with the reason why it is right",
    constant: Some("Check::UNLIKELY_VALUE"),
    wrong: example!("unlikely_value.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("sku.name", "standart")
            .add(g, "search");
    }),
    right: example!("unlikely_value.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("sku.name", "standard")
            .add(g, "search");
    }),
});

//! `unknown-type`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unknown-type",
    severity: Severity::Error,
    summary: "A type or version of a resource that Azure's data does not have.",
    why: "Azure refuses a type that it does not know, and nothing else about the resource can be checked.",
    help: "correct the type or the version; `cargo run -p typegen -- list FILTER` searches them",
    constant: Some("Check::UNKNOWN_TYPE"),
    wrong: example!("unknown_type.rs", |g| {
        raw("Microsoft.Network/privateDnsZone@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "zone");
    }),
    right: example!("unknown_type.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "zone");
    }),
});

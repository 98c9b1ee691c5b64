//! `loop-name`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "loop-name",
    severity: Severity::Error,
    summary: "A resource has the same name for every item of its loop.",
    why: "Azure would deploy one resource several times at once, and whichever ends last wins.",
    help: "make the item or its position a part of the name",
    constant: None,
    wrong: example!("loop_name.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("name", &names, |g, _, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
                .property("location", "global")
                .add(g, "zone")
        });
    }),
    right: example!("loop_name.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("name", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name + ".internal")
                .property("location", "global")
                .add(g, "zone")
        });
    }),
});

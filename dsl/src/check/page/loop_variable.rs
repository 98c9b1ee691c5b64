//! `loop-variable`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "loop-variable",
    severity: Severity::Error,
    summary: "The variable of a loop is no identifier, or hides what is declared under its name.",
    why: "Inside the loop, Bicep could no longer name what is hidden.",
    help: "give one of them another name: letters, digits and `_`, with a letter first",
    constant: None,
    wrong: example!("loop_variable.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("names", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name + ".internal")
                .property("location", "global")
                .add(g, "zone")
        });
    }),
    right: example!("loop_variable.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("name", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name + ".internal")
                .property("location", "global")
                .add(g, "zone")
        });
    }),
});

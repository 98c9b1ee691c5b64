//! `nested-loop`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{DeploymentScope, ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "nested-loop",
    severity: Severity::Error,
    summary: "A resource stands in a loop inside a loop.",
    why: "Bicep takes one loop around a resource.",
    help: "walk one list that holds all combinations, or put the inner loop into a module",
    constant: None,
    wrong: example!("nested_loop.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("name", &names, |g, name, _| {
            g.each("other", &names, |g, other, _| {
                raw("Microsoft.Network/privateDnsZones@2024-06-01", name + other)
                    .property("location", "global")
                    .add(g, "zone")
            })
        });
    }),
    right: example!("nested_loop.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        g.each("name", &names, |g, name, _| {
            g.module("zones", DeploymentScope, |g| {
                g.each("other", &names, |g, other, _| {
                    raw("Microsoft.Network/privateDnsZones@2024-06-01", name + "-" + other + ".internal")
                        .property("location", "global")
                        .add(g, "zone")
                });
            });
        });
    }),
});

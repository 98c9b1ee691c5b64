//! `loop-place`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::join;
use crate::graph::{Resource, ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "loop-place",
    severity: Severity::Error,
    summary: "A loop stands where Bicep takes none.",
    why: "Bicep takes a loop as the whole value of a var, an output or a property, and nowhere else.",
    help: "make it a var of its own: `g.var(…)`, or use the functions `map` and `filter`",
    constant: None,
    wrong: example!("loop_place.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        let zones = g.each("name", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, "zone")
        });
        let all = join(zones.map(Resource::name), ",");
        g.output("zoneNames", all).describe("Names of the zones.");
    }),
    right: example!("loop_place.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        let zones = g.each("name", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, "zone")
        });
        g.output("zoneNames", zones.map(Resource::name)).describe("Names of the zones.");
    }),
});

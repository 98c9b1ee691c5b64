//! `loop-element`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "loop-element",
    severity: Severity::Error,
    summary: "What a loop makes is referred to from outside as if it were one.",
    why: "A loop makes a list: Bicep asks which element is meant.",
    help: "use what `g.each(…)` returned: `.at(index)` is one of them, `.map(|it| …)` a value of each",
    constant: None,
    wrong: example!("loop_element.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        let mut first = None;
        g.each("name", &names, |g, name, _| {
            let zone =
                raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, "zone");
            first = Some(zone.id());
        });
        if let Some(id) = first {
            g.output("zoneId", id).describe("Id of a zone.");
        }
    }),
    right: example!("loop_element.rs", |g| {
        let names = g.param_of::<Vec<String>>("names").default(["a"]).describe("Names of the zones.");
        let zones = g.each("name", &names, |g, name, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, "zone")
        });
        g.output("zoneId", zones.at(0).id()).describe("Id of the first zone.");
    }),
});

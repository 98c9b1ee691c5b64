//! `module-cycle`: modules that, as files of their own, need values of each other.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::graph::{RawResource, ResourceBody, raw};
use crate::layout::{self, Layout};
use crate::scope::ResourceGroup;
use crate::value::Value;

pub(crate) const CHECK: Check = Check::new(&Page {
    id: "module-cycle",
    severity: Severity::Error,
    summary: "Modules that, as files of their own, need values of each other.",
    why: "A module is deployed as a whole, once everything that it takes is there. So none of these could be first, even where the resources in them could.",
    help: "move what one needs of the other into the same module, or out of both",
    constant: None,
    wrong: example!("module_cycle.rs", |g| {
        let etag_of_spoke = Value::<String>::new(Expr::Symbol("spokeZone".into()).member("etag"));
        let hub = g.module("hub", ResourceGroup::named("rg-hub"), |g| {
            zone("late.internal").property("tags.spoke", etag_of_spoke).add(g, "lateZone");
            zone("hub.internal").add(g, "hubZone")
        });
        g.module("spoke", ResourceGroup::named("rg-spoke"), |g| {
            zone("spoke.internal").property("tags.hub", hub.read("etag")).add(g, "spokeZone")
        });
    }),
    right: example!("module_cycle.rs", |g| {
        let hub = g.module("hub", ResourceGroup::named("rg-hub"), |g| zone("hub.internal").add(g, "hubZone"));
        let spoke = g.module("spoke", ResourceGroup::named("rg-spoke"), |g| {
            zone("spoke.internal").property("tags.hub", hub.read("etag")).add(g, "spokeZone")
        });
        g.module("late", ResourceGroup::named("rg-hub"), |g| {
            zone("late.internal").property("tags.spoke", spoke.read("etag")).add(g, "lateZone")
        });
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(layout::cycles(graph, Layout::Single));
}

fn zone(name: &'static str) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

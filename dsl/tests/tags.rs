//! Tags of a whole graph: which resources take them, and what counts where a resource has some of its own.

mod common;

use common::*;
use dsl::functions::resource_group;
use dsl::{DeploymentScope, Expr, Graph, Layout, Map, ResourceBody, ResourceGroup, raw, raw_existing};

const ZONE: &str = "Microsoft.Network/privateDnsZones@2024-06-01";
const LINK: &str = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01";

fn zone(name: &'static str) -> dsl::RawResource {
    raw(ZONE, name).property("location", "global")
}

#[test]
fn tags_reach_everything_that_has_them() {
    let mut g = Graph::<ResourceGroup>::new();
    let names = g.param_of::<Vec<String>>("names").describe("Names of the other zones.");
    let wanted = g.param_of::<bool>("wanted").describe("Whether there is a spare zone.");
    let more = g.param_of::<Map<String>>("more").describe("More tags.");
    let before = zone("before.internal").add(&mut g, "before");
    g.tags([("team", "network"), ("stage", "test")]);
    raw(LINK, "link")
        .child_of(&before)
        .property("location", "global")
        .property("properties.registrationEnabled", true)
        .property(
            "properties.virtualNetwork.id",
            raw_existing("Microsoft.Network/virtualNetworks@2026-03-01", "vnet").add(&mut g, "network").id(),
        )
        .nested()
        .add(&mut g, "link");
    raw("Microsoft.Network/privateDnsZones/TXT@2024-06-01", "note")
        .child_of(&before)
        .property("properties.ttl", 60)
        .add(&mut g, "withoutTags");
    zone("own.internal").property("tags.stage", "production").add(&mut g, "own");
    zone("param.internal").property("tags", &more).add(&mut g, "given");
    zone("none.internal").property("tags", Expr::object::<dsl::Key>([])).add(&mut g, "untagged");
    g.each("name", &names, |g, name, _| raw(ZONE, name).property("location", "global").add(g, "each"));
    g.when(&wanted, |g| zone("spare.internal").add(g, "spare"));
    assert_rendered("tags", &g);
}

#[test]
fn tags_of_a_module_are_for_that_module() {
    let mut g = Graph::<ResourceGroup>::new();
    let team = g.param("team").describe("Team that pays.");
    let tags = g.var("allTags", Map::<String>::new().with("team", &team)).describe("Tags of every resource.");
    g.tags(&tags);
    zone("outside.internal").add(&mut g, "outside");
    let stage = g.param("stage").default(resource_group().location()).describe("What it is for.");
    g.module("dns", DeploymentScope, |g| {
        g.tags([("stage", &stage), ("team", &stage)]);
        zone("inside.internal").add(g, "inside")
    });
    zone("later.internal").add(&mut g, "later");
    assert_files("tags-modules", &g, Layout::Modules);
    assert_rendered("tags-of-a-module", &g);
}

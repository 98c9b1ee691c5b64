//! Changes to resources that are in a graph already.

mod common;

use common::*;
use dsl::{Check, Graph, ResourceBody, ResourceGroup, raw, raw_existing};

const ZONE: &str = "Microsoft.Network/privateDnsZones@2024-06-01";

fn zone(name: &'static str) -> dsl::RawResource {
    raw(ZONE, name).property("location", "global")
}

#[test]
fn what_is_there_can_be_changed() {
    let mut g = Graph::<ResourceGroup>::new();
    let names = g.param_of::<Vec<String>>("names").describe("Names of the other zones.");
    g.tags([("team", "network")]);
    let parent = zone("contoso.internal").describe("The zone.").comment("As it was.").add(&mut g, "parent");
    let child = raw("Microsoft.Network/privateDnsZones/TXT@2024-06-01", "note")
        .child_of(&parent)
        .property("properties.ttl", 60)
        .nested()
        .add(&mut g, "note");
    let each = g.each("name", &names, |g, name, _| raw(ZONE, name).property("location", "global").add(g, "each"));
    let later = g.param("later").describe("Something that is declared later.");
    g.adjust(&parent, |it| it.property("tags.stage", "test").comment("And more."));
    g.adjust(&parent, |it| it.property("tags.cost", &later));
    g.adjust(&child, |it| it.property("properties.ttl", 300));
    g.adjust(&each.at(0), |it| {
        it.property("properties.note", 1).allow(Check::UNKNOWN_PROPERTY, "The test wants to see it.")
    });
    assert_rendered("adjust", &g);
}

#[test]
fn what_cannot_be_changed_is_told() {
    let text = findings(|g| {
        let mut other = Graph::<ResourceGroup>::new();
        let foreign = zone("foreign.internal").add(&mut other, "foreign");
        g.adjust(&foreign, |it| it.property("tags.stage", "test"));
        let there = raw_existing(ZONE, "there.internal").add(g, "there");
        g.adjust(&there, |it| it.property("tags.stage", "test"));
        g.output("thereId", there.id()).describe("Id of the zone.");
    });
    assert_snapshot("error-adjust", &text);
}

//! A scenario with several findings, whose lines a snapshot shows.

use dsl::{Check, Graph, ResourceBody, ResourceGroup, Scenario, raw};

pub(crate) fn scenario() -> Scenario {
    Scenario::new("wrong", build).describe("Is wrong.")
}

fn build(g: &mut Graph<ResourceGroup>) {
    g.param("prefix").describe("Nobody reads it.");
    let zone = || raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal");
    zone().property("location", "global").add(g, "zone");
    zone()
        .property("location", "global")
        .property("tag", 1)
        .allow(Check::WRONG_TYPE, "no longer needed")
        .add(g, "again");
}

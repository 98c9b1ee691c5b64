//! The commands with scenarios of every scope, for tests that need a process of its own.

mod call;

use std::process::ExitCode;

use dsl::functions::read_environment_variable;
use dsl::{
    Check, DeploymentScope, Graph, Layout, ManagementGroup, ResourceBody, ResourceGroup, Scenario, Subscription,
    Tenant, raw,
};

fn main() -> ExitCode {
    let scenarios = [
        Scenario::new("networks", networks).describe("Two networks, and a server with a secret."),
        Scenario::new("plain", plain).describe("A zone, without a parameter set."),
        Scenario::new("stages", stages).describe("Two parameter sets."),
        Scenario::new("landing", landing).describe("A resource group."),
        Scenario::new("policies", policies).describe("A policy of a management group."),
        Scenario::new("everything", everything).describe("A management group."),
        Scenario::new("call", call::build).describe("A machine calls a model."),
        Scenario::new("chosen", chosen).describe("A zone by the environment."),
        Scenario::new("draft", draft).describe("Has an open finding."),
        Scenario::new("refused", refused).describe("Is refused by the compiler."),
        Scenario::new("faulty", faulty).describe("Is wrong."),
        Scenario::new("large", large).layout(Layout::Modules).describe("More than Azure takes in one template."),
        Scenario::new("zones", zones).layout(Layout::Modules).describe("Two zones, each in a module."),
    ];
    cli::main(&scenarios, &Check::all())
}

const NETWORK: &str = "Microsoft.Network/virtualNetworks@2026-03-01";

fn networks(g: &mut Graph<ResourceGroup>) {
    let prefix = g.param("prefix").describe("Prefix of names.");
    let secret = g.secret("connection").describe("Opens the server.");
    for (symbol, end) in [("hub", "-hub"), ("spoke", "-spoke")] {
        raw(NETWORK, &prefix + end)
            .property("location", "japaneast")
            .property("properties.addressSpace.addressPrefixes", ["10.0.0.0/16"])
            .add(g, symbol);
    }
    raw("Microsoft.Sql/servers@2025-01-01", &prefix + "-server")
        .property("location", "japaneast")
        .property("properties.administratorLogin", "contoso")
        .property("properties.administratorLoginPassword", &secret)
        .add(g, "server");
    g.parameter_set("main")
        .value(&prefix, read_environment_variable("PREFIX"))
        .value(&secret, read_environment_variable("CONNECTION"));
}

fn zone(name: &'static str) -> dsl::RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

fn plain(g: &mut Graph<ResourceGroup>) {
    zone("contoso.internal").add(g, "zone");
}

fn stages(g: &mut Graph<ResourceGroup>) {
    let stage = g.param("stage").describe("Stage.");
    g.output("stage", &stage).describe("Stage, again.");
    g.parameter_set("test").value(&stage, "test");
    g.parameter_set("prod").value(&stage, "prod");
}

fn landing(g: &mut Graph<Subscription>) {
    raw("Microsoft.Resources/resourceGroups@2025-04-01", "rg-landing")
        .property("location", "japaneast")
        .add(g, "group");
}

const POLICY: &str = "Microsoft.Authorization/policyDefinitions@2026-07-01";

fn policies(g: &mut Graph<ManagementGroup>) {
    raw(POLICY, "deny").property("properties.displayName", "Deny").add(g, "policy");
}

fn everything(g: &mut Graph<Tenant>) {
    raw("Microsoft.Management/managementGroups@2023-04-01", "contoso").add(g, "group");
}

fn chosen(g: &mut Graph<ResourceGroup>) {
    let stage = g.param("stage").allowed(["test", "prod"]).describe("Stage.");
    raw("Microsoft.Network/privateDnsZones@2024-06-01", &stage + ".contoso.internal")
        .property("location", "global")
        .add(g, "zone");
    g.parameter_set("main").value(&stage, read_environment_variable("STAGE"));
}

fn draft(g: &mut Graph<ResourceGroup>) {
    zone("contoso.internal").property("properties.colour", "red").add(g, "zone");
}

fn refused(g: &mut Graph<ResourceGroup>) {
    g.output("place", dsl::Value::<String>::raw("nowhere()")).describe("What no function returns.");
}

fn faulty(g: &mut Graph<ResourceGroup>) {
    zone("contoso.internal").add(g, "zone");
    zone("contoso.internal").add(g, "again");
}

fn zones(g: &mut Graph<ResourceGroup>) {
    let first = g.module("first", DeploymentScope, |g| zone("contoso.internal").add(g, "zone"));
    g.module("second", DeploymentScope, |g| zone("contoso.test").property("tags.first", first.id()).add(g, "other"));
}

fn large(g: &mut Graph<ResourceGroup>) {
    for module in ["first", "second"] {
        g.module(module, DeploymentScope, |g| {
            for index in 0..20 {
                let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", format!("{module}{index}.internal"));
                zone.property("location", "global")
                    .property("tags.text", "x".repeat(120_000))
                    .add(g, format!("{module}{index}"));
            }
        });
    }
}

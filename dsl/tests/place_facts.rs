//! What a text says of the place that it is deployed to, such as `resourceGroup().id`: it means the same wherever it is read.

mod common;

use common::{assert_deployed, assert_files, assert_snapshot, findings};
use dsl::functions::{deployment, guid, resource_group, resource_id, subscription, unique_string};
use dsl::{
    DeploymentScope, Graph, Layout, RawResource, Resource, ResourceBody, ResourceGroup, Subscription, Value, ValueOf,
    raw,
};

type G = Graph<ResourceGroup>;

fn zone(name: impl ValueOf<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

fn suffix() -> Value<String> {
    unique_string([resource_group().id()])
}

/// A var of the main file in other groups, also two files further in, and what is made there.
fn in_another_group(g: &mut G) {
    let common = g.var("common", suffix()).describe("What all names end with.");
    let owner = g.var("owner", subscription().subscription_id()).describe("Who pays.");
    let plan = resource_id("Microsoft.Web/serverFarms", ["plan"]);
    let plan = g.var("plan", plan).describe("Id of a plan of the main group.");
    let hub = g.module("hub", ResourceGroup::named("rg-hub"), |g| {
        let own = g.var("own", suffix()).describe("What names of the hub end with.");
        let one = zone("one." + &common).property("tags.plan", &plan).add(g, "one");
        let two = zone("two." + &own).property("tags.owner", &owner).add(g, "two");
        g.module("deep", DeploymentScope, |g| {
            zone("three." + &common + &own).property("tags.of", two.id()).add(g, "three")
        });
        (one, two)
    });
    let (one, two) = &hub;
    g.module("spoke", ResourceGroup::named("rg-spoke"), |g| {
        zone("four." + suffix())
            .property("tags.one", one.name())
            .property("tags.two", two.name())
            .property("tags.id", two.id())
            .add(g, "four");
    });
    zone("five." + one.name()).property("tags.of", one.id()).add(g, "five");
    g.output("names", [one.name(), two.name()]).describe("Names in the hub.");
}

#[test]
fn of_a_resource_group() {
    let mut g = G::new();
    in_another_group(&mut g);
    assert_files("place-facts", &g, Layout::Modules);
    let (main, hub, spoke) = ("mklpzpi6wdpzg", "xjhwelm2jx3yg", "6pepjay7vlkk2");
    let names = [
        format!("five.one.{main}"),
        format!("four.{spoke}"),
        format!("one.{main}"),
        format!("three.{main}{hub}"),
        format!("two.{hub}"),
    ];
    assert_deployed(&g, "", &names.each_ref().map(|name| &**name));
}

#[test]
fn of_a_subscription() {
    let mut g = Graph::<Subscription>::new();
    let other = g.param("other").describe("Another subscription.");
    let payer = g.var("payer", subscription().subscription_id()).describe("Who pays.");
    let role = subscription_role("Reader");
    let role = g.var("role", role).describe("A role of the main subscription.");
    let tagged = |name: &'static str| zone(name).property("tags.payer", &payer).property("tags.role", &role);
    g.module("near", ResourceGroup::named("rg-near"), |g| tagged("near.internal").add(g, "near"));
    g.module("far", ResourceGroup::in_subscription(&other, "rg-far"), |g| {
        tagged("far.internal").property("tags.own", subscription().subscription_id()).add(g, "far")
    });
    assert_files("place-facts-subscription", &g, Layout::Single);
}

fn subscription_role(name: &'static str) -> Value<String> {
    dsl::functions::subscription_resource_id("Microsoft.Authorization/roleDefinitions", [guid([name])])
}

/// The deployment that runs is the one that somebody started, however the graph is cut.
#[test]
fn of_a_deployment() {
    let mut g = G::new();
    let by = g.var("by", Value::text("by-") + deployment().name()).describe("Who made it.");
    g.module("one", DeploymentScope, |g| {
        zone("one.internal").property("tags.by", &by).property("tags.of", deployment().name()).add(g, "one");
    });
    for (name, symbol) in [("two", "two"), ("three", "three"), ("four", "four"), ("five", "five"), ("six", "six")] {
        zone(name).property("tags.by", &by).add(&mut g, symbol);
    }
    assert_files("place-facts-deployment", &g, Layout::Modules);
    assert_deployed(&g, "", &["five", "four", "one.internal", "six", "three", "two"]);
}

/// In a group of each turn, and in one that may not be there: others get the ids and names by outputs.
#[test]
fn of_groups_that_several_modules_are_in() {
    let mut g = Graph::<Subscription>::new();
    let names = g.param_of::<Vec<String>>("names").describe("Names of groups.");
    let keep = g.param_of::<bool>("keep").describe("Whether there is one more.");
    let all = g.each("name", &names, |g, name, _| {
        g.module("all", ResourceGroup::named("rg-" + name), |g| zone("one." + suffix()).add(g, "one"))
    });
    let more =
        g.when(&keep, |g| g.module("more", ResourceGroup::named("rg-more"), |g| zone("two." + suffix()).add(g, "two")));
    g.output("names", all.map(Resource::name)).describe("Names of all.");
    g.output("more", more.read(Resource::id).or_else("none")).describe("Id of one more.");
    g.module("reader", ResourceGroup::named("rg-reader"), |g| {
        g.each("other", &names, |g, other, index| {
            zone("three." + other).property("tags.of", all.at(index).id()).add(g, "three");
        });
        g.when(&keep, |g| zone("four.internal").property("tags.of", more.non_null().id()).add(g, "four"));
    });
    assert_files("place-facts-groups", &g, Layout::Modules);
}

#[test]
fn what_is_known_in_a_module_only_is_found_outside() {
    let text = findings(|g| {
        let (own, one) = g.module("hub", ResourceGroup::named("rg-hub"), |g| {
            let own = g.var("own", suffix()).describe("What names of the hub end with.");
            g.output("place", resource_group().location()).describe("Where the hub is.");
            (own.clone(), zone("one." + &own).add(g, "one"))
        });
        zone("two.internal").property("tags.of", one.id()).property("tags.named", one.name()).add(g, "two");
        g.module("spoke", ResourceGroup::named("rg-spoke"), |g| zone("three." + &own).add(g, "three"));
        g.module("near", DeploymentScope, |g| zone("four.internal").property("tags.of", one.id()).add(g, "four"));
    });
    assert_snapshot("error-place-facts", &text);
}

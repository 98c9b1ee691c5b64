//! What is deployed to other scopes, read from elsewhere: it is found where it is, whoever reads it.

mod common;

use common::{assert_deployed, assert_files};
use dsl::{
    DeploymentScope, Expr, Graph, Layout, RawResource, Resource, ResourceBody, ResourceGroup, ScopeResource,
    Subscription, Value, ValueOf, raw, raw_existing,
};

dsl::resource! {
    /// A resource group.
    pub struct Group, GroupView = "Microsoft.Resources/resourceGroups" @ "2025-04-01" in [Subscription], [];
    name [String];
    required {
        location: String = "location", "required";
    }
}

impl ScopeResource for Group {
    type Target = ResourceGroup;
}

type Zone = Resource<RawResource>;

fn zone(name: impl ValueOf<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

fn tagged(name: impl ValueOf<String>, of: &Zone) -> RawResource {
    zone(name).property("tags.of", of.id())
}

fn records(zone: &Zone) -> Value<i64> {
    zone.read("properties.numberOfRecordSets").cast()
}

/// Groups are made, and gone into by their handles and by their names.
#[test]
fn in_groups_of_the_graph() {
    let mut g = Graph::<Subscription>::new();
    let place = g.param("place").describe("Region.");
    let hub = Group::new("rg-hub", &place).add(&mut g, "hubGroup");
    let one = g.module("hub", &hub, |g| zone("one.internal").add(g, "one"));
    let spoke = Group::new("rg-spoke", &place).add(&mut g, "spokeGroup");
    g.module("spoke", &spoke, |g| {
        tagged("two.internal", &one).add(g, "two");
        g.module("deep", DeploymentScope, |g| {
            tagged("three.internal", &one).property("tags.group", hub.id()).add(g, "three");
        });
    });
    let four = g.module("again", ResourceGroup::named(hub.name()), |g| tagged("four.internal", &one).add(g, "four"));
    g.module("named", ResourceGroup::named("rg-hub"), |g| tagged("five.internal", &four).add(g, "five"));
    assert_files("places-groups", &g, Layout::Modules);
}

#[test]
fn in_groups_that_a_loop_makes() {
    let mut g = Graph::<Subscription>::new();
    let place = g.param("place").describe("Region.");
    let keep = g.param_of::<bool>("keep").describe("Whether there is one more.");
    let names = g.param_of::<Vec<String>>("names").describe("Names of the groups.");
    let all = g.each("name", &names, |g, name, _| {
        let group = Group::new("rg-" + name, &place).add(g, "group");
        let one = g.module("content", &group, |g| zone(name + ".internal").add(g, "one"));
        (group, one)
    });
    let more = g.when(&keep, |g| {
        let group = Group::new("rg-more", &place).add(g, "moreGroup");
        g.module("more", &group, |g| tagged("two.internal", &all.at(1).1).add(g, "two"))
    });
    g.each("name", &names, |g, name, index| {
        g.module("again", &all.at(index).0, |g| {
            tagged("x." + name, &all.at(index).1).property("tags.more", more.id()).add(g, "three");
        });
    });
    assert_files("places-loops", &g, Layout::Single);
}

/// Groups of two subscriptions that are called alike are not the same.
#[test]
fn in_other_subscriptions() {
    let mut g = Graph::<ResourceGroup>::new();
    let (own, other) = (g.param("own").describe("A subscription."), g.param("other").describe("Another one."));
    let one = g.module("land", Subscription::with_id(&own), |g: &mut Graph<Subscription>| {
        let one = g.module("inner", ResourceGroup::named("rg-inner"), |g| zone("one.internal").add(g, "one"));
        g.module("near", ResourceGroup::named("rg-near"), |g| tagged("two.internal", &one).add(g, "two"));
        one
    });
    tagged("three.internal", &one).add(&mut g, "three");
    g.module("same", ResourceGroup::named("rg-inner"), |g| tagged("four.internal", &one).add(g, "four"));
    g.module("far", Subscription::with_id(&other), |g: &mut Graph<Subscription>| {
        g.module("farInner", ResourceGroup::named("rg-inner"), |g| tagged("five.internal", &one).add(g, "five"));
    });
    assert_files("places-subscriptions", &g, Layout::Single);
}

/// A module makes a group, in which others lie that the main file calls.
#[test]
fn in_groups_that_a_module_makes() {
    let mut g = Graph::<ResourceGroup>::new();
    let place = g.param("place").describe("Region.");
    let (group, one) = g.module("land", Subscription::current(), |g: &mut Graph<Subscription>| {
        let group = Group::new("rg-land", &place).add(g, "landGroup");
        let one = g.module("inner", &group, |g| zone("one.internal").add(g, "one"));
        (group, one)
    });
    g.module("back", &group, |g| tagged("two.internal", &one).add(g, "two"));
    g.module("named", ResourceGroup::named(group.name()), |g| tagged("three.internal", &one).add(g, "three"));
    tagged("four.internal", &one).add(&mut g, "four");
    assert_files("places-made", &g, Layout::Single);
    assert_deployed(
        &g,
        "param place = 'japaneast'\n",
        &["four.internal", "one.internal", "rg-land", "three.internal", "two.internal"],
    );
}

/// In each of several groups the same, read in the groups of another list whose variable is called alike.
#[test]
fn in_each_of_several_groups() {
    let mut g = Graph::<ResourceGroup>::new();
    let groups = g.param_of::<Vec<String>>("groups").describe("Names of the groups.");
    let others = g.param_of::<Vec<String>>("others").describe("Names of others.");
    let all = g.each("group", &groups, |g, group, _| {
        g.module("one", ResourceGroup::named(group), |g| zone("one.internal").add(g, "one"))
    });
    g.each("group", &others, |g, group, index| {
        g.module("two", ResourceGroup::named(group), |g| {
            let two = tagged("two.internal", &all.at(0)).property("tags.same", all.at(index).id());
            two.property("tags.records", dsl::functions::string(records(&all.at(index)))).add(g, "two");
        });
    });
    tagged("three.internal", &all.at(1)).add(&mut g, "three");
    assert_files("places-each", &g, Layout::Modules);
    let params = "param groups = ['a', 'b']\nparam others = ['c', 'd']\n";
    let names = ["one.internal", "one.internal", "three.internal", "two.internal", "two.internal"];
    assert_deployed(&g, params, &names);
}

/// They share a name: the compiler would have the id of one with the scope of another one.
#[test]
fn existing_in_each_of_several_groups() {
    let mut g = Graph::<ResourceGroup>::new();
    let groups = g.param_of::<Vec<String>>("groups").describe("Names of the groups.");
    let found = g.each("group", &groups, |g, group, _| {
        let scope = Expr::call("resourceGroup", [Expr::from(group.clone())]);
        raw_existing("Microsoft.Network/privateDnsZones@2024-06-01", "found.internal").in_scope(scope).add(g, "found")
    });
    g.module("last", DeploymentScope, |g| tagged("four.internal", &found.at(1)).add(g, "four"));
    g.each("group", &groups, |g, group, index| {
        tagged("five." + group, &found.at(index)).property("tags.first", found.at(0).id()).add(g, "five")
    });
    g.output("second", found.at(1).id()).describe("Id of the second.");
    g.output("records", records(&found.at(0))).describe("How much is in the first.");
    assert_files("places-existing", &g, Layout::Modules);
    assert_files("places-existing-single", &g, Layout::Single);
    assert_deployed(&g, "param groups = ['a', 'b']\n", &["five.a", "five.b", "four.internal"]);
}

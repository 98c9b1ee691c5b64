//! The variables of loops and lambdas: none hides another one, or what is declared, where that is meant.

mod common;

use common::{assert_deployed, assert_files, assert_rendered, assert_snapshot, findings};
use dsl::functions::{join, length, map, map_indexed, range, string, to_lower};
use dsl::{DeploymentScope, Graph, IntoValue, Layout, RawResource, ResourceBody, ResourceGroup, Value, ValueOf, raw};

type G = Graph<ResourceGroup>;

fn zone(name: impl ValueOf<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

fn network(name: impl ValueOf<String>, servers: Value<Vec<String>>) -> RawResource {
    raw("Microsoft.Network/virtualNetworks@2026-03-01", name)
        .property("location", "global")
        .property("properties.dhcpOptions.dnsServers", servers)
}

/// Inner variables give way to outer ones, and to those of loops.
#[test]
fn of_lambdas() {
    let mut g = G::new();
    let lists = g.param_of::<Vec<Vec<String>>>("lists").describe("Lists of names.");
    g.output("nested", map(&lists, |names| map(names, |name| name + "-x"))).describe("Names in lists.");
    let pairs = map(&lists, |names| map_indexed(&names, |name, at| name + string(at) + join(&names, ",")));
    g.output("pairs", pairs).describe("Names with all of their lists.");
    g.each("item", &lists, |g, item, _| {
        let names = map(item, |name| name + "-" + join(item, "-"));
        raw("Microsoft.Network/privateDnsZones@2024-06-01", join(names, "."))
            .property("location", "global")
            .add(g, "zone")
    });
    assert_rendered("variables-of-lambdas", &g);
}

/// A variable gives way to what the file declares.
#[test]
fn called_like_params() {
    let mut g = G::new();
    let names = g.param_of::<Vec<String>>("names").describe("Several names.");
    let item = g.param("item").describe("A prefix that is called like a variable.");
    g.output("all", map(&names, |name| name + "-" + &item)).describe("Names with the prefix.");
    assert_rendered("variables-hidden", &g);
}

/// A loop over values gives way, too: to what is declared, and to the loop around it.
#[test]
fn of_loops_over_values() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let all = (&teams).into_value();
    let first = zone("contoso.internal").add(&mut g, "zone");
    network("first", all.each("zone", |zone| zone + first.name())).add(&mut g, "network");
    g.each("team", &teams, |g, team, _| network(team, all.each("team", |other| other + team)).add(g, "networks"));
    assert_rendered("variables-of-values", &g);
}

/// What leaves a loop has no variable of it any more, and those of its lambdas stay their own.
#[test]
fn of_lambdas_that_leave_a_loop() {
    let mut g = G::new();
    let lists = g.param_of::<Vec<Vec<String>>>("lists").describe("Lists of names.");
    let all = g.each("item", &lists, |g, item, at| {
        let names = map(item, |name| name + "-a");
        let numbered = map_indexed(item, |name, index| name + string(index) + string(at));
        zone(item.at(0)).property("tags.names", join(&names, ",")).add(g, "zone");
        g.output("lengths", join(&numbered, ",")).describe("Numbered names of each list.");
        (join(names, ","), join(numbered, ","), item.each("item", |name| name + "-b"))
    });
    let (names, numbered, each) = all.at(0);
    g.output("names", names).describe("Names of the first list.");
    g.output("numbered", numbered).describe("Numbered names of the first list.");
    g.output("others", each).describe("Other names of the first list.");
    g.output("all", all.map(|(names, numbered, _)| names + numbered)).describe("Names of all lists.");
    assert_rendered("variables-that-leave-a-loop", &g);
    assert_deployed(&g, "param lists = [['a', 'b'], ['c', 'd']]\n", &["a", "c"]);
}

/// Neither is the position of an element hidden, where the place it goes to has a variable of that name.
#[test]
fn of_lambdas_in_which_another_element_is_meant() {
    let mut g = G::new();
    let names = g.param_of::<Vec<String>>("names").describe("Several names.");
    let all = g.each("name", &names, |g, name, _| {
        let zone = zone(name).add(g, "zone");
        (join(map_indexed(&names, |other, at| other + string(at) + name), ","), zone)
    });
    g.each("item", range(0, length(&names)), |g, item, _| {
        let (text, one) = all.at(item);
        let here = zone("item-" + string(item)).property("tags.text", text).add(g, "other");
        let ids = map_indexed(&names, |name, at| name + string(at) + one.id());
        g.output("ids", join(ids, ",") + here.id()).describe("Ids.");
    });
    assert_rendered("variables-of-other-elements", &g);
    assert_deployed(&g, "param names = ['a', 'b']\n", &["a", "b", "item-0", "item-1"]);
}

/// The position of an item is never called like the item.
#[test]
fn called_like_the_position() {
    let mut g = G::new();
    let names = g.param_of::<Vec<String>>("names").describe("Several names.");
    let all = g.each("index", &names, |g, index, at| {
        zone(index + "-" + string(at)).add(g, "zone");
        index + string(at)
    });
    g.output("second", all.at(1)).describe("The second name, with its position.");
    g.output("all", all.map(Clone::clone)).describe("All names with their positions.");
    assert_rendered("variables-called-like-positions", &g);
    assert_deployed(&g, "param names = ['a', 'b']\n", &["a-0", "b-1"]);
}

/// The parameters of a function are none of its lambdas' variables.
#[test]
fn called_like_parameters_of_functions() {
    let mut g = G::new();
    let item = g.param("item").describe("An item.");
    let names = |item: Value<String>, list: Value<Vec<String>>| join(map(list, |name| name + "-a"), ",") + item;
    let names = g.function("names", ["item", "list"], names).describe("Names of a list, and another one.");
    g.output("all", names.call(&item, ["b", "c"])).describe("Three names.");
    assert_rendered("variables-called-like-parameters", &g);
}

/// A zone for each combination of three lists, in modules in each other.
fn three(g: &mut G, names: [&'static str; 3]) {
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let [first, second, third] = names;
    g.each(first, &teams, |g, a, at| {
        g.module("outer", DeploymentScope, |g| {
            g.each(second, &teams, |g, b, at_b| {
                g.module("inner", DeploymentScope, |g| {
                    g.each(third, &teams, |g, c, at_c| {
                        let positions = string(at) + string(at_b) + string(at_c);
                        zone(a + b + c + positions).add(g, "zone")
                    })
                })
            })
        })
    });
}

#[test]
fn positions_of_loops_in_each_other() {
    let mut g = G::new();
    three(&mut g, ["team", "stage", "place"]);
    assert_files("variables-of-three-loops", &g, Layout::Modules);
}

#[test]
fn called_like_that_of_a_loop_around() {
    let text = findings(|g| three(g, ["team", "stage", "team"]));
    assert_snapshot("error-loop-variable", &text);
}

#[test]
fn called_like_what_bicep_has() {
    let text = findings(|g| {
        let names = g.param_of::<Vec<String>>("names").describe("Several names.");
        g.output("null", &names).describe("Several names.");
        g.metadata("true", "yes");
        g.each("null", &names, |g, name, _| zone(name).add(g, "zone"));
        g.each("toLower", &names, |g, name, _| zone(to_lower(name)).add(g, "other"));
        g.output("all", names.each("a name", |name| name + "-x")).describe("All.");
        let join = |name: Value<String>, list: Value<Vec<String>>| join(list, "-") + name;
        let one = g.function("joined", ["name", "join"], join).describe("A name and a list.");
        let two = g.function("joinedToo", ["name", "name"], join).describe("A name and a list.");
        let three = g.function("two words", ["two words", "az"], join).describe("A name and a list.");
        let joined = [one.call("a", &names), two.call("a", &names), three.call("a", &names)];
        g.output("joined", joined).describe("Names and lists.");
    });
    assert_snapshot("error-variable-names", &text);
}

/// What nobody calls there, a variable may be called like.
#[test]
fn called_like_functions_of_bicep() {
    let mut g = G::new();
    let names = g.param_of::<Vec<String>>("names").describe("Several names.");
    g.each("first", &names, |g, name, _| zone(name).add(g, "zone"));
    g.output("all", names.each("toLower", to_lower)).describe("All names.");
    let join = |environment: Value<String>, first: Value<String>| first + "-" + environment;
    let joined = g.function("joined", ["environment", "first"], join).describe("Both.");
    g.output("joined", joined.call("dev", names.at(0))).describe("A name.");
    assert_rendered("variables-called-like-functions", &g);
}

/// A module that is called like a variable gets another symbol, for outputs of the loop could not name it.
#[test]
fn called_like_modules() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    g.each("team", &teams, |g, team, _| {
        let zone = g.module("team", DeploymentScope, |g| zone(team).add(g, "zone"));
        let records = zone.read("properties.numberOfRecordSets").cast::<i64>();
        g.output("records", records).describe("How much is in the zone of each team.");
    });
    assert_files("variables-like-modules", &g, Layout::Modules);
}

/// A list of what a loop makes, inside of a loop with the same names: the item and the position of the outer one are meant.
#[test]
fn of_a_list_inside_of_another_loop() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let zones = g.each("team", &teams, |g, team, _| zone(team + ".internal").add(g, "zones"));
    g.each("other", &teams, |g, other, index| {
        let servers = zones.map(|zone| zone.name() + other + string(index));
        network(other + "-vnet", servers).add(g, "network")
    });
    let all = (&teams).into_value();
    let pairs = all.each("item", |item| join(map(&all, |other| other + &item), ","));
    network("pairs", pairs).add(&mut g, "pairs");
    assert_rendered("variables-of-lists-in-loops", &g);
}

//! One turn of a loop, written in another file: its name and its conditions have what else stands in the loop in that turn.

mod common;

use common::{assert_deployed, assert_files, foretold};
use dsl::functions::{range, string, to_lower};
use dsl::{
    DeploymentScope, Each, Graph, Layout, Maybe, RawResource, Resource, ResourceBody, ResourceGroup, ValueOf, raw,
};

type G = Graph<ResourceGroup>;

const TEAMS: &str = "param teams = ['Red', 'Blue']\n";

fn zone(name: impl ValueOf<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

/// Zones whose names are made of a var of their turn, of another zone of it, of the position, and of a zone of another loop that
/// is the same in each turn.
fn named(g: &mut G, teams: impl ValueOf<Vec<String>>) -> Each<Resource<RawResource>> {
    let others = g.each::<i64, _>("number", range(5, 2), |g, number, _| zone("n" + string(number)).add(g, "others"));
    g.each("team", teams, |g, team, index| {
        let word = g.var("word", to_lower(team) + "-w").describe("A word of the turn.");
        let base = zone(&word + "-base").add(g, "base");
        let name = &word + "." + string(index) + "." + base.name() + "." + others.at(1).name();
        zone(name).add(g, "zone")
    })
}

/// Reads of zones by known positions, and by that of another loop, all in another module.
fn read(g: &mut G, zones: &Each<Resource<RawResource>>, list: impl ValueOf<Vec<String>>) {
    g.module("reader", DeploymentScope, |g| {
        zone("a." + &zones.at(0).name()).add(g, "ofFirst");
        zone("b").property("tags.second", zones.at(1).id()).add(g, "ofSecond");
        g.each("reading", list, |g, reading, index| {
            zone("c." + reading).property("tags.of", zones.at(index).id()).add(g, "ofEach")
        });
    });
}

#[test]
fn names_have_the_vars_and_neighbours_of_their_turn() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let zones = g.module("maker", DeploymentScope, |g| named(g, &teams));
    read(&mut g, &zones, &teams);
    assert_files("turns-names", &g, Layout::Modules);
    let (first, second) = ("red-w.0.red-w-base.n6", "blue-w.1.blue-w-base.n6");
    let of_first = format!("a.{first}");
    let expected = [&*of_first, "b", "blue-w-base", second, "c.Blue", "c.Red", "n5", "n6", "red-w-base", first];
    assert_deployed(&g, TEAMS, &expected);
}

#[test]
fn of_a_list_that_is_written_out() {
    let mut g = G::new();
    let zones = g.module("maker", DeploymentScope, |g| named(g, ["Red", "Blue"]));
    read(&mut g, &zones, ["x", "y"]);
    assert_files("turns-written", &g, Layout::Modules);
    let expected = [
        "a.red-w.0.red-w-base.n6",
        "b",
        "blue-w-base",
        "blue-w.1.blue-w-base.n6",
        "c.x",
        "c.y",
        "n5",
        "n6",
        "red-w-base",
        "red-w.0.red-w-base.n6",
    ];
    assert_deployed(&g, "", &expected);
}

/// The condition of a zone has a var of the turn and another zone of it; whoever reads that zone elsewhere asks the same.
#[test]
fn conditions_have_the_vars_and_neighbours_of_their_turn() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let zones: Each<Maybe<Resource<RawResource>>> = g.module("maker", DeploymentScope, |g| {
        g.each("team", &teams, |g, team, index| {
            let word = g.var("word", to_lower(team)).describe("A word of the turn.");
            let base = zone(&word + "-base").add(g, "base");
            let is_wanted = word.ne("none").and(base.name().ne("blue-base")).and(index.lt(9));
            g.when(is_wanted, |g| zone("x." + &base.name()).add(g, "zone"))
        })
    });
    for (position, symbol) in [(0, "first"), (1, "second")] {
        let zone = zones.at(position);
        g.output(std::format!("{symbol}Id"), zone.read(Resource::id).or_else("none")).describe("Id, if there is one.");
    }
    assert_files("turns-conditions", &g, Layout::Modules);
    assert_deployed(&g, TEAMS, &["blue-base", "red-base", "x.red-base"]);
    let Some(snapshot) = foretold(&g, Layout::Modules, TEAMS) else { return };
    let output = |name: &str| snapshot.outputs[name].to_string();
    assert!(output("firstId").contains("x.red-base") && output("secondId").contains("none"), "{:?}", snapshot.outputs);
}

/// Loops in each other: the turn of the inner one is found first, that of the outer one for all that stands in either.
#[test]
fn turns_of_loops_in_each_other() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let zones = g.each("team", &teams, |g, team, index| {
        let number = g.var("teamNumber", string(index)).describe("A word of the outer turn.");
        g.module("zones", DeploymentScope, |g| {
            g.each::<String, _>("stage", ["test", "live"], |g, stage, position| {
                let word = g.var("word", to_lower(team) + string(position)).describe("A word of the inner turn.");
                let base = zone(&word + "-base").add(g, "base");
                zone(stage + "." + &number + "." + base.name()).add(g, "zone")
            })
        })
    });
    let one = zones.at(0).at(1);
    g.output("one", one.name()).describe("Name of the first team's second zone.");
    zone("of." + &one.name()).add(&mut g, "ofOne");
    zone("ids").property("tags.of", one.id()).add(&mut g, "ids");
    assert_files("turns-nested", &g, Layout::Single);
    let expected = [
        "blue0-base",
        "blue1-base",
        "ids",
        "live.0.red1-base",
        "live.1.blue1-base",
        "of.live.0.red1-base",
        "red0-base",
        "red1-base",
        "test.0.red0-base",
        "test.1.blue0-base",
    ];
    assert_deployed(&g, TEAMS, &expected);
    let Some(snapshot) = foretold(&g, Layout::Single, TEAMS) else { return };
    assert!(snapshot.outputs["one"].to_string().contains("live.0.red1-base"), "{:?}", snapshot.outputs);
}

/// What a condition refers to is waited for anyway.
#[test]
fn a_condition_is_a_reference() {
    let mut g = G::new();
    let first = zone("first").add(&mut g, "firstZone");
    g.when(first.name().ne("none"), |g| zone("second").depends_on(&first).add(g, "secondZone"));
    zone("third").depends_on(&first).add(&mut g, "thirdZone");
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(text.matches("dependsOn: [firstZone]").count(), 1, "{text}");
    let (_, third) = text.split_once("resource thirdZone").unwrap_or_default();
    assert!(third.contains("dependsOn"), "{text}");
}

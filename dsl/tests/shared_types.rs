//! Types that several files need: they stand in a file of their own, and what one file needs stands in that file.

mod common;

use common::{assert_files, assert_snapshot};
use compiler::Gate;
use dsl::functions::map;
use dsl::{DeploymentScope, Graph, Layout, Param, ResourceBody, ResourceGroup, Scenario, raw};

type G = Graph<ResourceGroup>;

dsl::object_type! {
    /// Reads a queue.
    pub struct Queue, QueueView;
    constant { "kind" = "queue", "A queue is read."; }
    required { length: i64 = "length", "How many messages are read at once."; }
}

dsl::object_type! {
    /// Reads a clock.
    pub struct Clock, ClockView;
    constant { "kind" = "clock", "A clock is read."; }
    optional { next: Clock = "next", "The clock that is read next."; }
}

dsl::union_type! {
    /// What is read.
    pub enum Source, SourceView by "kind" {
        Queue(Queue) = "queue";
        Clock(Clock) = "clock";
    }
}

dsl::object_type! {
    /// A zone of names.
    pub struct Zone, ZoneView;
    required { name: String = "name", "Name of the zone."; }
    optional { source: Source = "source", "What its names come from."; }
}

dsl::choice_type! {
    /// Where it is deployed.
    pub enum Stage { Test = "test"; Live = "live"; }
}

fn zone(g: &mut G, name: &'static str, zone: &Param<Zone>) {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", zone.view().name()).property("location", "global").add(g, name);
}

/// A union, what it is made of and what it is in, of which the outermost crosses into a module of a module; and a type that
/// nothing but a module needs.
#[test]
fn a_type_comes_with_what_it_is_made_of_and_one_of_a_single_file_stays_there() {
    let mut g = G::new();
    let hub = g.param_of::<Zone>("hub").describe("The zone of the hub.");
    let clock = g.param_of::<Clock>("clock").describe("Where the time is from.");
    let label = g.type_of::<String>("Label").length(1..=20).describe("What is told of it.");
    g.module("outer", DeploymentScope, |g| {
        let names = g.var("names", ["a", "b"]).ty(dsl::Type::Array(label.into())).describe("Names.");
        let name = g.var("firstName", map(&names, |it| it + "-zone").at(0)).describe("Name of the first.");
        g.module("inner", DeploymentScope, |g| zone(g, "zone", &hub));
        raw("Microsoft.Network/privateDnsZones@2024-06-01", &name).property("location", "global").add(g, "named");
    });
    g.output("kind", clock.member::<String>("kind")).describe("What kind of clock it is.");
    assert_files("shared-types", &g, Layout::Modules);
}

/// What the main file exports, others may import from there all the same; a file of that name is there already.
#[test]
fn an_exported_type_stays_exported_and_no_file_is_replaced() {
    let mut g = G::new();
    g.import("types.bicep")
        .file("@export()\n@description('Where.')\ntype Stage = 'test' | 'live'\n")
        .type_for::<Stage>();
    g.export_type::<Zone>();
    let port = g.type_of::<i64>("Port").range(1..=65_535).export().describe("A port.");
    let hub = g.param_of::<Zone>("hub").describe("The zone of the hub.");
    let stage = g.param_of::<Stage>("stage").describe("Where it is deployed.");
    let listening = g.param_of::<i64>("listening").ty(port).describe("Where it listens.");
    g.module("zones", DeploymentScope, |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", hub.view().name())
            .property("location", "global")
            .property("tags.stage", &stage)
            .property("tags.port", dsl::functions::string(&listening))
            .add(g, "zone");
    });
    assert_files("shared-types-exported", &g, Layout::Modules);
}

#[test]
fn in_one_file_nothing_is_shared() {
    let mut g = G::new();
    let hub = g.param_of::<Zone>("hub").describe("The zone of the hub.");
    g.module("zones", DeploymentScope, |g| zone(g, "zone", &hub));
    let paths = |layout| {
        let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
        bundle.files().map(|(path, _)| path.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(Layout::Single), ["main.bicep"]);
    assert_eq!(paths(Layout::Modules), ["main.bicep", "modules/zones.bicep", "types.bicep"]);
}

dsl::object_type! {
    /// What a stage has in common.
    pub struct Defaults, DefaultsView;
    required {
        zone: Zone = "zone", "The zone.";
        stage: Stage = "stage", "Which stage it is.";
    }
}

/// Typed vars of a parameter set: of what only the template has, of what its modules have too, and of what only the set has.
fn with_sets(g: &mut G) {
    let hub = g.param_of::<Zone>("hub").describe("The zone of the hub.");
    let clocks = g.param_of::<Vec<Clock>>("clocks").describe("Where the time is from.");
    let stage = g.param_of::<Stage>("stage").describe("Where it is deployed.");
    g.module("zones", DeploymentScope, |g| zone(g, "zone", &hub));
    g.output("kind", clocks.at(0).member::<String>("kind")).describe("What kind of clock it is.");
    g.output("stageName", &stage).describe("Where it is deployed.");
    let mut set = g.parameter_set("main");
    let zone = Zone::new("contoso.internal");
    let all = set.typed_var::<Defaults>("defaults", Defaults::new(zone, Stage::Test), "What is the same.");
    let times = set.typed_var::<Vec<Clock>>("times", [Clock::new()], "All clocks.");
    set.value(&hub, all.view().zone()).value(&stage, all.view().stage()).value(&clocks, times);
}

#[test]
fn vars_of_parameter_sets_have_the_types_of_the_template_and_their_own() {
    for (name, layout) in [("shared-types-sets", Layout::Single), ("shared-types-sets-modules", Layout::Modules)] {
        let scenario = Scenario::new("sets", with_sets).layout(layout);
        let bundle = scenario.bundle().unwrap_or_else(|report| panic!("{report}"));
        let files: Vec<_> = bundle.files().collect();
        if let Some(mut gate) = Gate::shared() {
            gate.assert_clean(&files);
        }
        let texts: Vec<_> = files.iter().map(|(path, text)| format!("---- {path}\n{text}\n")).collect();
        assert_snapshot(name, &texts.concat());
    }
}

//! Every scenario in every layout: the official compiler foretells the same resources and outputs of all of them, with each of
//! its parameter sets.

use compiler::{Gate, Place, Snapshot, Unforeseen};
use dsl::{Layout, Limits, Scenario};

/// So small that every scenario has to be cut.
const SMALL: Limits = Limits { resources: 4, ..Limits::ARM };

/// The files of a scenario.
fn files(scenario: &Scenario, layout: Layout) -> Vec<(String, String)> {
    let bundle = scenario.bundle_in(layout).unwrap_or_else(|report| panic!("{layout:?}: {report}"));
    bundle.files().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn foretold(gate: &mut Gate, scenario: &Scenario, layout: Layout) -> Vec<(String, Snapshot)> {
    let files = files(scenario, layout);
    let resource_group = (scenario.scope() == "resourceGroup").then(|| "rg-contoso".to_owned());
    let subscription = "11111111-1111-1111-1111-111111111111".to_owned();
    let place = Place { subscription, resource_group, location: "japaneast".to_owned() };
    let sets =
        files.iter().filter(|(path, text)| path.ends_with(".bicepparam") && text.contains("\nusing 'main.bicep'"));
    let mut foretell = |set: &str| {
        let foretold =
            gate.compiler().map_err(Unforeseen::from).and_then(|compiler| compiler.foretell(&files, set, &place));
        foretold.unwrap_or_else(|error| panic!("{}, {layout:?}: {error}", scenario.name()))
    };
    sets.map(|(set, _)| (set.clone(), foretell(set))).collect()
}

#[test]
fn scenarios_deploy_the_same_in_every_layout() {
    let Some(mut gate) = Gate::shared() else { return };
    for scenario in scenarios::all() {
        let single = foretold(&mut gate, &scenario, Layout::Single);
        assert!(!single.is_empty(), "{} has no parameter set to compare the layouts with", scenario.name());
        for layout in [Layout::Modules, Layout::ShardedWithin(SMALL)] {
            let others = foretold(&mut gate, &scenario, layout);
            for ((set, single), (_, other)) in single.iter().zip(&others) {
                let differences = single.differences(other).join("\n");
                assert!(differences.is_empty(), "{}, {set}, {layout:?}:\n{differences}", scenario.name());
            }
        }
    }
}

#[test]
fn scenarios_are_cut() {
    // What fits into one file stays there.
    for scenario in scenarios::all().into_iter().filter(|it| it.inventory().resources > SMALL.resources) {
        let count = |layout| files(&scenario, layout).len();
        let (single, sharded) = (count(Layout::Single), count(Layout::ShardedWithin(SMALL)));
        assert!(sharded > single, "{}: {sharded} files", scenario.name());
    }
}

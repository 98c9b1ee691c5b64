//! The cards and pictures of graphs that are larger than the scenarios: all that a card can say is said by one of them. Their
//! snapshots are also what `make pictures` shows to a browser.

mod graphs;
#[path = "../../../dsl/tests/common/snapshot.rs"]
mod snapshot;

use dsl::{Graph, Layout, ResourceGroup, Scenario};
use review::Lines;

use self::snapshot::assert_snapshot;

/// Compares card and picture with their snapshots, after the official compiler has accepted what is deployed.
#[track_caller]
fn check(name: &'static str, [card, picture]: [&str; 2], build: fn(&mut Graph<ResourceGroup>)) {
    let scenario = Scenario::new(name, build).describe("A graph to look at.");
    let bundle = review::bundle(&scenario, None).unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = compiler::Gate::shared() {
        // Parameter files read variables of the environment, which are not set here.
        let is_template = |(path, _): &(&str, &str)| !path.ends_with("param");
        gate.assert_clean(&bundle.files().filter(is_template).collect::<Vec<_>>());
    }
    let told = review::card(&scenario).unwrap_or_else(|report| panic!("{report}"));
    // However the graph is cut into files, it is the same graph.
    for layout in [Layout::Single, Layout::Modules, Layout::Sharded] {
        let bundle = review::bundle(&scenario, Some(layout)).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!(bundle.get(review::FILE), Some(&*told.markdown(Lines::Hidden)));
    }
    assert_snapshot(card, &told.markdown(Lines::Hidden));
    assert_snapshot(picture, &told.svg());
}

#[test]
fn a_platform_with_everything_that_a_card_can_say() {
    check("platform", ["card-platform", "picture-platform"], graphs::platform);
}

#[test]
fn containers() {
    check("containers", ["card-containers", "picture-containers"], graphs::containers);
}

#[test]
fn services_that_are_open() {
    check("open", ["card-open", "picture-open"], graphs::open);
}

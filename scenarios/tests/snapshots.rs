//! What the scenarios render and what their graphs look like, as snapshots.

use dsl::Scenario;

use self::snapshot::assert_snapshot;

#[path = "../../dsl/tests/common/snapshot.rs"]
mod snapshot;

#[track_caller]
fn file(scenario: &Scenario, path: &str) -> String {
    let bundle = scenario.bundle().unwrap_or_else(|report| panic!("{report}"));
    bundle.get(path).unwrap_or_else(|| panic!("`{path}` is missing")).to_owned()
}

#[test]
fn example() {
    let example = example::scenario();
    assert_snapshot("scenario-example-template", &file(&example, "main.bicep"));
    assert_snapshot("scenario-example-parameters", &file(&example, "main.bicepparam"));
    assert_snapshot("scenario-example-graph", &example.outline());
}

//! What the scenarios render and what their graphs look like, as snapshots.

use dsl::Scenario;

/// Compares a text with the snapshot of that name in the folder `snapshots/` at the root.
#[track_caller]
fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

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

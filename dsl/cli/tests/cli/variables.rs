//! What a parameter set reads from the environment, and is not there: `deploy` says so before Azure is asked.

use crate::machine::{LOOKS, Machine};

#[test]
fn a_variable_that_is_missing_is_named_before_azure_is_asked() {
    let machine = Machine::new();
    let output = machine.program(&["deploy", "networks", "--yes"]).env_remove("CONNECTION").output().unwrap();
    let shown = machine.seen(output);
    assert_eq!((shown.exit, machine.calls().as_str()), (Some(1), LOOKS));
    assert!(
        shown.stderr.contains("not set: `CONNECTION`\n  help: set them first: export CONNECTION="),
        "{}",
        shown.stderr
    );
}

#[test]
fn a_variable_that_a_pipeline_does_not_know_is_named() {
    let machine = Machine::new();
    let output = machine.program(&["deploy", "networks", "--yes"]).env("CONNECTION", "$(CONNECTION)").output().unwrap();
    let shown = machine.seen(output);
    assert_eq!((shown.exit, machine.calls().as_str()), (Some(1), LOOKS));
    let error = "error: the environment variable CONNECTION holds its own name and no value: Azure Pipelines knows no variable of that name\n";
    assert!(shown.stderr.contains(error), "{}", shown.stderr);
}

#[test]
fn a_variable_that_is_empty_is_told() {
    let machine = Machine::new();
    let output = machine.program(&["deploy", "networks", "--yes"]).env("CONNECTION", "").output().unwrap();
    let shown = machine.seen(output);
    assert_eq!(shown.exit, Some(0), "{}", shown.stderr);
    assert!(
        shown.stderr.contains("warning: the environment variable CONNECTION is set to an empty text"),
        "{}",
        shown.stderr
    );
    let shown = machine.run(&["deploy", "networks", "--yes", "-g", ""]);
    assert_eq!(shown.exit, Some(2));
    assert!(shown.stderr.contains("a value is required for '--resource-group <RG>'"), "{}", shown.stderr);
}

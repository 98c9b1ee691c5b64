//! `lint` with the official compiler.

use std::panic::Location;

use cli::Exit;
use compiler::Gate;
use dsl::functions::read_environment_variable;
use dsl::{Graph, ResourceGroup, Scenario, Value};
use serde_json::{Value as Json, json};

use crate::common::{Seen, run_with};

fn build(g: &mut Graph<ResourceGroup>) {
    let value = Value::<String>::raw("nowhere()");
    g.output("place", value).describe("What no function returns.");
}

fn lint(args: &[&str]) -> Option<Seen> {
    let _gate = Gate::shared()?;
    let sound = |g: &mut Graph<ResourceGroup>| {
        let place = g.param("place").default("Tokyo").describe("Where it is.");
        g.output("place", &place).describe("Where it is, again.");
        // A machine that lints need not have what is deployed.
        g.parameter_set("main").value(&place, read_environment_variable("NO_SUCH_VARIABLE"));
    };
    let scenarios = [
        Scenario::new("faulty", build).describe("Is refused by the compiler."),
        Scenario::new("sound", sound).describe("Is accepted."),
    ];
    Some(run_with(&scenarios, &[&["lint"], args].concat()))
}

#[test]
fn a_finding_of_the_compiler_is_shown_at_its_line_of_rust() {
    let Some(seen) = lint(&["--all"]) else { return };
    assert_eq!((seen.exit, &*seen.stdout), (Exit::Failure, ""));
    for part in
        ["error[BCP057]: ", "tests/cli/lint.rs:15:7", "printed at main.bicep:6:23", "faulty: 1 error, 0 warnings"]
    {
        assert!(seen.stderr.contains(part), "{part}:\n{}", seen.stderr);
    }
    assert!(seen.stderr.ends_with("sound: no finding\n"), "{}", seen.stderr);
}

#[test]
fn what_is_sound_exits_with_zero() {
    let Some(seen) = lint(&["sound"]) else { return };
    assert_eq!((seen.exit, &*seen.stdout), (Exit::Fine, ""));
}

#[test]
fn findings_are_records_too() {
    let Some(seen) = lint(&["faulty", "--format", "json"]) else { return };
    let records: Json = serde_json::from_str(&seen.stdout).unwrap();
    let [record] = records["findings"].as_array().unwrap().as_slice() else { panic!("{records}") };
    let place = json!({ "file": Location::caller().file().replace('\\', "/"), "line": 15, "column": 7 });
    assert_eq!((&record["code"], &record["severity"]), (&json!("BCP057"), &json!("error")));
    assert_eq!((&record["file"], &record["line"], &record["source"]), (&json!("main.bicep"), &json!(6), &place));
}

//! What every call has in common: help, names, streams and exit codes.

use std::ffi::OsString;
use std::io::{ErrorKind, Write};

use cli::Exit;
use dsl::{Graph, ResourceBody, ResourceGroup, Scenario, raw, raw_existing};
use indoc::indoc;
use serde_json::json;

use crate::common::{Broken, run, run_with, scenarios, words};

#[test]
fn a_scenario_is_printed_to_standard_output() {
    let seen = run(&["example"]);
    assert_eq!(seen.exit, Exit::Fine);
    assert!(seen.stdout.contains("output place string = 'Tokyo'\n"), "{}", seen.stdout);
    assert_eq!(seen.stderr, "");
}

#[test]
fn findings_leave_standard_output_empty() {
    let seen = run_with(&scenarios(&["broken"]), &["broken"]);
    assert_eq!(seen.exit, Exit::Failure);
    assert_eq!(seen.stdout, "");
    assert!(!seen.stderr.is_empty());
}

#[test]
fn list_is_a_table() {
    let seen = run(&["list"]);
    assert_eq!(seen.exit, Exit::Fine);
    assert_eq!(
        seen.stdout,
        indoc! {"
            NAME     SCOPE          RESOURCES  PARAMETER SETS  SUMMARY
            example  resourceGroup          0  -               Says where it is.
            hub      resourceGroup          0  -               Says where it is.
        "}
    );
}

#[test]
fn list_counts_resources_and_names_parameter_sets() {
    let network = Scenario::new("network", |g: &mut Graph<ResourceGroup>| {
        let name = g.param("name").describe("Name of the zone.");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", &name).property("location", "global").add(g, "zone");
        raw_existing("Microsoft.Network/virtualNetworks@2024-05-01", "hub").add(g, "hub");
        g.parameter_set("dev").value(&name, "dev.internal");
        g.parameter_set("prod").value(&name, "prod.internal");
    });
    let scenarios = [network.describe("A zone.")];
    let seen = run_with(&scenarios, &["list"]);
    assert!(seen.stdout.ends_with("\nnetwork  resourceGroup          1  dev, prod       A zone.\n"), "{}", seen.stdout);

    let seen = run_with(&scenarios, &["list", "--format", "json"]);
    let expected = json!({ "scenarios": [{
        "name": "network", "scope": "resourceGroup", "resources": 1, "parameterSets": ["dev", "prod"], "summary": "A zone.",
    }]});
    assert_eq!((seen.exit, serde_json::from_str::<serde_json::Value>(&seen.stdout).unwrap()), (Exit::Fine, expected));
}

#[test]
fn help_lists_scenarios_and_commands() {
    for args in [&["--help"][..], &["help"]] {
        let seen = run(args);
        assert_eq!(seen.exit, Exit::Fine);
        let stdout = &seen.stdout;
        let lines = stdout.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let shown: Vec<_> = lines.skip_while(|line| line != "Scenarios and commands:").skip(1).take(3).collect();
        assert_eq!(
            shown,
            ["example Says where it is.", "hub Says where it is.", "list List the scenarios"],
            "{stdout}"
        );
        assert_eq!(seen.stderr, "");
    }
}

/// Exit code 2 and a message that has this text.
#[track_caller]
fn check_usage_error(args: &[&str], message: &str) {
    let seen = run(args);
    assert_eq!(seen.exit, Exit::Usage, "{args:?}");
    assert_eq!(seen.stdout, "", "{args:?}");
    assert!(seen.stderr.contains(message), "{args:?}: {}", seen.stderr);
}

#[test]
fn usage_errors_say_what_to_do() {
    check_usage_error(&[], "Usage: scenarios <NAME|COMMAND>");
    check_usage_error(&["exmaple"], "tip: some similar subcommands exist: 'explain', 'example'");
    check_usage_error(&["lsit"], "tip: some similar subcommands exist: 'lint', 'list'");
    check_usage_error(&["example", "--loud"], "unexpected argument '--loud'");
    check_usage_error(&["generate"], "<NAME|--all>");
    check_usage_error(&["generate", "exmaple"], "tip: a similar value exists: 'example'");
    check_usage_error(&["generate", "--all", "example"], "'--all' cannot be used with");
    check_usage_error(&["generate", "--out-dir"], "a value is required for '--out-dir <DIR>'");
}

#[cfg(unix)]
#[test]
fn arguments_may_be_any_bytes() {
    use std::os::unix::ffi::OsStringExt;

    for place in 0..3 {
        let mut args = words(&["generate", "example"]);
        args.insert(place, OsString::from_vec(vec![0xff, 0xfe]));
        let exit = cli::run(&scenarios(&["example"]), args, &mut Vec::new(), &mut Vec::new());
        assert_eq!(exit, Exit::Usage, "in place {place}");
    }
    assert_eq!(cli::run(&scenarios(&["example"]), [], &mut Vec::new(), &mut Vec::new()), Exit::Usage, "none at all");
}

/// The scenarios cannot be used, whatever the command is.
#[track_caller]
fn check_names(names: &[&'static str], message: &str) {
    let seen = run_with(&scenarios(names), &["list"]);
    assert_eq!((seen.exit, seen.stdout.as_str(), seen.stderr.as_str()), (Exit::Usage, "", message));
}

#[test]
fn names_that_cannot_be_called_are_refused() {
    for command in [
        "list", "render", "generate", "check", "lint", "review", "graph", "explain", "deploy", "destroy", "verify",
        "help",
    ] {
        check_names(
            &[command],
            &format!("error: scenario `{command}` has the name of a command: rename the scenario\n"),
        );
    }
    for name in ["", "Example", "1st", "-x", "a_b", "é"] {
        let rule = "a name begins with a letter and has only `a-z`, `0-9` and `-`";
        check_names(&[name], &format!("error: scenario \"{name}\": {rule}\n"));
    }
    check_names(&["a", "b", "a"], "error: two scenarios are called `a`: rename one of them\n");
    check_names(
        &["list", "a", "a"],
        "error: scenario `list` has the name of a command: rename the scenario\nerror: two scenarios are called `a`: rename one of them\n",
    );
}

/// Runs a command whose standard output fails.
fn run_on(failure: ErrorKind, args: &[&str]) -> (Exit, String) {
    let mut stderr = Vec::new();
    let exit = cli::run(&scenarios(&["example"]), words(args), &mut Broken(failure), &mut stderr);
    (exit, String::from_utf8(stderr).unwrap())
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for args in [&["example"][..], &["list"], &["--help"]] {
        assert_eq!(run_on(ErrorKind::BrokenPipe, args), (Exit::Fine, String::new()), "{args:?}");
    }
}

#[test]
fn a_full_disk_is_an_error() {
    for args in [&["example"][..], &["list"], &["--help"]] {
        let (exit, stderr) = run_on(ErrorKind::StorageFull, args);
        assert_eq!(exit, Exit::Failure, "{args:?}");
        let (what, why) = ("error: cannot write to standard output\n", ErrorKind::StorageFull);
        assert!(stderr.starts_with(&format!("{what}  caused by: {why}\n  help: free some space")), "{stderr}");
    }
}

#[test]
fn a_broken_standard_error_changes_nothing() {
    let stderr: &mut dyn Write = &mut Broken(ErrorKind::StorageFull);
    assert_eq!(cli::run(&scenarios(&["example"]), words(&["exmaple"]), &mut Vec::new(), stderr), Exit::Usage);
}

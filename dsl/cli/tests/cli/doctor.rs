//! `doctor` on machines that have one thing and not the other.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::machine::{Machine, Shown};

/// Runs `doctor` where a stand-in for `rustc` has a version.
fn doctor(machine: &Machine, rust: &str, args: &[&str]) -> Shown {
    machine.put("rustc", &format!("#!/bin/sh\necho 'rustc {rust} (of a test)'\n"));
    fs::set_permissions(machine.path("rustc"), Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", machine.path("").display());
    let mut program = machine.program(&[&["doctor"], args].concat());
    machine.seen(program.env("PATH", path).env("BICEP", "nowhere/bicep").output().unwrap())
}

/// What is found and what is to be done about one of them.
#[track_caller]
fn check(shown: &Shown, name: &str, found: &str, help: Option<&str>) {
    let records: Value = serde_json::from_str(&shown.stdout).unwrap();
    let tool = records["tools"].as_array().unwrap().iter().find(|tool| tool["name"] == name).unwrap();
    assert!(tool["found"].as_str().unwrap().contains(found), "{tool}");
    assert_eq!(tool["ok"], Value::from(help.is_none()), "{tool}");
    assert!(tool["help"].as_str().unwrap_or_default().contains(help.unwrap_or_default()), "{tool}");
}

#[test]
fn what_is_there_is_found() {
    let machine = Machine::new();
    machine.put("account-show", r#"echo '{"name": "Contoso", "id": "0-0", "user": {"name": "operator"}}'"#);
    let shown = doctor(&machine, "1.95.0", &["--format", "json"]);
    check(&shown, "Rust", "rustc 1.95.0", None);
    check(&shown, "Azure CLI", "2.91.0", None);
    check(&shown, "Login", "operator in the subscription `Contoso` (0-0)", None);
    check(&shown, "Bicep", "not found", Some("BICEP is `nowhere/bicep`, which is not a file"));
    assert_eq!((shown.exit, &*shown.stderr), (Some(1), "asking rustc, git, bicep and az\n"));
}

#[test]
fn what_is_missing_is_told_with_what_to_do() {
    let machine = Machine::new();
    machine.put("account-show", r#"echo "ERROR: Please run 'az login' to setup account." >&2; exit 1"#);
    let shown = doctor(&machine, "1.87.0", &["--format", "json"]);
    check(&shown, "Rust", "rustc 1.87.0", Some("1.88 is the oldest that will do: rustup update"));
    check(&shown, "Login", "`az account show` failed", Some("run: az login"));

    machine.put("version", r#"echo '{"azure-cli": "2.40.0"}'"#);
    let shown = doctor(&machine, "1.95.0", &["--format", "json"]);
    check(&shown, "Azure CLI", "`az` is version 2.40.0", Some("run: az upgrade"));
    assert!(!shown.stdout.contains("Login"), "who is logged in cannot be asked: {}", shown.stdout);
}

#[test]
fn a_person_reads_a_line_for_each() {
    let shown = doctor(&Machine::new(), "1.95.0", &[]);
    let lines: Vec<_> = shown.stdout.lines().collect();
    assert_eq!(lines[0], "ok       Rust       rustc 1.95.0 (of a test)  (for everything)");
    assert_eq!(lines[2], "missing  Bicep      not found  (for lint, diff and the tests)");
    assert!(lines[3].starts_with("         help: the official Bicep compiler was not found"), "{}", shown.stdout);
}

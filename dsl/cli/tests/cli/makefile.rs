//! The Makefile at the root, with stand-ins for `az` and `cargo` that write down how they are called.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use indoc::indoc;
use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Writes its name and arguments to a file, each in brackets, and ends as `ENDS` says.
const STAND_IN: &str = indoc! {r#"
    #!/bin/sh
    { printf '%s' "${0##*/}"; printf ' [%s]' "$@"; echo; } >> "$CALLS"
    "$ENDS"
"#};

/// A machine with only the tools that `make` needs and the stand-ins.
struct Machine(TempDir);

impl Machine {
    /// None where `make` is not installed: then the Makefile is of no use either.
    fn with(stand_ins: &[&str]) -> Option<Self> {
        Command::new("make").arg("--version").output().ok()?;
        let machine = Self(tempfile::tempdir().unwrap());
        for name in stand_ins {
            let path = machine.0.path().join(name);
            fs::write(&path, STAND_IN).unwrap();
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        for tool in ["sh", "awk"] {
            std::os::unix::fs::symlink(find(tool), machine.0.path().join(tool)).unwrap();
        }
        Some(machine)
    }

    fn make(&self, ends: &str, args: &[&str]) -> Output {
        Command::new(find("make"))
            .args(["--silent", "-C", ROOT])
            .args(args)
            .env_clear()
            .env("PATH", self.0.path())
            .env("CALLS", self.0.path().join("calls"))
            .env("ENDS", ends)
            .output()
            .unwrap()
    }

    fn calls(&self) -> String {
        fs::read_to_string(self.0.path().join("calls")).unwrap_or_default()
    }
}

fn find(tool: &str) -> String {
    let path = std::env::var("PATH").unwrap();
    let mut places = path.split(':').map(|folder| format!("{folder}/{tool}"));
    places.find(|place| Path::new(place).is_file()).unwrap()
}

/// Runs `make` where all goes well, and compares how the stand-ins were called.
#[track_caller]
fn check(args: &[&str], calls: &str) {
    let Some(machine) = Machine::with(&["az", "cargo"]) else { return };
    let output = machine.make("true", args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(machine.calls(), calls);
}

#[test]
fn help_is_the_default() {
    let Some(machine) = Machine::with(&[]) else { return };
    let output = machine.make("true", &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    for target in ["help", "build", "deployment-what-if", "deployment-create", "destroy", "test", "ci"] {
        assert!(text.lines().any(|line| line.split_whitespace().next() == Some(target)), "{target}: {text}");
    }
    assert!(text.contains("SCENARIO=example RESOURCE_GROUP=rg-example LOCATION=japaneast"), "{text}");
}

#[test]
fn build_generates() {
    check(&["build"], "cargo [run] [--quiet] [-p] [scenarios] [--] [generate] [example]\n");
}

/// Runs `make`, and compares how `scenarios` is called.
#[track_caller]
fn check_scenarios(args: &[&str], words: &str) {
    check(args, &format!("cargo [run] [--quiet] [-p] [scenarios] [--] {words}\n"));
}

const MAKES: &str = "[--location] [japaneast] [--create-resource-group] [--out-dir] [generated]";

#[test]
fn create_makes_the_group_that_is_missing() {
    check_scenarios(&["deployment-create", "SCENARIO=hub"], &format!("[deploy] [hub] {MAKES}"));
    check_scenarios(&["deployment-create", "YES=1"], &format!("[deploy] [example] {MAKES} [--yes]"));
    let group = "[--resource-group] [rg-test]";
    let args = ["deployment-create", "RESOURCE_GROUP=rg-test"];
    check_scenarios(&args, &format!("[deploy] [example] {group} {MAKES}"));
}

#[test]
fn what_if_only_shows() {
    check_scenarios(&["deployment-what-if"], &format!("[deploy] [example] [--what-if] {MAKES}"));
}

#[test]
fn nothing_goes_on_after_a_failure() {
    let Some(machine) = Machine::with(&["az", "cargo"]) else { return };
    for target in ["deployment-create", "deployment-what-if", "destroy"] {
        assert!(!machine.make("false", &[target]).status.success(), "{target}");
    }
}

#[test]
fn destroy_asks_unless_told() {
    check_scenarios(&["destroy"], "[destroy] [example]");
    check_scenarios(&["destroy", "YES=0"], "[destroy] [example]");
    check_scenarios(&["destroy", "YES=1"], "[destroy] [example] [--yes]");
}

#[test]
fn values_reach_the_commands_unchanged() {
    let name = r#"a 'b' "c" `d`;e"#;
    let args = ["destroy", &format!("RESOURCE_GROUP={name}")];
    check_scenarios(&args, &format!("[destroy] [example] [--resource-group] [{name}]"));
}

#[test]
fn without_the_azure_cli_nothing_is_run() {
    for target in ["deployment-what-if", "deployment-create", "destroy"] {
        let Some(machine) = Machine::with(&["cargo"]) else { return };
        let output = machine.make("true", &[target]);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success());
        assert!(stderr.contains("error: the Azure CLI (az) is not installed\n  help: install it from "), "{stderr}");
        assert_eq!(machine.calls(), "", "{target}");
    }
}

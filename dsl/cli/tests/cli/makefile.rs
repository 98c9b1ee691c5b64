//! The Makefile at the root, with stand-ins for `az` and `cargo` that write down how they are called.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use indoc::indoc;
use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Writes its name and arguments to a file, each in brackets; `az group exists` answers what `EXISTS` says and fails where
/// that is empty.
const STAND_IN: &str = indoc! {r#"
    #!/bin/sh
    { printf '%s' "${0##*/}"; printf ' [%s]' "$@"; echo; } >> "$CALLS"
    if [ "$2" = exists ]; then echo "$EXISTS"; test -n "$EXISTS"; fi
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

    fn make(&self, exists: &str, args: &[&str]) -> Output {
        Command::new(find("make"))
            .args(["--silent", "-C", ROOT])
            .args(args)
            .env_clear()
            .env("PATH", self.0.path())
            .env("CALLS", self.0.path().join("calls"))
            .env("EXISTS", exists)
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

/// Runs `make` where the group exists or not, and compares how the stand-ins were called.
#[track_caller]
fn check(exists: bool, args: &[&str], calls: &str) {
    let Some(machine) = Machine::with(&["az", "cargo"]) else { return };
    let output = machine.make(&exists.to_string(), args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(machine.calls(), calls);
}

#[test]
fn help_is_the_default() {
    let Some(machine) = Machine::with(&[]) else { return };
    let output = machine.make("", &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    for target in ["help", "build", "deployment-what-if", "deployment-create", "destroy", "test", "ci"] {
        assert!(text.lines().any(|line| line.split_whitespace().next() == Some(target)), "{target}: {text}");
    }
    assert!(text.contains("SCENARIO=example RESOURCE_GROUP=rg-example LOCATION=japaneast"), "{text}");
}

#[test]
fn build_generates() {
    check(true, &["build"], "cargo [run] [--quiet] [-p] [scenarios] [--] [generate] [example]\n");
}

#[test]
fn create_makes_the_group_that_is_missing() {
    check(
        false,
        &["deployment-create", "SCENARIO=hub"],
        indoc! {"
            cargo [run] [--quiet] [-p] [scenarios] [--] [generate] [hub]
            az [group] [exists] [--name] [rg-hub] [--output] [json]
            az [group] [create] [--name] [rg-hub] [--location] [japaneast] [--output] [none]
            az [deployment] [group] [create] [--name] [hub] [--resource-group] [rg-hub] [--parameters] [generated/hub/main.bicepparam]
        "},
    );
}

#[test]
fn what_if_keeps_the_group_that_exists() {
    check(
        true,
        &["deployment-what-if"],
        indoc! {"
            cargo [run] [--quiet] [-p] [scenarios] [--] [generate] [example]
            az [group] [exists] [--name] [rg-example] [--output] [json]
            az [deployment] [group] [what-if] [--name] [example] [--resource-group] [rg-example] [--parameters] [generated/example/main.bicepparam]
        "},
    );
}

#[test]
fn nothing_is_deployed_when_azure_does_not_answer() {
    let Some(machine) = Machine::with(&["az", "cargo"]) else { return };
    assert!(!machine.make("", &["deployment-create"]).status.success());
    assert!(
        machine.calls().ends_with("az [group] [exists] [--name] [rg-example] [--output] [json]\n"),
        "{}",
        machine.calls()
    );
}

#[test]
fn destroy_asks_unless_told() {
    check(true, &["destroy"], "az [group] [delete] [--name] [rg-example]\n");
    check(true, &["destroy", "YES=0"], "az [group] [delete] [--name] [rg-example]\n");
    check(true, &["destroy", "YES=1"], "az [group] [delete] [--name] [rg-example] [--yes]\n");
}

#[test]
fn values_reach_the_commands_unchanged() {
    let name = r#"a 'b' "c" `d`;e"#;
    let calls = format!("az [group] [delete] [--name] [{name}]\n");
    check(true, &["destroy", &format!("RESOURCE_GROUP={name}")], &calls);
}

#[test]
fn without_the_azure_cli_nothing_is_run() {
    for target in ["deployment-what-if", "deployment-create", "destroy"] {
        let Some(machine) = Machine::with(&["cargo"]) else { return };
        let output = machine.make("", &[target]);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success());
        assert!(stderr.contains("error: the Azure CLI (az) is not installed\n  help: install it from "), "{stderr}");
        assert_eq!(machine.calls(), "", "{target}");
    }
}

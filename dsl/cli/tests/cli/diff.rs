//! `diff` against git revisions and files, with the compiler and without.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A repository in which a scenario of the program has been generated and committed.
struct Repository(TempDir);

impl Repository {
    fn new(scenario: &str) -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        fs::write(repository.path().join("Cargo.lock"), "").unwrap();
        assert!(repository.run(&["generate", scenario], false).status.success());
        repository.git(&["init", "--quiet"]);
        repository.commit();
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, args: &[&str]) {
        let author = ["-c", "user.name=test", "-c", "user.email=test@example.invalid"];
        let output = Command::new("git").current_dir(self.path()).args(author).args(args).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "Generated"]);
    }

    /// Changes a generated file, as an older version of the scenario would have it.
    fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    fn run(&self, args: &[&str], is_foretold: bool) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sample"));
        program.current_dir(self.path()).args(args).env("CONNECTION", "a secret of the environment");
        if !is_foretold {
            program.env("BICEP", "no/such/bicep");
        }
        program.output().unwrap()
    }

    #[track_caller]
    fn check(&self, args: &[&str], is_foretold: bool, exit: i32, expected: &[&str]) {
        let output = self.run(&[&["diff"], args].concat(), is_foretold);
        let [stdout, stderr] = [output.stdout, output.stderr].map(|it| String::from_utf8(it).unwrap());
        assert_eq!(output.status.code(), Some(exit), "{stdout}{stderr}");
        assert_eq!(stdout.lines().collect::<Vec<_>>(), expected, "{stderr}");
        assert!(!stdout.contains("a secret of the environment"), "{stdout}");
    }
}

/// What changes from the files that `replace` leaves, to those that the program prints.
const OLDER: [(&str, &str); 3] =
    [("'10.0.0.0/16'", "'10.9.0.0/16'"), ("-spoke'", "-tenant'"), ("'contoso'", "'fabrikam'")];

fn older() -> Repository {
    let repository = Repository::new("networks");
    for (new, old) in OLDER {
        repository.replace("generated/networks/main.bicep", new, old);
    }
    repository
}

#[test]
fn nothing_changes_since_the_last_commit() {
    Repository::new("networks").check(&["networks"], false, 0, &["no difference in the text of the Bicep"]);
}

#[test]
fn the_text_is_compared_where_there_is_no_compiler() {
    let repository = older();
    repository.commit();
    let expected = [
        "~ Microsoft.Network/virtualNetworks `${prefix}-hub` is changed",
        "    properties.addressSpace.addressPrefixes: ['10.9.0.0/16'] -> ['10.0.0.0/16']",
        "! Microsoft.Network/virtualNetworks `${prefix}-tenant` is replaced by `${prefix}-spoke`: it has another name",
        "    properties.addressSpace.addressPrefixes: ['10.9.0.0/16'] -> ['10.0.0.0/16']",
        "~ Microsoft.Sql/servers `${prefix}-server` is changed",
        "    properties.administratorLogin: 'fabrikam' -> 'contoso'",
        "",
        "1 replaced, 2 changed",
    ];
    repository.check(&["networks"], false, 1, &expected);
    repository.check(&["networks", "--against", "HEAD~1"], false, 0, &["no difference in the text of the Bicep"]);
    repository.check(&["networks", "--against", "generated/networks"], false, 1, &expected);
    repository.check(&["networks", "--against", "generated/networks/main.bicep"], false, 1, &expected);
}

#[test]
fn the_compiler_foretells_both_versions() {
    let Some(gate) = compiler::Gate::shared() else { return };
    drop(gate);
    let expected = [
        "~ Microsoft.Network/virtualNetworks `PREFIX-hub` is changed",
        "    properties.addressSpace.addressPrefixes: [\"10.9.0.0/16\"] -> [\"10.0.0.0/16\"]",
        "! Microsoft.Network/virtualNetworks `PREFIX-tenant` is replaced by `PREFIX-spoke`: it has another name",
        "    properties.addressSpace.addressPrefixes: [\"10.9.0.0/16\"] -> [\"10.0.0.0/16\"]",
        "~ Microsoft.Sql/servers `PREFIX-server` is changed",
        "    properties.administratorLogin: 'fabrikam' -> 'contoso'",
        "",
        "1 replaced, 2 changed",
    ];
    older().check(&["networks", "--against", "generated/networks"], true, 1, &expected);
}

#[test]
fn a_scenario_that_is_new_is_added() {
    let repository = Repository::new("plain");
    let expected = [
        "+ Microsoft.Network/virtualNetworks `${prefix}-hub` is added",
        "+ Microsoft.Network/virtualNetworks `${prefix}-spoke` is added",
        "+ Microsoft.Sql/servers `${prefix}-server` is added",
        "",
        "3 added",
    ];
    repository.check(&["networks"], false, 1, &expected);
}

/// What a command has said on standard error.
fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_draft_is_compared_and_its_findings_are_told() {
    let repository = Repository::new("plain");
    let zone = "+ Microsoft.Network/privateDnsZones `contoso.internal` is added";
    repository.check(&["draft"], false, 1, &[zone, "", "1 added"]);
    let output = repository.run(&["diff", "draft", "--format", "json"], false);
    let told = stderr(&output);
    assert!(told.contains("error[unknown-property]") && told.contains("1 problem; what is shown is a draft"), "{told}");
    let records: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&records["changes"][0]["change"], &records["findings"][0]["id"]),
        (&"added".into(), &"unknown-property".into())
    );
    assert!(repository.run(&["diff", "faulty"], false).stdout.is_empty());
}

#[test]
fn what_the_compiler_refuses_is_shown_at_the_line_of_rust() {
    let Some(gate) = compiler::Gate::shared() else { return };
    drop(gate);
    let repository = Repository::new("plain");
    repository.check(&["refused"], true, 1, &["no difference in the text of the Bicep"]);
    let told = stderr(&repository.run(&["diff", "refused"], true));
    assert!(told.contains("error[BCP057]") && told.contains("program.rs"), "{told}");
    assert!(told.contains("for the compiler refuses what the scenario prints"), "{told}");
}

#[test]
fn the_name_of_a_variable_that_does_not_fit_is_no_error() {
    let Some(gate) = compiler::Gate::shared() else { return };
    drop(gate);
    let repository = Repository::new("chosen");
    repository.check(&["chosen"], true, 0, &["no difference in the text of the Bicep"]);
    let told = stderr(&repository.run(&["diff", "chosen"], true));
    assert!(
        told.contains("in the place of their values, the compiler refuses the files:\n  main.bicepparam("),
        "{told}"
    );
    repository.replace("generated/chosen/main.bicepparam", "STAGE", "STEP");
    let told = stderr(&repository.run(&["diff", "chosen", "--against", "generated/chosen"], true));
    assert!(told.contains("note: parameter files differ"), "{told}");
}

#[test]
fn changes_are_records_too() {
    let output = older().run(&["diff", "networks", "--against", "generated/networks", "--format", "json"], false);
    let records: Value = serde_json::from_slice(&output.stdout).unwrap();
    let replaced = &records["changes"][1];
    assert_eq!((&replaced["change"], &replaced["replaces"]["name"]), (&"replaced".into(), &"${prefix}-tenant".into()));
    assert_eq!(records["changes"][2]["properties"][0]["old"], "'fabrikam'");
}

#[test]
fn what_cannot_be_compared_says_why() {
    let repository = Repository::new("networks");
    let stderr = |args: &[&str]| {
        let output = repository.run(&[&["diff"], args].concat(), false);
        assert_ne!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).unwrap()
    };
    fs::write(repository.path().join("other.json"), "{}").unwrap();
    let told = stderr(&["networks", "--against", "nowhere"]);
    assert!(told.contains("`nowhere` is neither a file nor a git revision"), "{told}");
    let told = stderr(&["networks", "--against=--output=x"]);
    assert!(told.contains("`--output=x` is no git revision"), "{told}");
    let told = stderr(&["networks", "--against", "other.json"]);
    assert!(told.contains("has no `predictedResources`: write it by `bicep snapshot`"), "{told}");
    let told = stderr(&["networks", "--parameters", "prod"]);
    assert!(told.contains("has no parameter set `prod`") && told.contains("it has `main`"), "{told}");
}

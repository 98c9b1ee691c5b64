//! The requests and the list of rules, against the official compiler; must not know the gate's judgement.

use std::path::Path;
use std::{fs, io};

use compiler::{Compiler, Diagnostic, Error, Folder, Gate, Level, Place, RULES};
use tempfile::TempDir;

#[test]
fn the_version_is_that_of_the_compiler() {
    let Some(mut gate) = Gate::shared() else { return };
    let version = gate.compiler().unwrap().version();
    assert!(version.split('.').count() == 3 && version.starts_with("0."), "{version}");
}

#[test]
fn findings_come_with_level_and_place() {
    let Some(mut gate) = Gate::shared() else { return };
    let folder = Folder::write(&[("main.bicep", "/* \u{1F600} */ param x string = 3\n")]).unwrap();
    let source = folder.file("main.bicep");
    let compilation = gate.compiler().unwrap().compile(&source).unwrap();
    assert!(!compilation.success && compilation.template.is_none());
    let message = "Expected a value of type \"string\" but the provided value is of type \"3\".".to_owned();
    let expected = Diagnostic { source, line: 1, column: 27, level: Level::Error, code: "BCP033".to_owned(), message };
    assert!(compilation.diagnostics.contains(&expected), "{:#?}", compilation.diagnostics);
}

#[test]
fn a_parameters_file_gives_parameters_and_template() {
    let Some(mut gate) = Gate::shared() else { return };
    let files = [("main.bicep", "param x string\n"), ("main.bicepparam", "using 'main.bicep'\n\nparam x = 'y'\n")];
    let folder = Folder::write(&files).unwrap();
    let compilation = gate.compiler().unwrap().compile_params(&folder.file("main.bicepparam")).unwrap();
    assert!(compilation.success);
    assert!(compilation.parameters.unwrap().contains("deploymentParameters.json#"));
    assert!(compilation.template.unwrap().contains("deploymentTemplate.json#"));
    assert!(compilation.diagnostics.iter().all(|found| found.source == folder.file("main.bicep")));
}

#[test]
fn a_snapshot_has_the_resources_of_a_place() {
    let Some(mut gate) = Gate::shared() else { return };
    let template = "\
param name string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: resourceGroup().location
}

output group string = resourceGroup().name
";
    let files = [("main.bicep", template), ("main.bicepparam", "using 'main.bicep'\n\nparam name = 'id'\n")];
    let folder = Folder::write(&files).unwrap();
    let place = Place {
        subscription: "11111111-1111-1111-1111-111111111111".to_owned(),
        resource_group: Some("rg".to_owned()),
        location: "japaneast".to_owned(),
    };
    let snapshot = gate.compiler().unwrap().snapshot(&folder.file("main.bicepparam"), &place).unwrap();
    let [identity] = snapshot.resources.as_slice() else { panic!("{snapshot:?}") };
    assert_eq!((&identity["name"], &identity["location"]), (&"id".into(), &"japaneast".into()));
    let id = identity["id"].as_str().unwrap();
    assert!(id.starts_with("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/"), "{id}");
    assert_eq!(snapshot.outputs["group"], "rg");
}

#[test]
fn a_file_that_is_not_there_is_an_error_after_which_the_conversation_goes_on() {
    let Some(mut gate) = Gate::shared() else { return };
    let compiler = gate.compiler().unwrap();
    let error = compiler.compile(Path::new("nowhere/main.bicep")).unwrap_err();
    assert!(matches!(error, Error::Failed { .. }), "{error}");
    assert!(error.to_string().contains("Could not find"), "{error}");
    assert!(compiler.is_intact());
}

#[test]
fn an_empty_path_is_refused_before_it_is_sent() {
    let Some(mut gate) = Gate::shared() else { return };
    let error = gate.compiler().unwrap().format(Path::new("")).unwrap_err();
    assert!(matches!(error, Error::Path(_)), "{error}");
}

/// The compiler says nothing about a rule that it does not know, so a misspelt or withdrawn one would go unnoticed.
/// It does fail if the entry of a rule that it knows is not an object: that tells them apart.
#[test]
fn the_compiler_knows_every_rule() {
    let Some(mut gate) = Gate::shared() else { return };
    let compiler = gate.compiler().unwrap();
    assert!(!is_known(compiler, "no-such-rule").unwrap());
    for rule in RULES {
        assert!(is_known(compiler, rule).unwrap(), "{rule}");
    }
}

fn is_known(compiler: &mut Compiler, rule: &str) -> io::Result<bool> {
    let folder = TempDir::new()?;
    let configuration = format!(r#"{{"analyzers": {{"core": {{"rules": {{"{rule}": "not an object"}}}}}}}}"#);
    fs::write(folder.path().join("bicepconfig.json"), configuration)?;
    let file = folder.path().join("main.bicep");
    fs::write(&file, "param x string\n")?;
    Ok(compiler.compile(&file).is_err())
}

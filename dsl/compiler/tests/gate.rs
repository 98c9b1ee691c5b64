//! What the gate lets pass and what it refuses, against the official compiler; must not know any emitter.

use compiler::{Findings, Gate};

const CLEAN: &str = "\
@description('The name.')
param name string

@description('The name again.')
output again string = name
";

const UNUSED: &str = "\
@description('The name.')
param name string
";

fn assert_contains(report: &str, parts: &[&str]) {
    for part in parts {
        assert!(report.contains(part), "`{part}` is not in:\n{report}");
    }
}

#[test]
fn a_clean_set_passes() {
    let Some(mut gate) = Gate::shared() else { return };
    let using = "\
using 'main.bicep'

param name = 'x'
";
    gate.assert_clean(&[("main.bicep", CLEAN), ("main.bicepparam", using), ("notes/readme.md", "No Bicep.")]);

    let compilations = gate.check(&[("main.bicep", CLEAN), ("main.bicepparam", using)]).unwrap();
    let [main, params] = compilations.as_slice() else { panic!("{compilations:?}") };
    assert_eq!(main.template, params.template);
    assert!(main.parameters.is_none());
    assert!(params.parameters.as_ref().is_some_and(|text| text.contains("\"value\": \"x\"")));
}

#[test]
fn secure_parameters_pass() {
    let Some(mut gate) = Gate::shared() else { return };
    let vault = "\
@secure()
@description('The password.')
param password string

@description('The vault.')
param vault string

resource keyVault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vault

  resource entry 'secrets' = {
    name: 'password'
    properties: {
      value: password
    }
  }
}
";
    gate.assert_clean(&[("main.bicep", vault)]);
}

#[test]
fn a_warning_is_refused_with_its_line() {
    let Some(mut gate) = Gate::shared() else { return };
    let report = gate.check(&[("main.bicep", UNUSED)]).unwrap_err();
    let expected = "\
main.bicep(2,7): Warning no-unused-params: Parameter \"name\" is declared but never used.
     2 | param name string
";
    assert_eq!(report, expected);
}

#[test]
fn a_rule_that_is_off_by_default_is_on() {
    let Some(mut gate) = Gate::shared() else { return };
    let report = gate.check(&[("main.bicep", "param name string\n\noutput again string = name\n")]).unwrap_err();
    assert_contains(&report, &["Warning use-description-params", "Warning use-description-outputs"]);
}

#[test]
fn a_syntax_error_is_refused() {
    let Some(mut gate) = Gate::shared() else { return };
    let report = gate.check(&[("main.bicep", "@description('The name.')\nparam name = \n")]).unwrap_err();
    assert_contains(&report, &["main.bicep(2,12): Error BCP279", "     2 | param name = \n"]);
}

#[test]
fn a_finding_in_a_module_is_reported_once() {
    let Some(mut gate) = Gate::shared() else { return };
    let user = "\
module inner 'modules/inner.bicep' = {
  params: {
    name: 'x'
  }
}
";
    let report = gate.check(&[("main.bicep", user), ("modules/inner.bicep", UNUSED)]).unwrap_err();
    assert_eq!(report.matches("inner.bicep(2,7): Warning no-unused-params").count(), 1, "{report}");
    assert_contains(&report, &["     2 | param name string\n"]);
}

#[test]
fn a_single_byte_that_the_formatter_changes_is_refused() {
    let Some(mut gate) = Gate::shared() else { return };
    let report = gate.check(&[("main.bicep", CLEAN.replace("again string", "again  string"))]).unwrap_err();
    let expected = "\
main.bicep: the formatter changes line 5:
-    5 | output again  string = name\\n
+    5 | output again string = name\\n
";
    assert_eq!(report, expected);

    let report = gate.check(&[("main.bicep", CLEAN.trim_end())]).unwrap_err();
    assert_contains(&report, &["-    5 | output again string = name\n", "+    5 | output again string = name\\n"]);
    let report = gate.check(&[("main.bicep", CLEAN.replace('\n', "\r\n"))]).unwrap_err();
    assert_contains(&report, &["the formatter changes line 1", "\\r\\n"]);
}

#[test]
fn a_parameters_file_is_compiled_with_its_template() {
    let Some(mut gate) = Gate::shared() else { return };
    let bad = "using 'main.bicep'\n\nparam name = 3\nparam other = 'x'\n";
    let report = gate.check(&[("main.bicep", CLEAN), ("main.bicepparam", bad)]).unwrap_err();
    assert_contains(
        &report,
        &["main.bicepparam(3,14): Error BCP033", "     3 | param name = 3", "main.bicepparam(4,1): Error BCP259"],
    );

    let lone = gate.check(&[("main.bicepparam", "using 'main.bicep'\n")]).unwrap_err();
    assert_contains(&lone, &["main.bicepparam(1,7): Error BCP091"]);
}

#[test]
fn a_crash_is_a_failure_and_the_gate_survives_it() {
    let Some(mut gate) = Gate::shared() else { return };
    let longer_than_the_compiler_bears = format!("@export()\nvar long = '{}'\n", "x".repeat(140_000));
    let report = gate.check(&[("main.bicep", &longer_than_the_compiler_bears)]).unwrap_err();
    assert_contains(&report, &["main.bicep: the compiler failed on `bicep/compile`", "Limit: '131072'"]);
    gate.assert_clean(&[("main.bicep", CLEAN)]);
}

#[test]
fn a_text_that_brings_the_compiler_down_is_a_failure_and_the_compiler_is_replaced() {
    let Some(mut gate) = Gate::shared() else { return };
    let deep = format!("var deep = {}1{}\n", "(".repeat(20_000), ")".repeat(20_000));
    let report = gate.check(&[("main.bicep", deep)]).unwrap_err();
    assert_contains(&report, &["broke off", "Stack overflow"]);
    gate.assert_clean(&[("main.bicep", CLEAN)]);
}

#[test]
fn nothing_to_check_is_not_a_pass() {
    let Some(mut gate) = Gate::shared() else { return };
    assert_eq!(gate.check(&[("readme.md", "")]), Err("none of the files is Bicep".to_owned()));
}

#[test]
#[should_panic(expected = "refuses the files:\nmain.bicep(2,7): Warning no-unused-params")]
fn assert_clean_panics_with_the_report() {
    let Some(mut gate) = Gate::shared() else {
        panic!("refuses the files:\nmain.bicep(2,7): Warning no-unused-params")
    };
    gate.assert_clean(&[("main.bicep", UNUSED)]);
}

#[test]
fn a_template_is_given_in_spite_of_warnings_if_so_wished() {
    let Some(mut gate) = Gate::shared() else { return };
    let template = gate.template(UNUSED, Findings::AllowWarnings).unwrap();
    assert_eq!(template["parameters"]["name"]["type"], "string");
    let refused = gate.template(UNUSED, Findings::Deny).unwrap_err();
    assert_contains(&refused, &["no-unused-params"]);
    assert_eq!(gate.template(CLEAN, Findings::Deny).unwrap()["outputs"]["again"]["value"], "[parameters('name')]");

    let error = gate.template("param x string\noutput x int = 'y'\n", Findings::AllowWarnings).unwrap_err();
    assert_contains(&error, &["Error BCP033", "     2 | output x int = 'y'"]);
    assert!(!error.contains("Warning"), "{error}");
}

#[test]
fn a_text_is_formatted_though_it_be_faulty() {
    let Some(mut gate) = Gate::shared() else { return };
    assert_eq!(gate.format("param   x string").unwrap(), "param x string\n");
    assert_eq!(gate.format("param = x\n").unwrap(), "param = x\n");
}

#[test]
fn a_deep_template_is_no_obstacle() {
    let Some(mut gate) = Gate::shared() else { return };
    let depth = 300;
    let text =
        format!("@export()\n@description('Deep.')\nvar deep = {}1{}\n", "{\na: ".repeat(depth), "\n}".repeat(depth));
    let formatted = gate.format(&text).unwrap();
    gate.assert_clean(&[("main.bicep", formatted)]);
}

//! Findings: `check` in its formats, and `explain`.

use cli::Exit;
use dsl::Check;
use serde_json::Value;

use crate::common::{Seen, run, run_with, scenarios};
use crate::wrong;

fn check(format: &str) -> Seen {
    run_with(&scenarios(&["broken", "example"]), &["check", "--all", "--format", format])
}

#[test]
fn people_see_the_lines_that_made_a_finding() {
    let seen = check("human");
    assert_eq!((seen.exit, seen.stdout.as_str()), (Exit::Failure, ""));
    let lines = |text: &str| assert!(seen.stderr.contains(text), "{}", seen.stderr);
    lines("error[duplicate-symbol]: `place` is declared twice\n");
    lines(r#"g.output("place", Value::text("Osaka"))"#);
    lines(r#"g.output("place", Value::text("Tokyo"))"#);
    lines("^^^^^^");
    lines("help: give one of them another symbol");
    assert!(seen.stderr.ends_with("error: the graph has 1 problem; nothing was rendered\n"), "{}", seen.stderr);
}

#[test]
fn the_drawing() {
    let seen = run_with(&[wrong::scenario()], &["check", "wrong"]);
    assert_eq!((seen.exit, seen.stdout.as_str()), (Exit::Failure, ""));
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("findings-drawn", seen.stderr));
}

#[test]
fn programs_read_json() {
    let seen = check("json");
    assert_eq!((seen.exit, seen.stderr.as_str()), (Exit::Failure, ""));
    let log: Value = serde_json::from_str(&seen.stdout).unwrap();
    let [finding] = log["findings"].as_array().unwrap().as_slice() else { panic!("{log}") };
    assert_eq!((&finding["id"], &finding["severity"]), (&"duplicate-symbol".into(), &"error".into()));
    assert!(finding["file"].as_str().unwrap().ends_with("dsl/cli/tests/cli/common.rs"), "{finding}");
    assert_eq!(finding["related"][0]["line"].as_u64().unwrap() + 2, finding["line"].as_u64().unwrap());
}

#[test]
fn code_scanning_reads_sarif() {
    let seen = check("sarif");
    assert_eq!((seen.exit, seen.stderr.as_str()), (Exit::Failure, ""));
    let log: Value = serde_json::from_str(&seen.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Check::all().len());
    assert!(rules.iter().all(|rule| rule["shortDescription"]["text"].is_string() && rule["help"]["text"].is_string()));
    let result = &log["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&"duplicate-symbol".into(), &"error".into()));
    assert!(result["locations"][0]["physicalLocation"]["region"]["startLine"].is_u64(), "{result}");
    assert!(result["relatedLocations"][0]["message"]["text"].is_string(), "{result}");
}

#[test]
fn a_sound_scenario_has_no_findings() {
    let seen = run(&["check", "example", "--format", "json"]);
    assert_eq!((seen.exit, seen.stdout.as_str()), (Exit::Fine, "{\n  \"findings\": []\n}\n"));
    assert_eq!(run(&["check"]).exit, Exit::Usage);
    let seen = run(&["check", "--all"]);
    assert_eq!((&*seen.stdout, &*seen.stderr), ("", "checked 2 scenarios: no findings\n"));
    assert_eq!(run(&["check", "hub"]).stderr, "checked 1 scenario: no findings\n");
}

#[test]
fn every_check_is_explained() {
    let list = run(&["explain"]);
    assert_eq!(list.stdout.lines().count(), Check::all().len());
    for check in Check::all() {
        let seen = run(&["explain", check.id()]);
        assert_eq!(seen.exit, Exit::Fine);
        assert!(
            seen.stdout.contains(check.page().summary) && seen.stdout.contains("This is not:\n\n    "),
            "{}",
            seen.stdout
        );
    }
    let seen = run(&["explain", "duplicate-symbl"]);
    assert_eq!(seen.exit, Exit::Usage);
    assert!(seen.stderr.contains("did you mean `duplicate-symbol`"), "{}", seen.stderr);
    assert!(run(&["explain", "zzz"]).stderr.contains("explain` lists all checks"));
}

#[test]
fn roles_and_types_are_listed() {
    let roles = run(&["explain", "--roles"]).stdout;
    assert!(roles.contains("\nKeyVaultSecretsUser "), "{roles}");
    for line in roles.lines() {
        let (ident, name) = line.split_once("  ").unwrap();
        let [by_ident, by_name] = [ident, name.trim()].map(|topic| run(&["explain", topic]).stdout);
        assert!(by_ident == by_name && by_ident.starts_with(name.trim()), "{line}: {by_ident}");
    }
    let types = run(&["explain", "--types"]).stdout;
    for ty in types.lines().filter_map(|line| line.split_whitespace().next()) {
        let seen = run(&["explain", ty]);
        assert!(seen.exit == Exit::Fine && seen.stdout.contains("In Rust     `azure::"), "{ty}: {}", seen.stdout);
    }
}

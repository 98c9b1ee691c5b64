//! `review`: the card for people and for programs.

use cli::Exit;
use dsl::{Graph, ResourceBody, ResourceGroup, Scenario};

use crate::common::{run, run_with, scenarios};

#[test]
fn the_card_is_a_page() {
    let seen = run(&["review", "example"]);
    assert_eq!((seen.exit, seen.stderr.as_str()), (Exit::Fine, ""));
    assert!(seen.stdout.contains("# Review card of `example`\n\nSays where it is.\n"), "{}", seen.stdout);
    assert!(seen.stdout.contains("\n## Who may call what\n\nNobody is granted anything.\n"), "{}", seen.stdout);
}

#[test]
fn programs_get_the_same_as_json() {
    let seen = run(&["review", "example", "--format", "json"]);
    let card: serde_json::Value = serde_json::from_str(&seen.stdout).unwrap();
    assert_eq!((&card["name"], &card["scope"]), (&"example".into(), &"resourceGroup".into()));
    assert!(card["grants"].as_array().unwrap().is_empty());
}

#[test]
fn a_graph_with_findings_that_can_be_allowed_has_a_draft() {
    let zone = || dsl::raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal");
    let build = move |g: &mut Graph<ResourceGroup>| {
        zone().property("location", "global").property("properties.colour", "red").add(g, "zone");
    };
    let scenarios = [Scenario::new("draft", build).describe("Has an open finding.")];
    let seen = run_with(&scenarios, &["review", "draft"]);
    assert_eq!(seen.exit, Exit::Failure);
    assert!(seen.stdout.contains("| `unknown-property` | "), "{}", seen.stdout);
    assert!(seen.stderr.contains("error[unknown-property]"), "{}", seen.stderr);
    assert!(seen.stderr.ends_with("1 problem; what is shown is a draft\n"), "{}", seen.stderr);
    let seen = run_with(&scenarios, &["review", "draft", "--format", "json"]);
    let card: serde_json::Value = serde_json::from_str(&seen.stdout).unwrap();
    assert_eq!((&card["name"], &card["findings"][0]["id"]), (&"draft".into(), &"unknown-property".into()));
    assert_eq!(run_with(&scenarios, &["graph", "draft"]).exit, Exit::Failure);
}

#[test]
fn a_graph_with_errors_has_no_card() {
    let seen = run_with(&scenarios(&["broken"]), &["review", "broken"]);
    assert_eq!((seen.exit, seen.stdout.as_str()), (Exit::Failure, ""));
    assert!(seen.stderr.contains("error[duplicate-symbol]"), "{}", seen.stderr);
}

#[test]
fn a_name_that_is_none_is_a_usage_error() {
    let seen = run(&["review", "exmaple"]);
    assert_eq!(seen.exit, Exit::Usage);
    assert!(seen.stderr.contains("tip: a similar value exists: 'example'"), "{}", seen.stderr);
    assert_eq!(run(&["review"]).exit, Exit::Usage);
}

//! `invalid-name`: a name that Azure does not take, as far as its text is known. What Azure's data says about names is left
//! to `out-of-bounds`.

use dsl::{Check, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use crate::name::{InData, NameRule, rule_of};

/// A name that Azure does not take.
pub const INVALID_NAME: Check = Check::new(&Page {
    id: "invalid-name",
    severity: Severity::Error,
    summary: "A name that Azure does not take, as far as its text is known.",
    why: "Azure refuses the deployment, often after other resources have been made.",
    help: "write a name as the finding says; by `azure::name!`, the compiler of Rust checks it",
    constant: Some("azure::check::INVALID_NAME"),
    wrong: example!("invalid_name.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let prefix = g.param("prefix").default("dev").length(2..=12).describe("Prefix of every resource name.");
        KeyVault::new(&prefix + "_vault", &location).add(g, "vault");
    }),
    right: example!("invalid_name.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let prefix = g.param("prefix").default("dev").length(2..=12).describe("Prefix of every resource name.");
        KeyVault::new(&prefix + "-vault", &location).add(g, "vault");
    }),
});

pub(super) const RULE: Rule = Rule { check: INVALID_NAME, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for resource in facts.all() {
        let Some((rule, name)) = rule_of(resource.ty()).zip(resource.value("name")) else { continue };
        let wrong = match name {
            Expr::String(text) => is_wrong(rule, text).then(|| format!("`{text}` is no name")),
            Expr::Interpolated(parts) => {
                wrong_part(rule, parts).map(|part| format!("`{part}` is no part of a name, where it stands,"))
            }
            _ => None,
        };
        findings.extend(wrong.map(|wrong| finding(&resource, rule, &wrong)));
    }
}

fn is_wrong(rule: &NameRule, name: &str) -> bool {
    (rule.in_data == InData::Nothing && !rule.has_length(name)) || !has_characters(rule, name, true, true)
}

/// The first text between the holes that cannot stand there.
fn wrong_part<'g>(rule: &NameRule, parts: &'g [Expr]) -> Option<&'g str> {
    let last = parts.len().saturating_sub(1);
    parts.iter().enumerate().find_map(|(index, part)| match part {
        Expr::String(text) if !has_characters(rule, text, index == 0, index == last) => Some(&**text),
        _ => None,
    })
}

fn has_characters(rule: &NameRule, part: &str, begins: bool, ends: bool) -> bool {
    let is_complete = begins && ends;
    // Of a name that is computed, the data says nothing.
    (is_complete && rule.in_data == InData::Pattern) || rule.has_characters(part, begins, ends)
}

fn finding(resource: &ResourceFacts<'_>, rule: &NameRule, wrong: &str) -> Finding {
    let message = format!("{wrong} for `{}`", rule.ty);
    resource.finding(INVALID_NAME, message).help(rule.advice().text())
}

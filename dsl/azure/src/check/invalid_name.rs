//! `invalid-name`: a name that Azure does not take, as far as its text is known. What Azure's data says about names is left
//! to `out-of-bounds`.

use dsl::{Check, Expr, Facts, Finding, Page, Piece, ResourceFacts, Rule, Severity, ValueFacts};

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
    let sets: Vec<_> = facts.parameter_sets().collect();
    for resource in facts.all() {
        let Some((rule, name)) = rule_of(resource.ty()).zip(resource.at_path("name")) else { continue };
        let wrong = written(&resource, rule, name).or_else(|| computed(&resource, rule, name, &sets));
        findings.extend(wrong.map(|wrong| finding(&resource, rule, &wrong)).or_else(|| bounded(&resource, rule, name)));
    }
}

/// What is wrong with what is written out of a name.
fn written(resource: &ResourceFacts<'_>, rule: &NameRule, name: ValueFacts<'_>) -> Option<String> {
    match name.expr() {
        Expr::String(text) => {
            let own = if has_long_name(resource) { text.rsplit('/').next().unwrap_or(text) } else { text };
            is_wrong(rule, own).then(|| format!("`{own}` is no name"))
        }
        Expr::Interpolated(parts) => {
            let part = wrong_part(rule, &own_parts(parts, has_long_name(resource)))?;
            Some(format!("`{part}` is no part of a name, where it stands,"))
        }
        _ => None,
    }
}

/// Whether the names of its parents stand in front of its own, because no handle says what they are.
fn has_long_name(resource: &ResourceFacts<'_>) -> bool {
    resource.parent().is_none() && resource.ty().matches('/').count() > 1
}

/// The texts between the holes, which are nothing; without those of the parents.
fn own_parts(parts: &[Expr], is_long: bool) -> Vec<Option<&str>> {
    let mut own: Vec<Option<&str>> = parts.iter().map(text).collect();
    let last = own.iter().rposition(|part| part.is_some_and(|text| is_long && text.contains('/')));
    if let Some(last) = last {
        own.drain(..last);
        own[0] = own[0].and_then(|text| text.rsplit('/').next()).filter(|text| !text.is_empty() || own.len() == 1);
    }
    own
}

fn text(part: &Expr) -> Option<&str> {
    match part {
        Expr::String(text) => Some(text),
        _ => None,
    }
}

/// Whether a name is made of others when it is deployed. What is only sometimes deployed may have none otherwise.
fn is_computed(resource: &ResourceFacts<'_>, name: ValueFacts<'_>) -> bool {
    let is_literal = matches!(name.expr(), Expr::String(_) | Expr::Multiline(_));
    let is_certain = resource.is_deployed() && resource.statement().conditions().is_empty();
    !is_literal && is_certain && !has_long_name(resource)
}

/// What is wrong with a name by the defaults of the params in it, and by the values of parameter sets.
fn computed(resource: &ResourceFacts<'_>, rule: &NameRule, name: ValueFacts<'_>, sets: &[&str]) -> Option<String> {
    let is_named_alone = !matches!(name.expr(), Expr::Interpolated(_) | Expr::Call(_));
    let all = std::iter::once(None).chain(sets.iter().map(|set| Some(*set)));
    let by_values = |set: Option<&str>| {
        let shown = wrong_pieces(rule, &name.pieces(set), is_named_alone)?;
        let by = match set {
            Some(set) => format!("by the parameter set `{set}`"),
            None => "by the defaults of its params".to_owned(),
        };
        Some(format!("`{}` is called `{shown}` {by}, which is no name", resource.symbol()))
    };
    is_computed(resource, name).then(|| all.into_iter().find_map(by_values)).flatten()
}

/// What is wrong with a name by the bounds of the params in it. Where Azure's data has the length, it says so itself.
fn bounded(resource: &ResourceFacts<'_>, rule: &NameRule, name: ValueFacts<'_>) -> Option<Finding> {
    if rule.in_data != InData::Nothing || !is_computed(resource, name) {
        return None;
    }
    let problem = resource.out_of_length("name", rule.min.into(), rule.max.into())?;
    let message = format!("the name of `{}` {problem}", resource.symbol());
    Some(resource.finding(INVALID_NAME, message).help("bound the params in it, `.length(…)`, or change the rest of it"))
}

/// A name as it comes out, if it is none. Of what is given by a param alone, Azure's data says the rest.
fn wrong_pieces(rule: &NameRule, pieces: &[Piece], is_named_alone: bool) -> Option<String> {
    let known = if is_named_alone { rule.in_data } else { InData::Nothing };
    let last = pieces.len().saturating_sub(1);
    let is_wrong = |(index, piece): (usize, &Piece)| match piece {
        Piece::Text(text) if pieces.len() == 1 => {
            let is_name = (known != InData::Nothing || rule.has_length(text)) && rule.has_characters(text, true, true);
            known != InData::Pattern && !rule.is_special(text) && !is_name
        }
        Piece::Text(text) => !rule.has_characters(text, index == 0, index == last),
        Piece::Unknown => false,
    };
    let shown = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Unknown => "…".to_owned(),
    };
    pieces.iter().enumerate().any(is_wrong).then(|| pieces.iter().map(shown).collect())
}

fn is_wrong(rule: &NameRule, name: &str) -> bool {
    let has_wrong_length = rule.in_data == InData::Nothing && !rule.has_length(name);
    !rule.is_special(name) && (has_wrong_length || !has_characters(rule, name, true, true))
}

/// The first text between the holes that cannot stand there.
fn wrong_part<'g>(rule: &NameRule, parts: &[Option<&'g str>]) -> Option<&'g str> {
    let last = parts.len().saturating_sub(1);
    let is_wrong = |(index, part): &(usize, &str)| !has_characters(rule, part, *index == 0, *index == last);
    let texts = parts.iter().enumerate().filter_map(|(index, part)| Some((index, (*part)?)));
    texts.filter(is_wrong).map(|(_, part)| part).next()
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

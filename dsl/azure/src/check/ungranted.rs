//! `ungranted`: a service takes no keys, and nobody is granted a role on it, so that nobody can call it.

use dsl::{Check, Expr, Facts, Finding, ResourceFacts, Rule};

use super::ROLE_ASSIGNMENT;

/// A service takes no keys, and nobody is granted a role on it.
pub const UNGRANTED: Check = Check::new("ungranted");

pub(super) const RULE: Rule = Rule { check: UNGRANTED, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let keyless = facts.all().filter(|resource| resource.is_deployed() && takes_no_keys(resource));
    for resource in keyless.filter(|resource| !is_granted(facts, resource)) {
        let message = format!("`{}` takes no keys, and nobody is granted a role on it", resource.symbol());
        let help = "grant one, `g.grant(…)`, or allow it with the reason why the grant is elsewhere";
        findings.push(resource.finding(UNGRANTED, message).help(help));
    }
}

fn takes_no_keys(resource: &ResourceFacts<'_>) -> bool {
    let is = |path, wanted: bool| resource.value(path) == Some(&Expr::Bool(wanted));
    is("properties.disableLocalAuth", true) || is("properties.allowSharedKeyAccess", false)
}

/// Whether there is a role assignment on the resource, on something in it, or on all that is deployed to.
fn is_granted(facts: &Facts<'_>, resource: &ResourceFacts<'_>) -> bool {
    facts.resources(ROLE_ASSIGNMENT).any(|assignment| match assignment.scope() {
        None => true,
        Some(scope) => std::iter::successors(Some(scope), ResourceFacts::parent).any(|it| it.is_same(resource)),
    })
}

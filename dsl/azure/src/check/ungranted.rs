//! `ungranted`: a service takes no keys, and nobody is granted a role on it, so that nobody can call it.

use dsl::{Check, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::{COSMOS_ROLE_ASSIGNMENT, ROLE_ASSIGNMENT};

/// A service takes no keys, and nobody is granted a role on it.
pub const UNGRANTED: Check = Check::new(&Page {
    id: "ungranted",
    severity: Severity::Error,
    summary: "A service takes no keys, and nobody is granted a role on it.",
    why: "Without keys, Azure asks for a role at every call: nobody can use what is deployed.",
    help: "grant a role on it, or allow it with the reason why the grant is elsewhere",
    constant: Some("azure::check::UNGRANTED"),
    wrong: example!("ungranted.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        OpenAi::new("contoso-openai", &location).add(g, "account");
    }),
    right: example!("ungranted.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let team = g.param("teamId").describe("Object id of the team's group.");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
    }),
});

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

/// Whether there is a role assignment on the resource, on something in it, or on all that is deployed to; or one of the roles
/// that Azure Cosmos DB has for its data.
fn is_granted(facts: &Facts<'_>, resource: &ResourceFacts<'_>) -> bool {
    let mut own = facts.resources(COSMOS_ROLE_ASSIGNMENT).filter_map(|assignment| assignment.parent());
    own.any(|parent| parent.is_same(resource))
        || facts.resources(ROLE_ASSIGNMENT).any(|assignment| match assignment.scope() {
            None => true,
            Some(scope) => std::iter::successors(Some(scope), ResourceFacts::parent).any(|it| it.is_same(resource)),
        })
}

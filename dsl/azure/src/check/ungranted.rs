//! `ungranted`: a service takes no keys, and nobody is granted a role on it, so that nobody can call it.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::grants;

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
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        g.output("accountId", account.id()).describe("For the template that makes the endpoint.");
    }),
    right: example!("ungranted.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let team = g.param("teamId").describe("Object id of the team's group.");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
        g.output("accountId", account.id()).describe("For the template that makes the endpoint.");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNGRANTED, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    // Who is granted a role on everything is granted one on each.
    if !grants::on_everything(facts).is_empty() {
        return;
    }
    let is_granted = |resource: &_| grants::has_its_own(resource) || !grants::within(resource).is_empty();
    let keyless = facts.all().filter(|resource| resource.is_deployed() && grants::takes_no_keys(resource));
    for resource in keyless.filter(|resource: &ResourceFacts<'_>| !is_granted(resource)) {
        let message = format!("`{}` takes no keys, and nobody is granted a role on it", resource.symbol());
        let help = "grant one, `g.grant(…)`, or allow it with the reason why the grant is elsewhere";
        findings.push(resource.finding(UNGRANTED, message).help(help));
    }
}

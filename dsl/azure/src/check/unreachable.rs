//! `unreachable`: a service takes nothing from the public network, and no private endpoint leads to it.

use std::collections::BTreeSet;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::exposure::{CLOSABLE, SWITCHED};
use super::reach::Reach;
use super::{bypass, calls, grant_without_path, way};

/// A service takes nothing from the public network, and no private endpoint leads to it.
pub const UNREACHABLE: Check = Check::new(&Page {
    id: "unreachable",
    severity: Severity::Warning,
    summary: "A service is closed to the public network, and no private endpoint leads to it.",
    why: "Nobody can call what is deployed, unless another template makes the endpoint. Of what `bypass` lets in, only the services of Azure on a list come in: no machine and no app with an identity.",
    help: "add a private endpoint, or allow it with the reason who reaches it",
    constant: Some("azure::check::UNREACHABLE"),
    wrong: example!("unreachable.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [_]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let team = g.param("teamId").describe("Object id of the team's group.");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
    }),
    right: example!("unreachable.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [endpoints]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let team = g.param("teamId").describe("Object id of the team's group.");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNREACHABLE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    // A grant that cannot be used says the same, and more.
    let told: BTreeSet<_> = grant_without_path::stuck(facts, &reach).iter().map(|it| it.service.position()).collect();
    let services = SWITCHED.iter().chain(CLOSABLE).flat_map(|ty| facts.resources(ty)).filter(way::is_closed);
    for service in services {
        let is_left = reach.lacks_endpoints(&service) && !told.contains(&service.position());
        if is_left && !way::has_another(&service) {
            findings.extend(unreached(&service));
        }
    }
}

/// Where some of Azure's services are let in, somebody else has to call it: what nobody else calls is for them.
fn unreached(service: &ResourceFacts<'_>) -> Option<Finding> {
    let callers = calls::callers(service).into_iter().filter(|it| bypass::keeps_out(service, it)).collect::<Vec<_>>();
    let people = calls::of_people(service);
    if bypass::lets_in_services(service) && callers.is_empty() && people.is_empty() {
        return None;
    }
    let message = format!("`{}` is closed to the internet, and no private endpoint leads to it", service.symbol());
    let help = "add one, `PrivateEndpoint::new(…)`, or allow it with the reason who reaches it";
    let finding = service.finding(UNREACHABLE, message).help(help);
    let callers = callers.iter().map(|it| (it, "this calls it"));
    let people = people.iter().map(|it| (it, "this lets people call it"));
    Some(callers.chain(people).fold(finding, |finding, (it, note)| it.noted_in(finding, note)))
}

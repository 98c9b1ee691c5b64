//! `grant-without-path`: a caller may call a service, and its network has no way to it.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::exposure::SWITCH;
use super::reach::{self, Path, Reach};
use super::{ROLE_ASSIGNMENT, grants};

/// A caller may call a service, and its network has no way to it.
pub const GRANT_WITHOUT_PATH: Check = Check::new(&Page {
    id: "grant-without-path",
    severity: Severity::Error,
    summary: "A caller is granted a role on a service that its network has no way to.",
    why: "The grant looks right, and every call fails: the service is closed to the public network, and its private endpoints are elsewhere.",
    help: "add a private endpoint to the caller's network, peer the networks, or take the grant out",
    constant: Some("azure::check::GRANT_WITHOUT_PATH"),
    wrong: example!("grant_without_path.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("hub-vnet", &location, "10.0.0.0/16");
        let (network, [endpoints, _work]) =
            network.subnets([("endpoints", "10.0.0.0/24"), ("work", "10.0.1.0/24")]).add(g, "network");
        let other = Network::new("other-vnet", &location, "10.1.0.0/16");
        let (_, [other]) = other.subnets([("other", "10.1.0.0/24")]).add(g, "otherNetwork");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, g, "endpoint");
        let administrator = g.param("administrator").describe("Administrator of the machine.");
        let key = g.param("sshPublicKey").describe("Public key of the administrator.");
        let login = (&administrator, &key);
        let vm = LinuxMachine::new("vm", &location, Image::UBUNTU_24_04, &other, login)
            .system_assigned_identity()
            .add(g, "vm");
        g.grant("vmCalls", &vm, role::CognitiveServicesOpenAiUser, &account)
            .describe("The machine may call the models.");
    }),
    right: example!("grant_without_path.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("hub-vnet", &location, "10.0.0.0/16");
        let (network, [endpoints, work]) =
            network.subnets([("endpoints", "10.0.0.0/24"), ("work", "10.0.1.0/24")]).add(g, "network");
        let other = Network::new("other-vnet", &location, "10.1.0.0/16");
        let (_, [_other]) = other.subnets([("other", "10.1.0.0/24")]).add(g, "otherNetwork");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, g, "endpoint");
        let administrator = g.param("administrator").describe("Administrator of the machine.");
        let key = g.param("sshPublicKey").describe("Public key of the administrator.");
        let login = (&administrator, &key);
        let vm = LinuxMachine::new("vm", &location, Image::UBUNTU_24_04, &work, login)
            .system_assigned_identity()
            .add(g, "vm");
        g.grant("vmCalls", &vm, role::CognitiveServicesOpenAiUser, &account)
            .describe("The machine may call the models.");
    }),
});

pub(super) const RULE: Rule = Rule { check: GRANT_WITHOUT_PATH, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    for assignment in facts.resources(ROLE_ASSIGNMENT).filter(ResourceFacts::is_deployed) {
        let Some(service) = assignment.scope().and_then(|scope| scope.lineage().find(is_closed)) else { continue };
        if !grants::is_for_data(&assignment) {
            continue;
        }
        let callers = grants::callers(&assignment).unwrap_or_default();
        let is_stuck =
            |caller: &&ResourceFacts<'_>| reach::is_caller(caller) && reach.path(caller, &service) == Path::Missing;
        // It is of use as long as one of the callers gets there.
        if let Some(caller) = callers.first().filter(|_| callers.iter().all(|caller| is_stuck(&caller))) {
            findings.push(finding(&assignment, caller, &service, &reach));
        }
    }
}

fn is_closed(service: &ResourceFacts<'_>) -> bool {
    service.is_deployed() && service.text(SWITCH).is_some_and(|text| text.eq_ignore_ascii_case("Disabled"))
}

fn finding(
    assignment: &ResourceFacts<'_>,
    caller: &ResourceFacts<'_>,
    service: &ResourceFacts<'_>,
    reach: &Reach<'_>,
) -> Finding {
    let message = format!(
        "`{}` lets `{}` call `{}`, and the network of the one has no way to the other",
        assignment.symbol(),
        caller.symbol(),
        service.symbol()
    );
    let finding = caller.noted_in(assignment.finding(GRANT_WITHOUT_PATH, message), "the caller is declared here");
    let finding = service.noted_in(finding, "the service takes nothing from the public network");
    let endpoints = reach.endpoints(service).iter();
    endpoints
        .fold(finding, |finding, endpoint| endpoint.noted_in(finding, "its private endpoint is in another network"))
        .help("add a private endpoint to the caller's network, peer the networks, or take the grant out")
}

//! `grant-without-path`: a caller may call a service, and its network has no way to it.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::reach::{self, Path, Reach};
use super::{bypass, data_role, grants, way};

/// A caller may call a service, and its network has no way to it.
pub const GRANT_WITHOUT_PATH: Check = Check::new(&Page {
    id: "grant-without-path",
    severity: Severity::Error,
    summary: "A caller is granted a role on a service that it has no way to.",
    why: "The grant looks right, and every call fails: the service is closed to the public network, and its private endpoints are elsewhere, or there are none. The services of Azure that `bypass` lets in are no machines and no apps.",
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
    findings.extend(stuck(facts, &reach).iter().map(|grant| finding(grant, &reach)));
}

/// A grant that no caller can make use of.
pub(super) struct Stuck<'g> {
    assignment: ResourceFacts<'g>,
    /// The first of its callers.
    caller: ResourceFacts<'g>,
    /// The service that it is on.
    pub(super) service: ResourceFacts<'g>,
}

/// All of them.
pub(super) fn stuck<'g>(facts: &Facts<'g>, reach: &Reach<'g>) -> Vec<Stuck<'g>> {
    grants::all(facts).filter_map(|assignment| stuck_one(assignment, reach)).collect()
}

fn stuck_one<'g>(assignment: ResourceFacts<'g>, reach: &Reach<'g>) -> Option<Stuck<'g>> {
    let on = assignment.scope().or_else(|| assignment.parent())?;
    let service = on.lineage().find(way::is_closed)?;
    let has_endpoints = !reach.endpoints(&service).is_empty();
    let has_no_way = has_endpoints || (reach.lacks_endpoints(&service) && !way::has_another(&service));
    if !has_no_way || !data_role::is_granted(&assignment) {
        return None;
    }
    let callers = grants::callers(&assignment)?;
    let is_stuck = |caller: &ResourceFacts<'g>| {
        reach::is_caller(caller) && bypass::keeps_out(&service, caller) && reach.path(caller, &service) == Path::Missing
    };
    // It is of use as long as one of the callers gets there.
    let caller = *callers.first().filter(|_| callers.iter().all(is_stuck))?;
    Some(Stuck { assignment, caller, service })
}

fn finding(grant: &Stuck<'_>, reach: &Reach<'_>) -> Finding {
    let Stuck { assignment, caller, service } = grant;
    let endpoints = reach.endpoints(service);
    let (what, where_else, help) = match endpoints {
        _ if reach::is_in_no_network(caller) => {
            ("and the one is in no network", "its private endpoint is in one", JOIN)
        }
        [] => ("which no private endpoint leads to", "", ADD),
        _ => ("and the network of the one has no way to the other", "its private endpoint is in another network", MEND),
    };
    let [assignment_symbol, caller_symbol, service_symbol] = [assignment, caller, service].map(ResourceFacts::symbol);
    let message = format!("`{assignment_symbol}` lets `{caller_symbol}` call `{service_symbol}`, {what}");
    let finding = caller.noted_in(assignment.finding(GRANT_WITHOUT_PATH, message), "the caller is declared here");
    let finding = service.noted_in(finding, if endpoints.is_empty() { CLOSED_TO_ALL } else { CLOSED });
    endpoints.iter().fold(finding, |finding, it| it.noted_in(finding, where_else)).help(help)
}

const CLOSED: &str = "the service takes nothing from the public network";
const CLOSED_TO_ALL: &str = "the service takes nothing from the public network, and has no private endpoint";
const MEND: &str = "add a private endpoint to the caller's network, peer the networks, or take the grant out";
const ADD: &str = "add a private endpoint, `PrivateEndpoint::new(…)`, in a network that the caller reaches, or allow it with the reason how it gets there";
const JOIN: &str =
    "put the caller into a network that reaches a private endpoint, `.integrated_in(&subnet)`, or take the grant out";

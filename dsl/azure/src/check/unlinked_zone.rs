//! `unlinked-zone`: a private endpoint registers in a zone that its own network, or that of a caller, is not linked to, so that
//! machines there are told the public address.

use std::collections::BTreeSet;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::reach::{self, Reach};
use super::{NETWORK, PRIVATE_ENDPOINT, ZONE, ZONE_GROUP, ZONE_LINK, data_role, grants};

/// The zone of a private endpoint is not linked to the network of the endpoint, or of a caller.
pub const UNLINKED_ZONE: Check = Check::new(&Page {
    id: "unlinked-zone",
    severity: Severity::Error,
    summary: "A private endpoint registers in a zone that its own network is not linked to.",
    why: "Machines of that network are then told the public address of the service, which is closed.",
    help: "link the network to the zone: `zone.link(&network, g, \"link\")`",
    constant: Some("azure::check::UNLINKED_ZONE"),
    wrong: example!("unlinked_zone.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let (tenant, sku) = ("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        let properties = VaultProperties::new(tenant, sku).public_network_access("Disabled");
        let vault = Vault::new("contoso-kv", &location, properties).add(g, "vault");
        let zone = Zone::of(&vault).add(g, "zone");
        PrivateEndpoint::new("vault-pe", &location, &vault, &subnet).register_in(&zone, g, "endpoint");
    }),
    right: example!("unlinked_zone.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let (tenant, sku) = ("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        let properties = VaultProperties::new(tenant, sku).public_network_access("Disabled");
        let vault = Vault::new("contoso-kv", &location, properties).add(g, "vault");
        let zone = Zone::of(&vault).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("vault-pe", &location, &vault, &subnet).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNLINKED_ZONE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    // A network that is not linked is found once for each zone.
    let mut seen = BTreeSet::new();
    for group in facts.resources(ZONE_GROUP).filter(ResourceFacts::is_deployed) {
        let Some(endpoint) = group.parent().filter(|parent| parent.is(PRIVATE_ENDPOINT)) else { continue };
        let Some(network) = reach::network_of(&endpoint) else { continue };
        let zones = group.references("properties.privateDnsZoneConfigs").into_iter();
        // Who keeps a zone that is there already links networks to it as well.
        for zone in zones.filter(|zone| zone.is(ZONE) && zone.is_deployed()) {
            let mut is_new = |network: &ResourceFacts<'_>| {
                asks_azure(network) && !is_linked(&zone, network) && seen.insert((zone.position(), network.position()))
            };
            if is_new(&network) {
                findings.push(of_endpoint(&endpoint, &zone, &network));
            }
            for (caller, elsewhere) in callers(&reach, &endpoint, &network) {
                if is_new(&elsewhere) {
                    findings.push(of_caller(&caller, &elsewhere, &endpoint, &zone));
                }
            }
        }
    }
}

/// Whether machines in a network are answered from the zones that it is linked to. Who sets servers of their own has
/// them answer.
fn asks_azure(network: &ResourceFacts<'_>) -> bool {
    !network.is_deployed() || network.body().lacks("properties.dhcpOptions")
}

fn is_linked(zone: &ResourceFacts<'_>, network: &ResourceFacts<'_>) -> bool {
    let links = zone.children().filter(|child| child.is(ZONE_LINK));
    links.flat_map(|link| link.references("properties.virtualNetwork")).any(|linked| linked.is_same(network))
}

/// Who may call what an endpoint leads to from another network that reaches it, each with that network.
fn callers<'g>(
    reach: &Reach<'g>,
    endpoint: &ResourceFacts<'g>,
    network: &ResourceFacts<'g>,
) -> Vec<(ResourceFacts<'g>, ResourceFacts<'g>)> {
    // Most networks have no peer, and then there is nobody to look for.
    if reach.peers(network).is_empty() {
        return Vec::new();
    }
    let assignments = reach::targets(endpoint).into_iter().flat_map(|target| grants::within(&target));
    let callers = assignments.filter(data_role::is_granted).filter_map(|it| grants::callers(&it)).flatten();
    let with_networks = callers.flat_map(|caller| reach::networks_of(&caller).into_iter().map(move |it| (caller, it)));
    let is_elsewhere = |it: &ResourceFacts<'_>| it.is(NETWORK) && it.is_deployed() && !it.is_same(network);
    with_networks.filter(|(_, it)| is_elsewhere(it) && reach.is_near(it, network)).collect()
}

fn of_endpoint(endpoint: &ResourceFacts<'_>, zone: &ResourceFacts<'_>, network: &ResourceFacts<'_>) -> Finding {
    let message = format!(
        "`{}` registers in `{}`, which `{}` is not linked to",
        endpoint.symbol(),
        zone.symbol(),
        network.symbol()
    );
    let finding = zone.noted_in(endpoint.finding(UNLINKED_ZONE, message), "the zone is declared here");
    network.noted_in(finding, "its machines are told the public address").help(LINK)
}

fn of_caller(
    caller: &ResourceFacts<'_>,
    network: &ResourceFacts<'_>,
    endpoint: &ResourceFacts<'_>,
    zone: &ResourceFacts<'_>,
) -> Finding {
    let message = format!(
        "`{}` may call what `{}` leads to, and its network `{}` is not linked to `{}`",
        caller.symbol(),
        endpoint.symbol(),
        network.symbol(),
        zone.symbol()
    );
    let finding = zone.noted_in(endpoint.finding(UNLINKED_ZONE, message), "the zone is declared here");
    let finding = caller.noted_in(finding, "the caller is declared here");
    network.noted_in(finding, "its machines are told the public address").help(LINK)
}

const LINK: &str = "link the network to the zone: `zone.link(&network, g, \"link\")`";

//! `unlinked-zone`: a private endpoint registers in a zone that its own network is not linked to, so that machines there are
//! told the public address.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::{NETWORK, PRIVATE_ENDPOINT, ZONE, ZONE_GROUP, ZONE_LINK};

/// The zone of a private endpoint is not linked to the network that the endpoint is in.
pub const UNLINKED_ZONE: Check = Check::new(&Page {
    id: "unlinked-zone",
    severity: Severity::Error,
    summary: "A private endpoint registers in a zone that its own network is not linked to.",
    why: "Machines of that network are then told the public address of the service, which is closed.",
    help: "link the network to the zone: `zone.link(&network, g, \"link\")`",
    constant: Some("azure::check::UNLINKED_ZONE"),
    wrong: example!("unlinked_zone.rs", |g| {
        use azure::prelude::*;
        use azure::search::{PublicNetworkAccess, SearchService, SearchServiceProperties};

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let properties = SearchServiceProperties::new().public_network_access(PublicNetworkAccess::Disabled);
        let search = SearchService::new("contoso-search", &location).properties(properties).add(g, "search");
        let target = group::SearchService::of_billed(&search);
        let zone = Zone::of(&target).add(g, "zone");
        PrivateEndpoint::new("search-pe", &location, &target, &subnet).register_in(&zone, g, "endpoint");
    }),
    right: example!("unlinked_zone.rs", |g| {
        use azure::prelude::*;
        use azure::search::{PublicNetworkAccess, SearchService, SearchServiceProperties};

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let properties = SearchServiceProperties::new().public_network_access(PublicNetworkAccess::Disabled);
        let search = SearchService::new("contoso-search", &location).properties(properties).add(g, "search");
        let target = group::SearchService::of_billed(&search);
        let zone = Zone::of(&target).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("search-pe", &location, &target, &subnet).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNLINKED_ZONE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for group in facts.resources(ZONE_GROUP).filter(ResourceFacts::is_deployed) {
        let Some(endpoint) = group.parent().filter(|parent| parent.is(PRIVATE_ENDPOINT)) else { continue };
        let Some(network) = network(&endpoint) else { continue };
        let zones = group.references("properties.privateDnsZoneConfigs").into_iter();
        // Who keeps a zone that is there already links networks to it as well.
        for zone in zones.filter(|zone| zone.is(ZONE) && zone.is_deployed() && !is_linked(facts, zone, &network)) {
            findings.push(finding(&endpoint, &zone, &network));
        }
    }
}

/// The network of this graph that an endpoint is in.
fn network<'g>(endpoint: &ResourceFacts<'g>) -> Option<ResourceFacts<'g>> {
    let subnet = endpoint.references("properties.subnet").into_iter().next()?;
    subnet.parent().filter(|parent| parent.is(NETWORK))
}

fn is_linked(facts: &Facts<'_>, zone: &ResourceFacts<'_>, network: &ResourceFacts<'_>) -> bool {
    let links = facts.resources(ZONE_LINK).filter(|link| link.parent().is_some_and(|parent| parent.is_same(zone)));
    links.flat_map(|link| link.references("properties.virtualNetwork")).any(|linked| linked.is_same(network))
}

fn finding(endpoint: &ResourceFacts<'_>, zone: &ResourceFacts<'_>, network: &ResourceFacts<'_>) -> Finding {
    let message = format!(
        "`{}` registers in `{}`, which `{}` is not linked to",
        endpoint.symbol(),
        zone.symbol(),
        network.symbol()
    );
    let finding = zone.noted_in(endpoint.finding(UNLINKED_ZONE, message), "the zone is declared here");
    network
        .noted_in(finding, "its machines are told the public address")
        .help("link the network to the zone: `zone.link(&network, g, \"link\")`")
}

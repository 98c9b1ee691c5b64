//! `unlinked-zone`: a private endpoint registers in a zone that its own network is not linked to, so that machines there are
//! told the public address.

use dsl::{Check, Facts, Finding, ResourceFacts, Rule};

use super::{NETWORK, PRIVATE_ENDPOINT, ZONE, ZONE_GROUP, ZONE_LINK};

/// The zone of a private endpoint is not linked to the network that the endpoint is in.
pub const UNLINKED_ZONE: Check = Check::new("unlinked-zone");

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

//! Private endpoints: what they lead to, where they are, and who resolves their names.

use azure::check::reach;
use dsl::{Facts, ResourceFacts};
use serde::Serialize;

use super::when;
use crate::kind::{PRIVATE_ENDPOINT, ZONE, ZONE_GROUP, ZONE_LINK};
use crate::place;

/// A private endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Endpoint {
    /// The symbol.
    pub symbol: String,
    /// The services that it leads to; where the graph has none of them, the ids as Bicep writes them.
    pub targets: Vec<String>,
    /// The parts of the service: `blob`.
    pub groups: Vec<String>,
    /// Network and subnet: `hub/endpoints`.
    pub place: String,
    /// The zones that it registers in.
    pub zones: Vec<Zone>,
    /// Conditions and loops, as Bicep writes them.
    pub when: Vec<String>,
}

/// A private DNS zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Zone {
    /// The symbol.
    pub symbol: String,
    /// The name, as Bicep writes it; without quotes where it is a text.
    pub name: String,
    /// Whether it is there already: who keeps it links networks to it.
    pub existing: bool,
    /// The networks of the graph that are linked to it.
    pub links: Vec<String>,
}

/// All of them.
pub(crate) fn endpoints(facts: &Facts<'_>) -> Vec<Endpoint> {
    facts.resources(PRIVATE_ENDPOINT).filter(ResourceFacts::is_deployed).map(|it| one(&it)).collect()
}

fn one(endpoint: &ResourceFacts<'_>) -> Endpoint {
    Endpoint {
        symbol: endpoint.symbol().to_owned(),
        targets: targets(endpoint),
        groups: groups(endpoint),
        place: place::of_endpoint(endpoint),
        zones: zones(endpoint).iter().map(zone).collect(),
        when: when(&endpoint.statement()),
    }
}

const CONNECTIONS: [&str; 2] =
    ["properties.privateLinkServiceConnections", "properties.manualPrivateLinkServiceConnections"];

fn targets(endpoint: &ResourceFacts<'_>) -> Vec<String> {
    let known: Vec<_> = reach::targets(endpoint).iter().map(|it| it.symbol().to_owned()).collect();
    if !known.is_empty() {
        return known;
    }
    let connections = CONNECTIONS.iter().flat_map(|path| endpoint.body().items_at(path));
    connections.filter_map(|it| it.at("properties.privateLinkServiceId")).map(|id| id.bicep()).collect()
}

fn groups(endpoint: &ResourceFacts<'_>) -> Vec<String> {
    let connections = CONNECTIONS.iter().flat_map(|path| endpoint.body().items_at(path));
    let groups = connections.flat_map(|it| it.items_at("properties.groupIds"));
    groups.map(|group| place::plain(&group.bicep())).collect()
}

/// The zones that an endpoint registers in.
pub(crate) fn zones<'g>(endpoint: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let groups = endpoint.children().filter(|child| child.is(ZONE_GROUP));
    let named = groups.flat_map(|group| group.references("properties.privateDnsZoneConfigs"));
    named.filter(|it| it.is(ZONE)).collect()
}

fn zone(zone: &ResourceFacts<'_>) -> Zone {
    let links = zone.children().filter(|child| child.is(ZONE_LINK));
    let networks = links.flat_map(|link| link.references("properties.virtualNetwork"));
    Zone {
        symbol: zone.symbol().to_owned(),
        name: zone.at_path("name").map_or_else(String::new, |name| place::plain(&name.bicep())),
        existing: !zone.is_deployed(),
        links: networks.map(|network| network.symbol().to_owned()).collect(),
    }
}

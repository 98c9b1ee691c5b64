//! Networks: their subnets, what is in them, and who is beside them.

use azure::check::reach::Reach;
use azure::check::subnet;
use dsl::{Facts, ResourceFacts};
use serde::Serialize;

use crate::kind::NETWORK;
use crate::place::{self, Tenants};

/// A network that the graph makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Network {
    /// The symbol.
    pub symbol: String,
    /// Its ranges, as Bicep writes them.
    pub ranges: String,
    /// The networks that it is peered with.
    pub peers: Vec<String>,
    /// Its subnets.
    pub subnets: Vec<Subnet>,
    /// Whether it may have subnets that are not listed here.
    pub has_others: bool,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subnet {
    /// The name; without quotes where it is a text.
    pub name: String,
    /// Its range, as Bicep writes it; without quotes where it is a text.
    pub range: String,
    /// What stands between it and others: security group, route table, NAT gateway, by their symbols.
    pub guards: Vec<String>,
    /// The services that it is delegated to.
    pub delegations: Vec<String>,
    /// What is in it, by the symbols.
    pub inside: Vec<String>,
}

/// All of them.
pub(crate) fn networks(facts: &Facts<'_>) -> Vec<Network> {
    let (reach, tenants) = (Reach::new(facts), place::tenants(facts));
    facts.resources(NETWORK).filter(ResourceFacts::is_deployed).map(|it| one(&tenants, &reach, &it)).collect()
}

fn one(tenants: &Tenants, reach: &Reach<'_>, network: &ResourceFacts<'_>) -> Network {
    let mut peers: Vec<String> = Vec::new();
    for peer in reach.peers(network).iter().map(ResourceFacts::symbol) {
        if !peers.iter().any(|known| known == peer) {
            peers.push(peer.to_owned());
        }
    }
    let subnets = subnet::of(network);
    Network {
        symbol: network.symbol().to_owned(),
        ranges: ranges(network),
        peers,
        has_others: subnets.is_none(),
        subnets: subnets.unwrap_or_default().iter().map(|it| of_subnet(tenants, network, it)).collect(),
    }
}

fn ranges(network: &ResourceFacts<'_>) -> String {
    let space = network.at_path("properties.addressSpace.addressPrefixes");
    space.map_or_else(|| "given by a pool".to_owned(), |list| list.bicep())
}

const GUARDS: [&str; 3] = ["networkSecurityGroup", "routeTable", "natGateway"];

fn of_subnet(tenants: &Tenants, network: &ResourceFacts<'_>, subnet: &subnet::Subnet<'_>) -> Subnet {
    let name = place::name_of(subnet);
    let range = subnet.property("addressPrefix").or_else(|| subnet.property("addressPrefixes"));
    let guards = GUARDS.iter().flat_map(|guard| subnet.value.references(&format!("properties.{guard}")));
    Subnet {
        range: range.map_or_else(String::new, |range| place::plain(&range.bicep())),
        guards: guards.map(|guard| guard.symbol().to_owned()).collect(),
        delegations: subnet.delegations().map(str::to_owned).collect(),
        inside: tenants.get(&(network.position(), name.clone())).cloned().unwrap_or_default(),
        name,
    }
}

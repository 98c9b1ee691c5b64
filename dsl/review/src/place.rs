//! Which subnet a resource is in, as the picture and the table of networks show it. It must not know who asks.

use std::collections::BTreeMap;

use azure::check::reach;
use azure::check::subnet::{self, SUBNET};
use dsl::{Facts, ResourceFacts};

use crate::kind::{BASTION, INTERFACE, NETWORK, PEERING, PRIVATE_ENDPOINT, ZONE_LINK};

/// A subnet of a network; or the network as a whole, where no subnet is named.
#[derive(Clone, Debug)]
pub(crate) struct Place<'g> {
    pub(crate) network: ResourceFacts<'g>,
    pub(crate) subnet: Option<String>,
}

impl Place<'_> {
    fn is_same(&self, other: &Place<'_>) -> bool {
        self.network.is_same(&other.network) && self.subnet == other.subnet
    }
}

/// Lists of who may come in: they name subnets that the resource is not in.
const NEIGHBOURS: &[&str] = &["networkAcls", "networkRuleSet", "networkRuleSets", "virtualNetworkRules", "siteConfig"];

/// The places of a resource, each once. None for what makes up networks, and for interfaces, which are where their machine is.
pub(crate) fn of<'g>(resource: &ResourceFacts<'g>) -> Vec<Place<'g>> {
    if !resource.is_deployed() || resource.is_any(&[NETWORK, SUBNET, PEERING, ZONE_LINK, INTERFACE]) {
        return Vec::new();
    }
    let mut found: Vec<Place<'g>> = Vec::new();
    let attached = if reach::is_caller(resource) { reach::subnets_of(resource) } else { Vec::new() };
    for place in named(resource).into_iter().chain(attached).filter_map(|it| at(&it)) {
        if found.iter().all(|known| !known.is_same(&place)) {
            found.push(place);
        }
    }
    found
}

/// The subnets that its properties name, and the network of a bastion that has no subnet.
fn named<'g>(resource: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let Some(properties) = resource.at_path("properties") else { return Vec::new() };
    let names = properties.names().filter(|name| !NEIGHBOURS.contains(name));
    let is_place = |it: &ResourceFacts<'_>| it.is(SUBNET) || (it.is(NETWORK) && resource.is(BASTION));
    names.flat_map(|name| properties.references(name)).filter(is_place).collect()
}

/// The place that a network or a subnet is.
pub(crate) fn at<'g>(at: &ResourceFacts<'g>) -> Option<Place<'g>> {
    let network = at.lineage().find(|it| it.is(NETWORK))?;
    let subnet = at.is(SUBNET).then(|| name(at));
    Some(Place { network, subnet })
}

/// The name of a subnet as it is written, which both its declaration and its references have; without quotes.
pub(crate) fn name(subnet: &ResourceFacts<'_>) -> String {
    subnet.at_path("name").map_or_else(|| subnet.symbol().to_owned(), |name| plain(&name.bicep()))
}

/// The name of a subnet, wherever it is declared.
pub(crate) fn name_of(subnet: &subnet::Subnet<'_>) -> String {
    subnet.value.at("name").map_or_else(|| subnet.shown().to_owned(), |name| plain(&name.bicep()))
}

/// A text without quotes; anything else as it is written.
pub(crate) fn plain(bicep: &str) -> String {
    bicep.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(bicep).to_owned()
}

/// A list of texts without brackets and quotes; anything else as it is written.
pub(crate) fn plain_list(bicep: &str) -> String {
    let inner = bicep.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
    inner.map_or_else(|| bicep.to_owned(), |list| list.split(", ").map(plain).collect::<Vec<_>>().join(", "))
}

/// Who is in each subnet, by the position of its network and its name: machines, apps, endpoints, by their symbols.
pub(crate) type Tenants = BTreeMap<(usize, String), Vec<String>>;

/// Of all subnets.
pub(crate) fn tenants(facts: &Facts<'_>) -> Tenants {
    let mut tenants = Tenants::new();
    for resource in facts.all() {
        for Place { network, subnet } in of(&resource) {
            let Some(subnet) = subnet else { continue };
            tenants.entry((network.position(), subnet)).or_default().push(resource.symbol().to_owned());
        }
    }
    tenants
}

/// Where a private endpoint is.
pub(crate) fn of_endpoint(endpoint: &ResourceFacts<'_>) -> String {
    debug_assert!(endpoint.is(PRIVATE_ENDPOINT));
    match of(endpoint).first() {
        Some(Place { network, subnet: Some(subnet) }) => format!("{}/{subnet}", network.symbol()),
        Some(Place { network, subnet: None }) => network.symbol().to_owned(),
        None => endpoint.at_path("properties.subnet.id").map_or_else(String::new, |id| id.bicep()),
    }
}

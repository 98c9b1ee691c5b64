//! Who reaches whom over private addresses: which networks a machine is in, which networks are peered, which private
//! endpoints lead to a service. It is made once in a run, and must not know what is wrong with what it finds.

use std::collections::{BTreeMap, BTreeSet};

use dsl::{Facts, ResourceFacts};

use super::subnet::{self, SUBNET};
use super::{INTERFACE, NETWORK, PRIVATE_ENDPOINT};

pub(super) const PEERING: &str = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const ENVIRONMENT: &str = "Microsoft.App/managedEnvironments";

/// Where each type of caller says which subnets, interfaces or environments it is in.
const ATTACHMENTS: &[(&str, &str)] = &[
    ("Microsoft.App/containerApps", "properties.managedEnvironmentId"),
    ("Microsoft.App/containerApps", "properties.environmentId"),
    ("Microsoft.App/jobs", "properties.environmentId"),
    (ENVIRONMENT, "properties.vnetConfiguration"),
    ("Microsoft.Compute/virtualMachines", "properties.networkProfile"),
    ("Microsoft.Compute/virtualMachineScaleSets", "properties.virtualMachineProfile.networkProfile"),
    ("Microsoft.ContainerInstance/containerGroups", "properties.subnetIds"),
    (INTERFACE, "properties.ipConfigurations"),
    ("Microsoft.Web/sites", "properties.virtualNetworkSubnetId"),
    ("Microsoft.Web/sites/slots", "properties.virtualNetworkSubnetId"),
];

/// Whether one reaches another over private addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// In the same network, or over a peering.
    Exists,
    /// No way is left.
    Missing,
    /// There may be a way that the graph does not show.
    Unknown,
}

/// The private ways of a graph.
#[derive(Debug, Default)]
pub struct Reach<'g> {
    /// For each network, by its position, those that are peered with it.
    peers: BTreeMap<usize, Vec<ResourceFacts<'g>>>,
    /// For each service, by its position, the private endpoints that lead to it.
    endpoints: BTreeMap<usize, Vec<ResourceFacts<'g>>>,
    /// The networks that have ways which the graph does not show.
    open: BTreeSet<usize>,
    /// Whether there is an endpoint of which nobody knows now what it leads to.
    has_unknown_targets: bool,
}

impl<'g> Reach<'g> {
    /// Of all peerings and private endpoints of a graph.
    pub fn new(facts: &Facts<'g>) -> Self {
        let mut reach = Reach::default();
        facts.resources(PEERING).for_each(|peering| reach.add_peering(&peering));
        for endpoint in facts.resources(PRIVATE_ENDPOINT).filter(ResourceFacts::is_deployed) {
            let targets = targets(&endpoint);
            reach.has_unknown_targets |= targets.is_empty();
            for target in targets {
                reach.endpoints.entry(target.position()).or_default().push(endpoint);
            }
        }
        reach
    }

    fn add_peering(&mut self, peering: &ResourceFacts<'g>) {
        let local = peering.parent();
        let remote: Vec<_> = networks(peering.references("properties.remoteVirtualNetwork")).collect();
        if remote.is_empty() {
            self.open.extend(local.map(|local| local.position()));
        }
        for remote in remote {
            match local {
                Some(local) => {
                    self.peers.entry(local.position()).or_default().push(remote);
                    self.peers.entry(remote.position()).or_default().push(local);
                }
                None => drop(self.open.insert(remote.position())),
            }
        }
    }

    /// The networks that are peered with one, in one direction at least.
    pub fn peers(&self, network: &ResourceFacts<'_>) -> &[ResourceFacts<'g>] {
        self.peers.get(&network.position()).map_or(&[], Vec::as_slice)
    }

    /// The private endpoints that lead to a service.
    pub fn endpoints(&self, target: &ResourceFacts<'_>) -> &[ResourceFacts<'g>] {
        self.endpoints.get(&target.position()).map_or(&[], Vec::as_slice)
    }

    /// Whether no private endpoint leads to a service, for sure.
    pub fn lacks_endpoints(&self, target: &ResourceFacts<'_>) -> bool {
        self.endpoints(target).is_empty() && !self.has_unknown_targets
    }

    /// Whether both are the same network, or peered.
    pub fn is_near(&self, one: &ResourceFacts<'_>, other: &ResourceFacts<'_>) -> bool {
        one.is_same(other) || self.peers(one).iter().any(|peer| peer.is_same(other))
    }

    /// Whether a caller reaches a private endpoint of a service.
    pub fn path(&self, caller: &ResourceFacts<'g>, target: &ResourceFacts<'_>) -> Path {
        let from = networks_of(caller);
        let to: Vec<_> = self.endpoints(target).iter().map(network_of).collect();
        let is_near = |from: &ResourceFacts<'_>| to.iter().flatten().any(|to| self.is_near(from, to));
        let is_known = |network: &Option<_>| network.is_some_and(|network| !self.is_open(&network));
        if from.iter().any(is_near) {
            Path::Exists
        } else if from.is_empty() {
            if is_in_no_network(caller) { Path::Missing } else { Path::Unknown }
        } else if from.iter().any(|it| self.is_open(it)) || !to.iter().all(is_known) {
            Path::Unknown
        } else {
            Path::Missing
        }
    }

    /// Whether a network has ways that the graph does not show: gateways, routes, and peerings with networks elsewhere.
    fn is_open(&self, network: &ResourceFacts<'g>) -> bool {
        let is_hidden = |peer: &ResourceFacts<'_>| !peer.is_deployed();
        let leads_on =
            |subnet: &subnet::Subnet<'_>| subnet.name == Some("GatewaySubnet") || !subnet.lacks("routeTable");
        is_hidden(network)
            || self.open.contains(&network.position())
            || self.peers(network).iter().any(is_hidden)
            || !network.body().lacks("properties.virtualNetworkPeerings")
            || subnet::of(network).is_none_or(|subnets| subnets.iter().any(leads_on))
    }
}

/// The services that a private endpoint leads to.
pub fn targets<'g>(endpoint: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let mut targets = endpoint.references("properties.privateLinkServiceConnections");
    targets.extend(endpoint.references("properties.manualPrivateLinkServiceConnections"));
    targets
}

/// The network of this graph that a private endpoint is in.
pub fn network_of<'g>(endpoint: &ResourceFacts<'g>) -> Option<ResourceFacts<'g>> {
    networks(subnets_at(endpoint, "properties.subnet")).next()
}

/// Whether an app certainly is in no network, so that it reaches nobody over private addresses. A machine always is in one.
pub fn is_in_no_network(app: &ResourceFacts<'_>) -> bool {
    let lacks = |it: &ResourceFacts<'_>| NETWORKS.iter().all(|path| it.body().lacks(path));
    let is_integrated = |part: ResourceFacts<'_>| part.ty().to_ascii_lowercase().contains("/networkconfig");
    let homes: Vec<_> = HOMES.iter().flat_map(|path| app.references(path)).collect();
    let has_known_home = match homes.first() {
        Some(_) => homes.iter().all(|home| home.is_deployed() && lacks(home)),
        None => !app.is_any(APPS) && HOMES.iter().all(|path| app.body().lacks(path)),
    };
    (app.is_any(APPS) || app.is_any(MAY_BE_OUTSIDE))
        && lacks(app)
        && !app.children().any(is_integrated)
        && has_known_home
}

/// What never is without an environment.
const APPS: &[&str] = &["Microsoft.App/containerApps", "Microsoft.App/jobs"];

/// What is in a network only where it says so.
const MAY_BE_OUTSIDE: &[&str] =
    &["Microsoft.ContainerInstance/containerGroups", "Microsoft.Web/sites", "Microsoft.Web/sites/slots"];

/// Where apps name the environment or the plan that they run in.
const HOMES: &[&str] = &["properties.environmentId", "properties.managedEnvironmentId", "properties.serverFarmId"];

/// Where apps, environments and plans say which network they are in.
const NETWORKS: &[&str] = &[
    "properties.hostingEnvironmentProfile",
    "properties.networkProfile",
    "properties.subnetIds",
    "properties.virtualNetworkSubnetId",
    "properties.vnetConfiguration",
];

/// The networks that a machine or an app is in, as far as the graph shows them.
pub fn networks_of<'g>(caller: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let mut found: Vec<ResourceFacts<'g>> = Vec::new();
    for network in networks(subnets_of(caller)) {
        if found.iter().all(|known| !known.is_same(&network)) {
            found.push(network);
        }
    }
    found
}

/// The subnets that a machine or an app is in, directly or by its interfaces or its environment.
pub fn subnets_of<'g>(caller: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let attachments = ATTACHMENTS.iter().filter(|(ty, _)| caller.is(ty));
    attachments.flat_map(|(_, path)| subnets_at(caller, path)).collect()
}

/// Whether a resource runs code that calls others, and says which networks it is in.
pub fn is_caller(resource: &ResourceFacts<'_>) -> bool {
    !resource.is_any(&[INTERFACE, ENVIRONMENT]) && ATTACHMENTS.iter().any(|(ty, _)| resource.is(ty))
}

fn subnets_at<'g>(resource: &ResourceFacts<'g>, path: &str) -> Vec<ResourceFacts<'g>> {
    let mut found = Vec::new();
    for it in resource.references(path) {
        if it.is_any(&[INTERFACE, ENVIRONMENT]) && !it.is_same(resource) {
            found.extend(subnets_of(&it));
        } else if it.is_any(&[SUBNET, NETWORK]) {
            found.push(it);
        }
    }
    found
}

/// The networks among resources, and those of the subnets among them.
fn networks(resources: Vec<ResourceFacts<'_>>) -> impl Iterator<Item = ResourceFacts<'_>> {
    resources.into_iter().filter_map(|it| it.lineage().find(|it| it.is(NETWORK)))
}

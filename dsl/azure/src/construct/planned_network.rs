//! A virtual network whose addresses come from a plan that is checked at compile time.

use std::marker::PhantomData;
use std::ops::Deref;
use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::network::{self, Network};
use super::{nat_gateway, security_group};
use crate::address::{AddressPlan, SubnetOf, is_reserved};
use crate::network::{
    InlineNetworkSecurityGroup, InlineSubnet, NatGateway, NetworkSecurityGroup, PublicIpAddress, SubResource, Subnet,
    SubnetPropertiesFormat, VirtualNetwork,
};

/// A virtual network with the subnets of the plan `P`, none of which reaches the internet by default.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct PlannedNetwork<P> {
    name: Value<String>,
    location: Value<String>,
    security_groups: bool,
    nat_gateway: bool,
    plan: PhantomData<fn() -> P>,
}

impl Network<0> {
    /// A network in a region with the addresses of a plan: `Network::planned::<Plan>(name, location)`.
    pub fn planned<P: AddressPlan>(name: impl ValueOf<String>, location: impl ValueOf<String>) -> PlannedNetwork<P> {
        let (name, location) = (name.into(), location.into());
        PlannedNetwork { name, location, security_groups: false, nat_gateway: false, plan: PhantomData }
    }
}

impl<P: AddressPlan> PlannedNetwork<P> {
    /// Gives each subnet a network security group that lets in what comes from the virtual network, and nothing from the
    /// internet. Subnets whose names Azure keeps for its services get none. A group's symbol is the network's, the
    /// subnet's and `Nsg`.
    pub fn security_groups(mut self) -> Self {
        self.security_groups = true;
        self
    }

    /// Lets all subnets reach the internet from one public address, but for those whose names Azure keeps for its
    /// services. The gateway's symbol is the network's and `NatGateway`.
    pub fn nat_gateway(mut self) -> Self {
        self.nat_gateway = true;
        self
    }

    /// Adds the network and what it was given to the graph. A subnet's symbol is its name in camel case; it appears
    /// where something refers to the subnet.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> NetworkOf<P>
    where
        S: Holds<VirtualNetwork> + Holds<NetworkSecurityGroup> + Holds<NatGateway> + Holds<PublicIpAddress>,
    {
        let (symbol, place) = (symbol.into(), Location::caller());
        let security_groups = self.add_security_groups(g, &symbol, place);
        let nat_gateway = self.add_nat_gateway(g, &symbol, place);
        let subnet = |(&(name, prefix), group): (&(_, _), &Option<_>)| {
            inline(name, prefix, group.as_ref(), nat_gateway.as_ref())
        };
        let inline = P::SUBNETS.iter().zip(&security_groups).map(subnet).collect();
        let network = network::declare(self.name, self.location, P::ADDRESS_PREFIX.into(), inline).add(g, symbol);
        let existing = |&(name, _): &(_, _)| network::existing(name, &network, g, place);
        let subnets = P::SUBNETS.iter().map(existing).collect();
        NetworkOf { network, subnets, security_groups, nat_gateway, plan: PhantomData }
    }

    /// One for each subnet of the plan, in its order.
    fn add_security_groups<S: Holds<NetworkSecurityGroup>>(
        &self,
        g: &mut Graph<S>,
        network: &Text,
        place: &'static Location<'static>,
    ) -> Vec<Option<Resource<NetworkSecurityGroup>>> {
        let mut add = |subnet: &str| {
            let symbol = format!("{network}{}Nsg", network::pascal_case(subnet));
            security_group::add(g, symbol, &self.name + format!("-{subnet}-nsg"), &self.location, place)
        };
        let is_wanted = |subnet| self.security_groups && !is_reserved(subnet);
        P::SUBNETS.iter().map(|&(subnet, _)| is_wanted(subnet).then(|| add(subnet))).collect()
    }

    fn add_nat_gateway<S: Holds<NatGateway> + Holds<PublicIpAddress>>(
        &self,
        g: &mut Graph<S>,
        network: &Text,
        place: &'static Location<'static>,
    ) -> Option<Resource<NatGateway>> {
        let symbol = format!("{network}NatGateway");
        self.nat_gateway.then(|| nat_gateway::add(g, &symbol, &(&self.name + "-nat"), &self.location, place))
    }
}

fn inline(
    name: &'static str,
    prefix: &'static str,
    group: Option<&Resource<NetworkSecurityGroup>>,
    nat_gateway: Option<&Resource<NatGateway>>,
) -> InlineSubnet {
    let mut properties = SubnetPropertiesFormat::new().address_prefix(prefix);
    if let Some(group) = group {
        properties = properties.network_security_group(InlineNetworkSecurityGroup::new().id(group.id()));
    }
    if let Some(gateway) = nat_gateway.filter(|_| !is_reserved(name)) {
        properties = properties.nat_gateway(SubResource::new().id(gateway.id()));
    }
    network::inline(name, properties)
}

/// A network of the plan `P` in a graph. It can be used as the plain resource.
#[derive(Clone, Debug)]
pub struct NetworkOf<P> {
    network: Resource<VirtualNetwork>,
    subnets: Vec<Resource<Subnet>>,
    security_groups: Vec<Option<Resource<NetworkSecurityGroup>>>,
    nat_gateway: Option<Resource<NatGateway>>,
    plan: PhantomData<fn() -> P>,
}

impl<P: AddressPlan> NetworkOf<P> {
    /// A subnet of the plan: `network.subnet(Plan::WORKLOAD)`. A subnet of another plan does not compile.
    pub fn subnet(&self, subnet: SubnetOf<P>) -> &Resource<Subnet> {
        &self.subnets[subnet.index()]
    }

    /// The security group of a subnet: none without [`PlannedNetwork::security_groups`], or where Azure takes none.
    pub fn security_group(&self, subnet: SubnetOf<P>) -> Option<&Resource<NetworkSecurityGroup>> {
        self.security_groups[subnet.index()].as_ref()
    }

    /// The NAT gateway: none without [`PlannedNetwork::nat_gateway`].
    pub fn nat_gateway(&self) -> Option<&Resource<NatGateway>> {
        self.nat_gateway.as_ref()
    }
}

impl<P> Deref for NetworkOf<P> {
    type Target = Resource<VirtualNetwork>;
    fn deref(&self) -> &Resource<VirtualNetwork> {
        &self.network
    }
}

//! A virtual network whose addresses come from a plan that is checked at compile time.

use std::marker::PhantomData;
use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{self, Construct};
use super::nat_gateway::WayOut;
use super::network::{self, Network};
use super::network_of::NetworkOf;
use super::subnet_options::SubnetOptions;
use super::{Source, Traffic};
use crate::address::{AddressPlan, PlannedSubnet, SizePlan, SubnetIn, SubnetPlan, TakesRules, is_reserved, position};
use crate::network::{
    InlineSubnet, NatGateway, NetworkSecurityGroup, PrivateEndpointNetworkPolicy, PublicIpAddress, RouteTable,
    SubnetPropertiesFormat, VirtualNetwork,
};

/// A virtual network with the subnets of the plan `P`. By default no subnet reaches the internet, and each has a network
/// security group that lets in what comes from the virtual network, and nothing from the internet. Subnets whose names
/// Azure keeps for its services get no group.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct PlannedNetwork<P> {
    network: VirtualNetwork,
    name: Value<String>,
    location: Value<String>,
    /// The ranges of the subnets, in the order of the plan.
    ranges: Vec<Value<String>>,
    options: Vec<SubnetOptions>,
    security_groups: bool,
    way_out: Option<WayOut>,
    plan: PhantomData<fn() -> P>,
}

impl Network<0> {
    /// A network in a region with the addresses of a plan: `Network::planned::<Plan>(name, location)`.
    pub fn planned<P: AddressPlan>(name: impl ValueOf<String>, location: impl ValueOf<String>) -> PlannedNetwork<P> {
        let ranges = P::SUBNETS.iter().map(|subnet| subnet.range.into());
        PlannedNetwork::new(name.into(), location.into(), P::ADDRESS_PREFIX.into(), ranges.collect())
    }

    /// A network in a region with the range of a param and subnets of the sizes of a plan. The param comes from
    /// [`g.address_prefix(…)`](super::AddressParams::address_prefix); the ranges of the subnets are computed from it by
    /// `cidrSubnet`, which fails where the network is smaller than the plan says.
    pub fn planned_in<P: SizePlan>(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        address_prefix: impl ValueOf<String>,
    ) -> PlannedNetwork<P> {
        let network = address_prefix.into();
        let range = |index| match position(P::SUBNETS, index) {
            Some((length, position)) => {
                dsl::functions::cidr_subnet(&network, length, i64::try_from(position).unwrap_or(i64::MAX))
            }
            // The macro has made sure that there is one.
            None => network.clone(),
        };
        let ranges = (0..P::SUBNETS.len()).map(range).collect();
        PlannedNetwork::new(name.into(), location.into(), network, ranges)
    }
}

impl<P: SubnetPlan> PlannedNetwork<P> {
    fn new(
        name: Value<String>,
        location: Value<String>,
        address_prefix: Value<String>,
        ranges: Vec<Value<String>>,
    ) -> Self {
        let options = P::SUBNETS.iter().map(|subnet| SubnetOptions::new(&name, &location, subnet.name)).collect();
        let network = network::declare(name.clone(), location.clone(), address_prefix);
        let (security_groups, way_out, plan) = (true, None, PhantomData);
        PlannedNetwork { network, name, location, ranges, options, security_groups, way_out, plan }
    }

    /// Gives no subnet a network security group but those that have rules by [`allow_inbound`](Self::allow_inbound).
    pub fn without_security_groups(mut self) -> Self {
        self.security_groups = false;
        self
    }

    /// Lets traffic into a subnet, by a rule of that name in its network security group. Rules count in the order in which
    /// they are given: priorities 100, 110 and so on, before those that every group has.
    ///
    /// Traffic from the virtual network itself comes in without a rule. What is open to the internet says so:
    /// `.allow_inbound(Plan::WEB, "AllowHttps", Source::internet(), Traffic::tcp(443))`.
    pub fn allow_inbound(
        self,
        subnet: impl TakesRules<P>,
        name: &'static str,
        source: Source,
        traffic: Traffic,
    ) -> Self {
        self.with(subnet, |options| options.allow(name, source, traffic))
    }

    /// Lets a subnet reach a service over Azure's own network, `Microsoft.Storage` for example. The service sees private
    /// addresses then, and keeps its public one. A private endpoint is the safer way.
    pub fn service_endpoint(self, subnet: impl SubnetIn<P>, service: impl ValueOf<String>) -> Self {
        let service = service.into();
        self.with(subnet, |options| options.service_endpoints.push(service))
    }

    /// Whether security groups and routes count for private endpoints in a subnet.
    pub fn private_endpoint_network_policies(
        self,
        subnet: impl SubnetIn<P>,
        policies: impl ValueOf<PrivateEndpointNetworkPolicy>,
    ) -> Self {
        let policies = policies.into();
        self.with(subnet, |options| options.policies = Some(policies))
    }

    /// Routes what leaves a subnet by a table, to a firewall for example.
    pub fn route_table(self, subnet: impl SubnetIn<P>, table: &Resource<RouteTable>) -> Self {
        self.with(subnet, |options| options.route_table = Some(table.id()))
    }

    /// Lets all subnets reach the internet from one public address, but for those whose names Azure keeps for its
    /// services. The gateway's symbol is the network's and `NatGateway`.
    pub fn nat_gateway(mut self) -> Self {
        self.way_out();
        self
    }

    /// With changes to a subnet: what Azure keeps of it besides its name.
    pub fn adjust_subnet(
        self,
        subnet: impl SubnetIn<P>,
        change: impl FnOnce(SubnetPropertiesFormat) -> SubnetPropertiesFormat,
    ) -> Self {
        self.with(subnet, |options| options.adjust(change))
    }

    /// With changes to the security group of a subnet, which has one from now on. Rules that are set are added to its own.
    pub fn adjust_security_group(
        self,
        subnet: impl TakesRules<P>,
        change: impl FnOnce(NetworkSecurityGroup) -> NetworkSecurityGroup,
    ) -> Self {
        self.with(subnet, |options| options.adjust_group(change))
    }

    /// With a NAT gateway as by [`nat_gateway`](Self::nat_gateway), and changes to it.
    pub fn adjust_nat_gateway(mut self, change: impl FnOnce(NatGateway) -> NatGateway) -> Self {
        let way_out = self.way_out();
        way_out.gateway = change(way_out.gateway.clone());
        self
    }

    /// With a NAT gateway as by [`nat_gateway`](Self::nat_gateway), and changes to its public address.
    pub fn adjust_nat_gateway_address(mut self, change: impl FnOnce(PublicIpAddress) -> PublicIpAddress) -> Self {
        let way_out = self.way_out();
        way_out.address = change(way_out.address.clone());
        self
    }

    fn way_out(&mut self) -> &mut WayOut {
        self.way_out.get_or_insert_with(|| WayOut::new(&(&self.name + "-nat"), &self.location))
    }

    fn with(mut self, subnet: impl SubnetIn<P>, change: impl FnOnce(&mut SubnetOptions)) -> Self {
        if let Some(options) = self.options.get_mut(subnet.place()) {
            change(options);
        }
        self
    }

    /// Adds the network and what it was given to the graph. A subnet's symbol is its name in camel case; it appears
    /// where something refers to the subnet. A security group's symbol is the network's, the subnet's and `Nsg`.
    #[track_caller]
    pub fn add<S>(mut self, g: &mut Graph<S>, symbol: impl Into<Text>) -> NetworkOf<P>
    where
        S: Holds<VirtualNetwork> + Holds<NetworkSecurityGroup> + Holds<NatGateway> + Holds<PublicIpAddress>,
    {
        let g = &mut g.as_whole();
        let (symbol, place) = (symbol.into(), Location::caller());
        let security_groups = self.add_security_groups(g, &symbol, place);
        let nat_gateway = self.way_out.take().map(|it| it.add(g, &format!("{symbol}NatGateway"), place));
        let (options, ranges) = (std::mem::take(&mut self.options), std::mem::take(&mut self.ranges));
        let given = options.into_iter().zip(ranges).zip(&security_groups);
        let subnet = |(subnet, ((options, range), group)): (_, ((SubnetOptions, _), &Option<_>))| {
            options.inline(subnet, range, group.as_ref(), nat_gateway.as_ref()).into()
        };
        let inline: Vec<Value<InlineSubnet>> = P::SUBNETS.iter().zip(given).map(subnet).collect();
        let network = changes::complete_list(self.network, "properties.subnets", inline).add(g, symbol);
        NetworkOf::new(network, security_groups, nat_gateway, g, place)
    }

    /// One for each subnet of the plan, in its order.
    fn add_security_groups<S: Holds<NetworkSecurityGroup>>(
        &self,
        g: &mut Graph<S>,
        network: &Text,
        place: &'static Location<'static>,
    ) -> Vec<Option<Resource<NetworkSecurityGroup>>> {
        let group = |(subnet, options): (&PlannedSubnet<'static>, &SubnetOptions)| {
            let group = options.security_group(self.security_groups && !is_reserved(subnet.name))?;
            Some(group.add_at(g, format!("{network}{}Nsg", network::pascal_case(subnet.name)), place))
        };
        P::SUBNETS.iter().zip(&self.options).map(group).collect()
    }
}

impl<P> Construct for PlannedNetwork<P> {
    type Resource = VirtualNetwork;

    fn main(&mut self) -> &mut VirtualNetwork {
        &mut self.network
    }
}

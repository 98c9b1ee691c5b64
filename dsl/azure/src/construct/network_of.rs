//! A planned network in a graph: the handles of its parts by the names of the plan. It must not know how it came there.

use std::marker::PhantomData;
use std::ops::Deref;
use std::panic::Location;

use dsl::{DeploymentScope, Graph, Resource, Scope};

use super::network;
use crate::address::{SubnetIn, SubnetPlan};
use crate::network::{NatGateway, NetworkSecurityGroup, Subnet, VirtualNetwork};

/// A network of the plan `P` in a graph, declared or existing in the place `L`. It can be used as the plain resource.
#[derive(Clone, Debug)]
pub struct NetworkOf<P, L = DeploymentScope> {
    network: Resource<VirtualNetwork>,
    subnets: Vec<Resource<Subnet>>,
    security_groups: Vec<Option<Resource<NetworkSecurityGroup>>>,
    nat_gateway: Option<Resource<NatGateway>>,
    plan: PhantomData<fn() -> (P, L)>,
}

impl<P: SubnetPlan, L> NetworkOf<P, L> {
    /// Refers to the subnets as existing children of the network.
    pub(super) fn new<S: Scope>(
        network: Resource<VirtualNetwork>,
        security_groups: Vec<Option<Resource<NetworkSecurityGroup>>>,
        nat_gateway: Option<Resource<NatGateway>>,
        g: &mut Graph<S>,
        place: &'static Location<'static>,
    ) -> Self {
        let subnets = P::SUBNETS.iter().map(|subnet| network::existing(subnet.name, &network, g, place)).collect();
        NetworkOf { network, subnets, security_groups, nat_gateway, plan: PhantomData }
    }

    /// A subnet of the plan: `network.subnet(Plan::WORKLOAD)`. A subnet of another plan does not compile.
    pub fn subnet(&self, subnet: impl SubnetIn<P>) -> &Resource<Subnet> {
        &self.subnets[subnet.place()]
    }

    /// The security group of a subnet: none where Azure takes none, after
    /// [`without_security_groups`](super::PlannedNetwork::without_security_groups), or of a network that exists already.
    pub fn security_group(&self, subnet: impl SubnetIn<P>) -> Option<&Resource<NetworkSecurityGroup>> {
        self.security_groups.get(subnet.place())?.as_ref()
    }

    /// The NAT gateway: none without [`nat_gateway`](super::PlannedNetwork::nat_gateway).
    pub fn nat_gateway(&self) -> Option<&Resource<NatGateway>> {
        self.nat_gateway.as_ref()
    }
}

impl<P, L> Deref for NetworkOf<P, L> {
    type Target = Resource<VirtualNetwork>;
    fn deref(&self) -> &Resource<VirtualNetwork> {
        &self.network
    }
}

//! A planned network that is there already: a hub, say. It must not know what is in it.

use std::marker::PhantomData;
use std::panic::Location;

use dsl::{DeploymentScope, Existing, Graph, Scope, Text, ValueOf};

use super::changes::Construct;
use super::{Network, NetworkOf, OtherResourceGroup, ZonePlace};
use crate::address::SubnetPlan;
use crate::network::VirtualNetwork;

/// A network of the plan `P` that is there already, in the place `L`.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ExistingNetwork<P, L = DeploymentScope> {
    network: Existing<VirtualNetwork>,
    of: PhantomData<fn() -> (P, L)>,
}

impl Network<0> {
    /// A network that is there already, with the subnets of a plan, in the resource group that is deployed to:
    /// `Network::existing::<Hub>("hub-vnet")`. Private endpoints may go into its subnets, and zones be linked to it.
    pub fn existing<P: SubnetPlan>(name: impl ValueOf<String>) -> ExistingNetwork<P> {
        ExistingNetwork { network: VirtualNetwork::existing(name), of: PhantomData }
    }
}

impl<P: SubnetPlan> ExistingNetwork<P> {
    /// In another resource group: `.in_group(OtherResourceGroup::named("rg-hub"))`.
    pub fn in_group(self, group: OtherResourceGroup) -> ExistingNetwork<P, OtherResourceGroup> {
        let network = group.scope().into_iter().fold(self.network, Existing::in_scope);
        ExistingNetwork { network, of: PhantomData }
    }
}

impl<P: SubnetPlan, L> ExistingNetwork<P, L> {
    /// Adds the network to the graph, and the subnets that something refers to.
    #[track_caller]
    pub fn add<S: Scope>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> NetworkOf<P, L> {
        let g = &mut g.as_whole();
        let network = self.network.add(g, symbol);
        NetworkOf::new(network, Vec::new(), None, g, Location::caller())
    }
}

impl<P, L> Construct for ExistingNetwork<P, L> {
    type Resource = Existing<VirtualNetwork>;

    fn main(&mut self) -> &mut Existing<VirtualNetwork> {
        &mut self.network
    }
}

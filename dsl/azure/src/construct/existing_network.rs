//! A planned network that is there already: a hub, say. It must not know what is in it.

use std::marker::PhantomData;
use std::panic::Location;

use dsl::{DeploymentScope, Graph, Scope, Text, Value, ValueOf};

use super::{Network, NetworkOf, OtherResourceGroup, ZonePlace};
use crate::address::SubnetPlan;
use crate::network::VirtualNetwork;

/// A network of the plan `P` that is there already, in the place `L`.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ExistingNetwork<P, L = DeploymentScope> {
    name: Value<String>,
    group: Option<OtherResourceGroup>,
    of: PhantomData<fn() -> (P, L)>,
}

impl Network<0> {
    /// A network that is there already, with the subnets of a plan, in the resource group that is deployed to:
    /// `Network::existing::<Hub>("hub-vnet")`. Private endpoints may go into its subnets, and zones be linked to it.
    pub fn existing<P: SubnetPlan>(name: impl ValueOf<String>) -> ExistingNetwork<P> {
        ExistingNetwork { name: name.into(), group: None, of: PhantomData }
    }
}

impl<P: SubnetPlan> ExistingNetwork<P> {
    /// In another resource group: `.in_group(OtherResourceGroup::named("rg-hub"))`.
    pub fn in_group(self, group: OtherResourceGroup) -> ExistingNetwork<P, OtherResourceGroup> {
        ExistingNetwork { name: self.name, group: Some(group), of: PhantomData }
    }
}

impl<P: SubnetPlan, L> ExistingNetwork<P, L> {
    /// Adds the network to the graph, and the subnets that something refers to.
    #[track_caller]
    pub fn add<S: Scope>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> NetworkOf<P, L> {
        let mut network = VirtualNetwork::existing(self.name);
        if let Some(scope) = self.group.and_then(|group| group.scope()) {
            network = network.in_scope(scope);
        }
        let network = network.add(g, symbol);
        NetworkOf::new(network, Vec::new(), None, g, Location::caller())
    }
}

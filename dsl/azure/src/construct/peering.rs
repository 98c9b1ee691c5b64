//! Peering of two planned networks, from each that is in the resource group of the deployment. It must not know what is in
//! them.

use dsl::{DeploymentScope, Graph, Holds, Resource, ResourceBody, Text};

use super::{NetworkOf, OtherResourceGroup};
use crate::address::{PeeredWith, SubnetPlan};
use crate::network::{SubResource, VirtualNetwork, VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat};

/// Where a network is that takes part in a peering.
pub trait PeerPlace {
    /// Whether this deployment may declare the network's half.
    const IS_HERE: bool;
}

impl PeerPlace for DeploymentScope {
    const IS_HERE: bool = true;
}

impl PeerPlace for OtherResourceGroup {
    const IS_HERE: bool = false;
}

/// A place whose networks can be given peerings by this graph.
#[diagnostic::on_unimplemented(
    message = "a network in another resource group cannot be given a peering from here",
    label = "a peering is deployed beside its network",
    note = "call it on the other network, and again, the other way round, in the scenario that is deployed to that group"
)]
pub trait TakesPeerings {}

impl TakesPeerings for DeploymentScope {}

impl<P: SubnetPlan, L> NetworkOf<P, L> {
    /// Lets the machines of both networks reach each other, by a peering in this network, and one in the other, whose
    /// symbol ends in `Back`. The plans must say that their addresses are apart: `peered with`.
    ///
    /// Where the other network is in another resource group, only this network's half is declared, and nothing gets
    /// through until the other half is. That one is declared in the scenario of that group, where the networks have
    /// changed places: `Network::existing::<Hub>("hub-vnet")` there, and this one `.in_group(…)`.
    #[track_caller]
    pub fn peer_with<Q: PeeredWith<P>, M: PeerPlace, S: Holds<VirtualNetworkPeering>>(
        &self,
        other: &NetworkOf<Q, M>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Vec<Resource<VirtualNetworkPeering>>
    where
        L: TakesPeerings,
    {
        let symbol = symbol.into();
        let back = format!("{symbol}Back");
        let there = peering(self, other).add(g, symbol);
        if !M::IS_HERE {
            return vec![there];
        }
        // Azure refuses a peering with a network that is being written.
        vec![there.clone(), peering(other, self).depends_on(&there).add(g, back)]
    }
}

/// Not nested: each refers to both networks, which would then need each other.
fn peering(from: &Resource<VirtualNetwork>, to: &Resource<VirtualNetwork>) -> VirtualNetworkPeering {
    let properties = VirtualNetworkPeeringPropertiesFormat::new()
        .allow_virtual_network_access(true)
        .remote_virtual_network(SubResource::new().id(to.id()));
    VirtualNetworkPeering::new(from, to.name()).properties(properties)
}

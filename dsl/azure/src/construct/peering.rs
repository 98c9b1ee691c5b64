//! Peering of two planned networks, in both directions. It must not know what is in them.

use dsl::{Graph, Holds, Resource, ResourceBody, Text};

use super::NetworkOf;
use crate::address::{AddressPlan, PeeredWith};
use crate::network::{SubResource, VirtualNetwork, VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat};

impl<P: AddressPlan> NetworkOf<P> {
    /// Lets the machines of both networks reach each other, by a peering in this network and one in the other, whose
    /// symbol ends in `Back`. The plans must say that their addresses are apart: `peered with`.
    #[track_caller]
    pub fn peer_with<Q: PeeredWith<P>, S: Holds<VirtualNetworkPeering>>(
        &self,
        other: &NetworkOf<Q>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> [Resource<VirtualNetworkPeering>; 2] {
        let symbol = symbol.into();
        let back = format!("{symbol}Back");
        let there = peering(self, other).add(g, symbol);
        // Azure refuses a peering with a network that is being written.
        [there.clone(), peering(other, self).depends_on(&there).add(g, back)]
    }
}

/// Not nested: each refers to both networks, which would then need each other.
fn peering(from: &Resource<VirtualNetwork>, to: &Resource<VirtualNetwork>) -> VirtualNetworkPeering {
    let properties = VirtualNetworkPeeringPropertiesFormat::new()
        .allow_virtual_network_access(true)
        .remote_virtual_network(SubResource::new().id(to.id()));
    VirtualNetworkPeering::new(from, to.name()).properties(properties)
}

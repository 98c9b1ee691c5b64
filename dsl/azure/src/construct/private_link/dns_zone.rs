//! One private DNS zone. The type of the service decides which, so no other can be given.

use std::marker::PhantomData;

use dsl::{DeploymentScope, Existing, Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::declared_zone::{DeclaredZone, zone_there, zone_to_be};
use super::place::{Linkable, ZonePlace};
use super::target::{OneZone, PrivateLinkTarget, ZoneFor};
use super::zone::{InEveryRegion, PrivateZone};
use crate::construct::changes::Construct;
use crate::network::{
    PrivateDnsZone, PrivateDnsZoneVirtualNetworkLink, PrivateDnsZoneVirtualNetworkLinkProperties, SubResource,
    VirtualNetwork,
};

#[diagnostic::do_not_recommend]
impl<Z: PrivateZone, P, G: OneZone<Zone = Z>> ZoneFor<G> for Zone<Z, P> {
    fn resources(&self) -> Vec<(&'static str, Resource<PrivateDnsZone>)> {
        vec![(Z::WORD, self.zone.clone())]
    }
}

/// The private DNS zone `Z`, not yet in a graph. `D` says whether it is to be, or exists already in the place `P`.
#[derive(Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ZoneOf<Z, P = DeploymentScope, D = PrivateDnsZone> {
    zone: D,
    of: PhantomData<fn() -> (Z, P)>,
}

/// The private DNS zone `Z` in a graph: `Zone<zone::KeyVault>`. Services that share a zone share this type.
#[derive(Clone, Debug)]
pub struct Zone<Z, P = DeploymentScope> {
    zone: Resource<PrivateDnsZone>,
    of: PhantomData<fn() -> (Z, P)>,
}

impl<Z: PrivateZone> Zone<Z> {
    /// The zone in which private endpoints of this service, and others of its kind, register.
    pub fn of<T: PrivateLinkTarget<Group: OneZone<Zone = Z>>>(target: &T) -> ZoneOf<Z> {
        ZoneOf::new(zone_to_be(T::Group::zone_name(&target.region())))
    }

    /// A zone where no target is at hand, in a hub for example: `Zone::new(zone::KeyVault)`.
    #[allow(clippy::new_ret_no_self, reason = "a zone to be, as everywhere, becomes a zone when it is added")]
    pub fn new(_zone: Z) -> ZoneOf<Z>
    where
        Z: InEveryRegion,
    {
        ZoneOf::new(zone_to_be(Z::name(&())))
    }

    /// As [`new`](Self::new), where each region has a zone of its own: `Zone::in_region(zone::Kubernetes, &location)`.
    pub fn in_region(_zone: Z, region: impl ValueOf<String>) -> ZoneOf<Z>
    where
        Z: PrivateZone<Region = Value<String>>,
    {
        ZoneOf::new(zone_to_be(Z::name(&region.into())))
    }

    /// The zone of a service that is there already, in the resource group that is deployed to or in another one:
    /// `Zone::existing(&vault, OtherResourceGroup::named("rg-hub"))`.
    pub fn existing<T: PrivateLinkTarget<Group: OneZone<Zone = Z>>, P: ZonePlace>(
        target: &T,
        place: P,
    ) -> ZoneOf<Z, P, Existing<PrivateDnsZone>> {
        ZoneOf::new(zone_there(T::Group::zone_name(&target.region()), place))
    }
}

impl<Z, P> Zone<Z, P> {
    /// Lets a network resolve the zone's names. Without a link its machines see the public address. The symbol is one
    /// inside the zone.
    #[track_caller]
    pub fn link<S: Holds<PrivateDnsZoneVirtualNetworkLink>>(
        &self,
        network: &Resource<VirtualNetwork>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<PrivateDnsZoneVirtualNetworkLink>
    where
        P: Linkable,
    {
        link(&self.zone, network, g, symbol.into())
    }

    /// The zone as a plain resource.
    pub fn resource(&self) -> &Resource<PrivateDnsZone> {
        &self.zone
    }
}

impl<Z, P, D: DeclaredZone> ZoneOf<Z, P, D> {
    fn new(zone: D) -> Self {
        ZoneOf { zone, of: PhantomData }
    }

    /// Another name than the one in Azure's public cloud, for a sovereign cloud.
    pub fn name(mut self, name: impl ValueOf<String>) -> Self {
        self.zone = self.zone.named(name.into());
        self
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Zone<Z, P> {
        Zone { zone: self.zone.add_to(g, symbol.into()), of: PhantomData }
    }
}

impl<Z, P, D: DeclaredZone> Construct for ZoneOf<Z, P, D> {
    type Resource = D;

    fn main(&mut self) -> &mut D {
        &mut self.zone
    }
}

/// Links a zone to a network, inside the zone's own braces.
#[track_caller]
pub(super) fn link<S: Holds<PrivateDnsZoneVirtualNetworkLink>>(
    zone: &Resource<PrivateDnsZone>,
    network: &Resource<VirtualNetwork>,
    g: &mut Graph<S>,
    symbol: Text,
) -> Resource<PrivateDnsZoneVirtualNetworkLink> {
    let properties = PrivateDnsZoneVirtualNetworkLinkProperties::new()
        .registration_enabled(false)
        .virtual_network(SubResource::new().id(network.id()));
    PrivateDnsZoneVirtualNetworkLink::new(zone, network.name(), "global").properties(properties).nested().add(g, symbol)
}

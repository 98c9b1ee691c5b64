//! The private DNS zone of a kind of service. The type of the service decides the zone, so no other can be given.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use crate::network::{
    PrivateDnsZone, PrivateDnsZoneVirtualNetworkLink, PrivateDnsZoneVirtualNetworkLinkProperties, SubResource,
    VirtualNetwork,
};

/// A service that private endpoints can lead to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be reached over a private endpoint",
    label = "this is no target of Azure Private Link",
    note = "pass what a construct such as `OpenAi::…::add` returned"
)]
pub trait PrivateLinkTarget {
    /// The service's word for the part that is reached.
    const GROUP_ID: &'static str;
    /// A short name for the zone, and the zone.
    const ZONE: (&'static str, &'static str);

    /// The resource id.
    fn id(&self) -> Value<String>;
}

/// The zone in which private endpoints of a `T` register.
#[diagnostic::on_unimplemented(
    message = "private endpoints of `{T}` do not register in `{Self}`",
    label = "this is the zone of another service",
    note = "make the zone from the target itself: `Zone::of(&target)`"
)]
pub trait ZoneFor<T> {
    /// The zone as a plain resource.
    fn resource(&self) -> &Resource<PrivateDnsZone>;
}

impl<T: PrivateLinkTarget> ZoneFor<T> for Zone<T> {
    fn resource(&self) -> &Resource<PrivateDnsZone> {
        &self.zone
    }
}

/// The zone in which private endpoints of a `T` register, not yet in a graph.
#[derive(Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ZoneOf<T> {
    name: Value<String>,
    of: PhantomData<fn() -> T>,
}

/// The zone in which private endpoints of a `T` register.
#[derive(Clone, Debug)]
pub struct Zone<T> {
    zone: Resource<PrivateDnsZone>,
    of: PhantomData<fn() -> T>,
}

impl<T: PrivateLinkTarget> Zone<T> {
    /// The zone for this service and others of its kind.
    pub fn of(_target: &T) -> ZoneOf<T> {
        ZoneOf { name: Value::from(T::ZONE.1), of: PhantomData }
    }

    /// Lets a network resolve the zone's names. Without a link its machines see the public address. The symbol is one
    /// inside the zone.
    #[track_caller]
    pub fn link<S: Holds<PrivateDnsZoneVirtualNetworkLink>>(
        &self,
        network: &Resource<VirtualNetwork>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<PrivateDnsZoneVirtualNetworkLink> {
        let properties = PrivateDnsZoneVirtualNetworkLinkProperties::new()
            .registration_enabled(false)
            .virtual_network(SubResource::new().id(network.id()));
        PrivateDnsZoneVirtualNetworkLink::new(&self.zone, network.name(), "global")
            .properties(properties)
            .nested()
            .add(g, symbol)
    }
}

impl<T: PrivateLinkTarget> ZoneOf<T> {
    /// Another name than the one in Azure's public cloud, for a sovereign cloud.
    pub fn name(mut self, name: impl ValueOf<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Zone<T> {
        let zone = PrivateDnsZone::new(self.name, "global").add(g, symbol);
        Zone { zone, of: PhantomData }
    }
}

//! A private endpoint with its registration in DNS.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::{PrivateLinkTarget, ZoneFor};
use crate::network::{
    self, PrivateDnsZoneConfig, PrivateDnsZoneConfigProperties, PrivateDnsZoneGroup, PrivateDnsZoneGroupProperties,
    PrivateEndpointProperties, PrivateLinkServiceConnection, PrivateLinkServiceConnectionProperties, SubResource,
    Subnet,
};

/// An address in a subnet that leads to a service. It is complete only once it is registered in the service's zone.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct PrivateEndpoint<'t, T> {
    name: Value<String>,
    target: &'t T,
    subnet: &'t Resource<Subnet>,
    location: Value<String>,
}

impl<'t, T: PrivateLinkTarget> PrivateEndpoint<'t, T> {
    /// An endpoint in a subnet and its region, which leads to a service.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        target: &'t T,
        subnet: &'t Resource<Subnet>,
    ) -> Self {
        PrivateEndpoint { name: name.into(), target, subnet, location: location.into() }
    }

    /// Adds it to the graph, registered in the zone of its kind of service: another service's zone does not compile.
    #[track_caller]
    pub fn register_in<S: Holds<network::PrivateEndpoint> + Holds<PrivateDnsZoneGroup>>(
        self,
        zone: &impl ZoneFor<T>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<network::PrivateEndpoint> {
        let connection = PrivateLinkServiceConnectionProperties::new(self.target.id(), [T::GROUP_ID]);
        let connection = PrivateLinkServiceConnection::new(T::GROUP_ID, connection);
        let properties = PrivateEndpointProperties::new(SubResource::new(self.subnet.id()), [connection]);
        let endpoint = network::PrivateEndpoint::new(self.name, self.location, properties).add(g, symbol);
        let config = PrivateDnsZoneConfigProperties::new(zone.resource().id());
        let config = PrivateDnsZoneConfig::new(T::ZONE.0, config);
        let group = PrivateDnsZoneGroupProperties::new([config]);
        PrivateDnsZoneGroup::new(&endpoint, "default", group).nested().add(g, "zoneGroup");
        endpoint
    }
}

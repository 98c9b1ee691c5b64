//! A private endpoint with its registration in DNS.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::{PrivateLinkTarget, ZoneFor};
use crate::network::{
    self, InlineSubnet, PrivateDnsZoneConfig, PrivateDnsZoneGroup, PrivateDnsZoneGroupPropertiesFormat,
    PrivateDnsZonePropertiesFormat, PrivateEndpointProperties, PrivateLinkServiceConnection,
    PrivateLinkServiceConnectionProperties, Subnet,
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
        let connection = PrivateLinkServiceConnectionProperties::new()
            .private_link_service_id(self.target.id())
            .group_ids([T::GROUP_ID]);
        let connection = PrivateLinkServiceConnection::new().name(T::GROUP_ID).properties(connection);
        let properties = PrivateEndpointProperties::new()
            .subnet(InlineSubnet::new().id(self.subnet.id()))
            .private_link_service_connections([connection]);
        let endpoint = network::PrivateEndpoint::new(self.name, self.location).properties(properties).add(g, symbol);
        let config = PrivateDnsZonePropertiesFormat::new().private_dns_zone_id(zone.resource().id());
        let config = PrivateDnsZoneConfig::new().name(T::ZONE.0).properties(config);
        let group = PrivateDnsZoneGroupPropertiesFormat::new().private_dns_zone_configs([config]);
        PrivateDnsZoneGroup::new(&endpoint, "default").properties(group).nested().add(g, "zoneGroup");
        endpoint
    }
}

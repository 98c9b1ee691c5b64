//! A private endpoint with its registration in DNS. It must not know any service.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::target::{Group, PrivateLinkTarget, ZoneFor};
use crate::network::{
    self, InlineSubnet, PrivateDnsZone, PrivateDnsZoneConfig, PrivateDnsZoneGroup, PrivateDnsZoneGroupPropertiesFormat,
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
    /// An endpoint in a subnet and its region, which leads to a service or to a group of it: `&vault`,
    /// `&group::Blob::of(&storage)`.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        target: &'t T,
        subnet: &'t Resource<Subnet>,
    ) -> Self {
        PrivateEndpoint { name: name.into(), target, subnet, location: location.into() }
    }

    /// Adds it to the graph, registered in the zone or zones of its kind of service: another zone does not compile.
    #[track_caller]
    pub fn register_in<S: Holds<network::PrivateEndpoint> + Holds<PrivateDnsZoneGroup>>(
        self,
        zone: &impl ZoneFor<T::Group>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<network::PrivateEndpoint> {
        let endpoint = self.resource().add(g, symbol);
        let configs: Vec<_> = zone.resources().iter().map(|(word, zone)| config(word, zone)).collect();
        let group = PrivateDnsZoneGroupPropertiesFormat::new().private_dns_zone_configs(configs);
        PrivateDnsZoneGroup::new(&endpoint, "default").properties(group).nested().add(g, "zoneGroup");
        endpoint
    }

    /// Adds it to the graph without a zone, where a policy of the landing zone registers every endpoint centrally. The
    /// Bicep says so.
    #[track_caller]
    pub fn registered_by_policy<S: Holds<network::PrivateEndpoint>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<network::PrivateEndpoint> {
        self.resource().describe("Azure Policy registers it in its private DNS zone.").add(g, symbol)
    }

    fn resource(self) -> network::PrivateEndpoint {
        let group = T::Group::ID;
        let connection =
            PrivateLinkServiceConnectionProperties::new().private_link_service_id(self.target.id()).group_ids([group]);
        let connection = PrivateLinkServiceConnection::new().name(group).properties(connection);
        let properties = PrivateEndpointProperties::new()
            .subnet(InlineSubnet::new().id(self.subnet.id()))
            .private_link_service_connections([connection]);
        network::PrivateEndpoint::new(self.name, self.location).properties(properties)
    }
}

fn config(word: &'static str, zone: &Resource<PrivateDnsZone>) -> PrivateDnsZoneConfig {
    PrivateDnsZoneConfig::new()
        .name(word)
        .properties(PrivateDnsZonePropertiesFormat::new().private_dns_zone_id(zone.id()))
}

//! A private endpoint with its registration in DNS. It must not know any service.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, ValueOf};

use super::target::{Group, PrivateLinkTarget, ZoneFor};
use crate::construct::changes::Construct;
use crate::network::{
    self, InlineSubnet, PrivateDnsZone, PrivateDnsZoneConfig, PrivateDnsZoneGroup, PrivateDnsZoneGroupPropertiesFormat,
    PrivateDnsZonePropertiesFormat, PrivateEndpointProperties, PrivateLinkServiceConnection,
    PrivateLinkServiceConnectionProperties, Subnet,
};

/// An address in a subnet that leads to a service. It is complete only once it is registered in the service's zone.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct PrivateEndpoint<T> {
    endpoint: network::PrivateEndpoint,
    target: PhantomData<fn() -> T>,
}

impl<T: PrivateLinkTarget> PrivateEndpoint<T> {
    /// An endpoint in a subnet and its region, which leads to a service or to a group of it: `&vault`,
    /// `&group::Blob::of(&storage)`.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        target: &T,
        subnet: &Resource<Subnet>,
    ) -> Self {
        let group = T::Group::ID;
        let connection =
            PrivateLinkServiceConnectionProperties::new().private_link_service_id(target.id()).group_ids([group]);
        let connection = PrivateLinkServiceConnection::new().name(group).properties(connection);
        let properties = PrivateEndpointProperties::new()
            .subnet(InlineSubnet::new().id(subnet.id()))
            .private_link_service_connections([connection]);
        let endpoint = network::PrivateEndpoint::new(name, location).properties(properties);
        PrivateEndpoint { endpoint, target: PhantomData }
    }

    /// Adds it to the graph, registered in the zone or zones of its kind of service: another zone does not compile.
    #[track_caller]
    pub fn register_in<S: Holds<network::PrivateEndpoint> + Holds<PrivateDnsZoneGroup>>(
        self,
        zone: &impl ZoneFor<T::Group>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<network::PrivateEndpoint> {
        let g = &mut g.as_whole();
        let endpoint = self.endpoint.add(g, symbol);
        let configs: Vec<_> = zone.resources().iter().map(|(word, zone)| config(word, zone)).collect();
        let group = PrivateDnsZoneGroupPropertiesFormat::new().private_dns_zone_configs(configs);
        PrivateDnsZoneGroup::new(&endpoint, "default").properties(group).nested().add(g, "zoneGroup");
        endpoint
    }

    /// Adds it to the graph without a zone, where a policy of the landing zone registers every endpoint centrally. The
    /// Bicep says so.
    #[track_caller]
    pub fn registered_by_policy<S: Holds<network::PrivateEndpoint>>(
        mut self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<network::PrivateEndpoint> {
        let by_policy = "Azure Policy registers it in its private DNS zone.";
        let description = match self.endpoint.declaration().description() {
            Some(description) => format!("{} {by_policy}", description.trim()).into(),
            None => Text::Borrowed(by_policy),
        };
        self.endpoint.describe(description).add(g, symbol)
    }
}

impl<T> Construct for PrivateEndpoint<T> {
    type Resource = network::PrivateEndpoint;

    fn main(&mut self) -> &mut network::PrivateEndpoint {
        &mut self.endpoint
    }
}

fn config(word: &'static str, zone: &Resource<PrivateDnsZone>) -> PrivateDnsZoneConfig {
    PrivateDnsZoneConfig::new()
        .name(word)
        .properties(PrivateDnsZonePropertiesFormat::new().private_dns_zone_id(zone.id()))
}

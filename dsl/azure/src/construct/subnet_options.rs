//! What a subnet of a planned network is given besides its range. It must not know how it is asked for.

use dsl::{Resource, Value};

use super::network;
use super::security_group::{self, Source, Traffic};
use crate::address::{PlannedSubnet, is_reserved};
use crate::network::{
    Delegation, InlineNetworkSecurityGroup, InlineRouteTable, InlineSecurityRule, InlineSubnet, NatGateway,
    NetworkSecurityGroup, PrivateEndpointNetworkPolicy, ServiceDelegationPropertiesFormat,
    ServiceEndpointPropertiesFormat, SubResource, SubnetPropertiesFormat,
};

/// The first priority that Azure takes, and the room between two rules for others by hand.
const FIRST_PRIORITY: i64 = 100;
const BETWEEN_RULES: i64 = 10;

/// The options of one subnet.
#[derive(Clone, Debug, Default)]
pub(super) struct SubnetOptions {
    pub(super) rules: Vec<InlineSecurityRule>,
    pub(super) service_endpoints: Vec<Value<String>>,
    pub(super) policies: Option<Value<PrivateEndpointNetworkPolicy>>,
    pub(super) route_table: Option<Value<String>>,
}

impl SubnetOptions {
    /// Adds a rule behind the others.
    pub(super) fn allow(&mut self, name: &'static str, source: Source, traffic: Traffic) {
        let before = i64::try_from(self.rules.len()).unwrap_or(i64::MAX);
        let priority = before.saturating_mul(BETWEEN_RULES).saturating_add(FIRST_PRIORITY);
        self.rules.push(security_group::allow(name, source, traffic, priority));
    }

    /// The subnet inside of the network's declaration.
    pub(super) fn inline(
        self,
        subnet: &PlannedSubnet<'static>,
        range: Value<String>,
        group: Option<&Resource<NetworkSecurityGroup>>,
        nat_gateway: Option<&Resource<NatGateway>>,
    ) -> InlineSubnet {
        let mut properties = SubnetPropertiesFormat::new().address_prefix(range);
        if let Some(group) = group {
            properties = properties.network_security_group(InlineNetworkSecurityGroup::new().id(group.id()));
        }
        if let Some(table) = &self.route_table {
            properties = properties.route_table(InlineRouteTable::new().id(table));
        }
        if let Some(gateway) = nat_gateway.filter(|_| !is_reserved(subnet.name)) {
            properties = properties.nat_gateway(SubResource::new().id(gateway.id()));
        }
        network::inline(subnet.name, self.services(properties, subnet.delegation))
    }

    /// With the services that the subnet is given to, and those that it reaches.
    fn services(
        self,
        mut properties: SubnetPropertiesFormat,
        delegation: Option<&'static str>,
    ) -> SubnetPropertiesFormat {
        if !self.service_endpoints.is_empty() {
            let endpoint = |service| ServiceEndpointPropertiesFormat::new().service(service);
            properties =
                properties.service_endpoints(self.service_endpoints.into_iter().map(endpoint).collect::<Vec<_>>());
        }
        if let Some(service) = delegation {
            let to = ServiceDelegationPropertiesFormat::new().service_name(service);
            properties = properties.delegations([Delegation::new().name("delegation").properties(to)]);
        }
        if let Some(policies) = self.policies {
            properties = properties.private_endpoint_network_policies(policies);
        }
        properties
    }
}

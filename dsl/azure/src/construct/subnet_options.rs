//! What a subnet of a planned network is given besides its range. It must not know how it is asked for.

use dsl::{Resource, Value};

use super::security_group::{self, Source, Traffic};
use super::{changes, network};
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
#[derive(Clone, Debug)]
pub(super) struct SubnetOptions {
    rules: Vec<InlineSecurityRule>,
    pub(super) service_endpoints: Vec<Value<String>>,
    pub(super) policies: Option<Value<PrivateEndpointNetworkPolicy>>,
    pub(super) route_table: Option<Value<String>>,
    /// What was set by hand.
    changes: SubnetPropertiesFormat,
    group: NetworkSecurityGroup,
    /// Whether somebody asked for the group by giving it rules or changing it.
    is_group_wanted: bool,
}

impl SubnetOptions {
    /// Of a subnet of a network.
    pub(super) fn new(network: &Value<String>, location: &Value<String>, subnet: &str) -> Self {
        SubnetOptions {
            rules: Vec::new(),
            service_endpoints: Vec::new(),
            policies: None,
            route_table: None,
            changes: SubnetPropertiesFormat::new(),
            group: NetworkSecurityGroup::new(network + format!("-{subnet}-nsg"), location),
            is_group_wanted: false,
        }
    }

    /// Adds a rule behind the others.
    pub(super) fn allow(&mut self, name: &'static str, source: Source, traffic: Traffic) {
        let before = i64::try_from(self.rules.len()).unwrap_or(i64::MAX);
        let priority = before.saturating_mul(BETWEEN_RULES).saturating_add(FIRST_PRIORITY);
        self.rules.push(security_group::allow(name, source, traffic, priority));
        self.is_group_wanted = true;
    }

    pub(super) fn adjust(&mut self, change: impl FnOnce(SubnetPropertiesFormat) -> SubnetPropertiesFormat) {
        self.changes = change(self.changes.clone());
    }

    pub(super) fn adjust_group(&mut self, change: impl FnOnce(NetworkSecurityGroup) -> NetworkSecurityGroup) {
        self.group = change(self.group.clone());
        self.is_group_wanted = true;
    }

    /// Its security group, where each subnet has one or somebody asked for this one.
    pub(super) fn security_group(&self, is_for_all: bool) -> Option<NetworkSecurityGroup> {
        let rules = security_group::closed(self.rules.clone());
        let group = || changes::complete_list(self.group.clone(), "properties.securityRules", rules);
        (is_for_all || self.is_group_wanted).then(group)
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
        let changes = Value::from(self.changes.clone());
        let planned = Value::from(network::closed(self.services(properties, subnet.delegation)));
        let properties = changes.expr().over(planned.into());
        InlineSubnet::new().name(subnet.name).properties(Value::new(properties))
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

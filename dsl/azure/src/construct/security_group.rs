//! The security group of a subnet of a planned network. It must not know which subnets get one.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value};

use crate::network::{
    InlineSecurityRule, NetworkSecurityGroup, NetworkSecurityGroupPropertiesFormat, SecurityRulePropertiesFormat,
};

/// Adds a group that lets in what comes from the virtual network, and nothing from the internet. The numbers are the
/// last ones, so that rules of the scenario come first.
pub(super) fn add<S: Holds<NetworkSecurityGroup>>(
    g: &mut Graph<S>,
    symbol: impl Into<Text>,
    name: Value<String>,
    location: &Value<String>,
    place: &'static Location<'static>,
) -> Resource<NetworkSecurityGroup> {
    let rules = [
        rule("AllowVirtualNetworkInbound", "VirtualNetwork", "Allow", 4095),
        rule("DenyInternetInbound", "Internet", "Deny", 4096),
    ];
    let properties = NetworkSecurityGroupPropertiesFormat::new().security_rules(rules);
    NetworkSecurityGroup::new(name, location).properties(properties).add_at(g, symbol, place)
}

/// A rule about all that comes from the addresses that a service tag stands for.
fn rule(name: &'static str, source: &'static str, access: &'static str, priority: i64) -> InlineSecurityRule {
    let properties = SecurityRulePropertiesFormat::new("*", access, priority, "Inbound")
        .source_address_prefix(source)
        .source_port_range("*")
        .destination_address_prefix("*")
        .destination_port_range("*");
    InlineSecurityRule::new().name(name).properties(properties)
}

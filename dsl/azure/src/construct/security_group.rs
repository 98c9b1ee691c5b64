//! The security group of a subnet of a planned network, and what its rules let in. It must not know which subnets get one.

use std::ops::RangeInclusive;

use dsl::{Value, ValueOf};

use crate::address::{AddressPlan, SubnetOf};
use crate::network::{InlineSecurityRule, SecurityRulePropertiesFormat};

/// Where traffic comes from that a rule lets in.
#[derive(Clone, Debug)]
pub struct Source(Value<String>);

impl Source {
    /// Anywhere in the internet. Whoever reads the rule sees it.
    pub fn internet() -> Self {
        Source("Internet".into())
    }

    /// The health probes of Azure's load balancers.
    pub fn load_balancer() -> Self {
        Source("AzureLoadBalancer".into())
    }

    /// The addresses of a service, by its [tag](https://learn.microsoft.com/azure/virtual-network/service-tags-overview):
    /// `AzureFrontDoor.Backend`.
    pub fn service_tag(tag: impl ValueOf<String>) -> Self {
        Source(tag.into())
    }

    /// A range of addresses, `203.0.113.0/24`, or one address.
    pub fn addresses(prefix: impl ValueOf<String>) -> Self {
        Source(prefix.into())
    }

    /// A subnet of a plan, this or another one's.
    pub fn subnet<P: AddressPlan, const RESERVED: bool>(subnet: SubnetOf<P, RESERVED>) -> Self {
        Source(subnet.address_prefix().into())
    }
}

/// What a rule lets in: a protocol, and to which ports.
#[derive(Clone, Debug)]
pub struct Traffic {
    protocol: &'static str,
    ports: Ports,
}

impl Traffic {
    /// TCP to a port, `22`, a range, `8000..=8080`, or several ports, `[80, 443]`.
    pub fn tcp(ports: impl Into<Ports>) -> Self {
        Traffic { protocol: "Tcp", ports: ports.into() }
    }

    /// UDP to a port, `53`, a range, `5000..=5010`, or several ports, `[53, 123]`.
    pub fn udp(ports: impl Into<Ports>) -> Self {
        Traffic { protocol: "Udp", ports: ports.into() }
    }

    /// Everything, to all ports.
    pub fn any() -> Self {
        Traffic { protocol: "*", ports: Ports(vec!["*".into()]) }
    }
}

/// The ports of a rule.
#[derive(Clone, Debug)]
pub struct Ports(Vec<String>);

impl From<u16> for Ports {
    fn from(port: u16) -> Self {
        Ports(vec![port.to_string()])
    }
}

impl From<RangeInclusive<u16>> for Ports {
    fn from(ports: RangeInclusive<u16>) -> Self {
        Ports(vec![format!("{}-{}", ports.start(), ports.end())])
    }
}

impl<const N: usize> From<[u16; N]> for Ports {
    fn from(ports: [u16; N]) -> Self {
        Ports(ports.map(|port| port.to_string()).into())
    }
}

/// A rule that lets in.
pub(super) fn allow(name: &'static str, source: Source, traffic: Traffic, priority: i64) -> InlineSecurityRule {
    let rule = SecurityRulePropertiesFormat::new(traffic.protocol, "Allow", priority, "Inbound");
    named(name, from_to(rule, source, traffic.ports))
}

/// The rules of a group that besides these lets in what comes from the virtual network, and nothing from the internet. Those
/// two have the last numbers that Azure takes, so that other rules come first.
pub(super) fn closed(mut rules: Vec<InlineSecurityRule>) -> Vec<Value<InlineSecurityRule>> {
    rules.push(last("AllowVirtualNetworkInbound", "VirtualNetwork", "Allow", 4095));
    rules.push(last("DenyInternetInbound", "Internet", "Deny", 4096));
    rules.into_iter().map(Into::into).collect()
}

/// A rule about all that comes from the addresses that a service tag stands for.
fn last(name: &'static str, source: &'static str, access: &'static str, priority: i64) -> InlineSecurityRule {
    let rule = SecurityRulePropertiesFormat::new("*", access, priority, "Inbound");
    named(name, from_to(rule, Source(source.into()), Traffic::any().ports))
}

fn from_to(rule: SecurityRulePropertiesFormat, source: Source, ports: Ports) -> SecurityRulePropertiesFormat {
    let rule = rule.source_address_prefix(source.0).source_port_range("*").destination_address_prefix("*");
    match <[String; 1]>::try_from(ports.0) {
        Ok([port]) => rule.destination_port_range(port),
        Err(ports) => rule.destination_port_ranges(ports),
    }
}

fn named(name: &'static str, properties: SecurityRulePropertiesFormat) -> InlineSecurityRule {
    InlineSecurityRule::new().name(name).properties(properties)
}

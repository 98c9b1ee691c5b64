//! `blocked-endpoint`: a private endpoint is in a subnet that Azure, or the subnet's own rules, keep it from working in.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::PRIVATE_ENDPOINT;
use super::security_rule::{self, SECURITY_GROUP, SecurityRule};
use super::subnet::{self, SUBNET, Subnet};

/// A private endpoint is in a subnet that Azure, or the subnet's own rules, keep it from working in.
pub const BLOCKED_ENDPOINT: Check = Check::new(&Page {
    id: "blocked-endpoint",
    severity: Severity::Error,
    summary: "A private endpoint is in a subnet that is kept for a service, or whose rules deny the machines of the network.",
    why: "Azure refuses an endpoint in a delegated subnet. Security rules apply to endpoints where `privateEndpointNetworkPolicies` is on, and then nobody reaches it.",
    help: "let the callers in by a rule of a lower number, or use another subnet",
    constant: Some("azure::check::BLOCKED_ENDPOINT"),
    wrong: example!("blocked_endpoint.rs", |g| {
        use azure::network::{
            AddressSpace, InlineNetworkSecurityGroup, InlineSecurityRule, InlineSubnet, NetworkSecurityGroup,
            NetworkSecurityGroupPropertiesFormat, SecurityRulePropertiesFormat, Subnet, SubnetPropertiesFormat,
            VirtualNetwork, VirtualNetworkPropertiesFormat,
        };
        use azure::prelude::*;
        use azure::storage::StorageAccount;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let deny = SecurityRulePropertiesFormat::new("*", "Deny", 100, "Inbound")
            .source_address_prefix("VirtualNetwork")
            .source_port_range("*")
            .destination_address_prefix("*")
            .destination_port_range("*");
        let rules = [InlineSecurityRule::new().name("DenyAll").properties(deny)];
        let rules = NetworkSecurityGroupPropertiesFormat::new().security_rules(rules);
        let nsg = NetworkSecurityGroup::new("contoso-nsg", &location).properties(rules).add(g, "nsg");
        let properties = SubnetPropertiesFormat::new()
            .address_prefix("10.0.0.0/24")
            .network_security_group(InlineNetworkSecurityGroup::new().id(nsg.id()))
            .private_endpoint_network_policies("Enabled");
        let subnets = [InlineSubnet::new().name("endpoints").properties(properties)];
        let space = AddressSpace::new().address_prefixes(["10.0.0.0/16"]);
        let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
        let network = VirtualNetwork::new("contoso-vnet", &location).properties(properties).add(g, "network");
        let subnet = Subnet::existing(&network, "endpoints").nested().add(g, "endpoints");
        let storage = StorageAccount::existing("stcontoso").add(g, "storage");
        let blob = group::Blob::of(&storage);
        let zone = Zone::of(&blob).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("blob-pe", &location, &blob, &subnet).register_in(&zone, g, "endpoint");
    }),
    right: example!("blocked_endpoint.rs", |g| {
        use azure::network::{
            AddressSpace, InlineNetworkSecurityGroup, InlineSecurityRule, InlineSubnet, NetworkSecurityGroup,
            NetworkSecurityGroupPropertiesFormat, SecurityRulePropertiesFormat, Subnet, SubnetPropertiesFormat,
            VirtualNetwork, VirtualNetworkPropertiesFormat,
        };
        use azure::prelude::*;
        use azure::storage::StorageAccount;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let deny = SecurityRulePropertiesFormat::new("*", "Deny", 100, "Inbound")
            .source_address_prefix("VirtualNetwork")
            .source_port_range("*")
            .destination_address_prefix("*")
            .destination_port_range("*");
        let rules = [InlineSecurityRule::new().name("DenyAll").properties(deny)];
        let rules = NetworkSecurityGroupPropertiesFormat::new().security_rules(rules);
        let nsg = NetworkSecurityGroup::new("contoso-nsg", &location).properties(rules).add(g, "nsg");
        let properties = SubnetPropertiesFormat::new()
            .address_prefix("10.0.0.0/24")
            .network_security_group(InlineNetworkSecurityGroup::new().id(nsg.id()))
            .private_endpoint_network_policies("Disabled");
        let subnets = [InlineSubnet::new().name("endpoints").properties(properties)];
        let space = AddressSpace::new().address_prefixes(["10.0.0.0/16"]);
        let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
        let network = VirtualNetwork::new("contoso-vnet", &location).properties(properties).add(g, "network");
        let subnet = Subnet::existing(&network, "endpoints").nested().add(g, "endpoints");
        let storage = StorageAccount::existing("stcontoso").add(g, "storage");
        let blob = group::Blob::of(&storage);
        let zone = Zone::of(&blob).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("blob-pe", &location, &blob, &subnet).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: BLOCKED_ENDPOINT, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for endpoint in facts.resources(PRIVATE_ENDPOINT).filter(ResourceFacts::is_deployed) {
        let subnets = endpoint.references("properties.subnet").into_iter().filter(|it| it.is(SUBNET));
        for subnet in subnets.filter_map(|it| subnet::find(&it)) {
            findings.extend(delegated(&endpoint, &subnet).or_else(|| denied(&endpoint, &subnet)));
        }
    }
}

/// The subnet is kept for a service. Azure then answers `PrivateEndpointCreationNotAllowedAsSubnetIsDelegated`, says Microsoft
/// Learn in "Troubleshoot private endpoint creation that fails or stalls".
fn delegated(endpoint: &ResourceFacts<'_>, subnet: &Subnet<'_>) -> Option<Finding> {
    let delegation = subnet.delegations().next()?;
    let (endpoint_symbol, name) = (endpoint.symbol(), subnet.shown());
    let message = format!("`{endpoint_symbol}` is in the subnet `{name}`, which is delegated to `{delegation}`");
    let finding = endpoint.finding(BLOCKED_ENDPOINT, message).help("put it into a subnet without delegation");
    Some(subnet.declared_by.noted_in(finding, "the subnet is declared here"))
}

/// The subnet's rules apply to endpoints, and one of them denies what machines of the network send.
fn denied(endpoint: &ResourceFacts<'_>, subnet: &Subnet<'_>) -> Option<Finding> {
    // As long as these policies are not on, security groups do not apply to endpoints.
    let policies = subnet.property("privateEndpointNetworkPolicies")?.text()?;
    if !["Enabled", "NetworkSecurityGroupEnabled"].contains(&policies) {
        return None;
    }
    let group =
        subnet.value.references("properties.networkSecurityGroup").into_iter().find(|it| it.is(SECURITY_GROUP))?;
    let mut rules = security_rule::of(&group)?;
    if rules.iter().any(|rule| rule.priority().is_none()) {
        return None;
    }
    rules.sort_by_key(SecurityRule::priority);
    // What an earlier rule lets in, be it from one machine only, is a way in.
    let first = rules.iter().find(|rule| rule.allows() || denies_the_network(rule)).filter(|rule| rule.denies())?;
    let message = format!(
        "`{}` is in the subnet `{}`, whose rule `{}` denies the machines of the network",
        endpoint.symbol(),
        subnet.shown(),
        first.name()
    );
    let finding = endpoint.finding(BLOCKED_ENDPOINT, message).help("let the callers in by a rule of a lower number");
    let finding = first.declared_by.noted_in(finding, "the rule is declared here");
    Some(subnet.declared_by.noted_in(finding, "the subnet is declared here"))
}

fn denies_the_network(rule: &SecurityRule<'_>) -> bool {
    rule.denies() && rule.is_about_everything() && rule.sources().iter().any(|it| ["*", "VirtualNetwork"].contains(it))
}

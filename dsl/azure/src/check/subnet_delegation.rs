//! `subnet-delegation`: a subnet is delegated to two services, or a service is in a subnet that is kept for another one.

use std::collections::BTreeMap;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::NETWORK;
use super::subnet::{self, SUBNET, Subnet};

/// A subnet is delegated to two services, or a service is in a subnet that is kept for another one.
pub const SUBNET_DELEGATION: Check = Check::new(&Page {
    id: "subnet-delegation",
    severity: Severity::Error,
    summary: "A subnet is delegated to two services, or a service is in a subnet that is kept for another one.",
    why: "Azure takes one delegation for each subnet and refuses every other service in it, after the network is deployed.",
    help: "give each service a subnet of its own",
    constant: Some("azure::check::SUBNET_DELEGATION"),
    wrong: example!("subnet_delegation.rs", |g| {
        use azure::network::{
            AddressSpace, Delegation, InlineSubnet, ServiceDelegationPropertiesFormat, SubnetPropertiesFormat,
            VirtualNetwork, VirtualNetworkPropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let delegations = ["Microsoft.Web/serverFarms", "Microsoft.Sql/managedInstances"].map(|service| {
            Delegation::new().name(service).properties(ServiceDelegationPropertiesFormat::new().service_name(service))
        });
        let properties = SubnetPropertiesFormat::new().address_prefix("10.0.0.0/24").delegations(delegations);
        let subnets = [InlineSubnet::new().name("apps").properties(properties)];
        let space = AddressSpace::new().address_prefixes(["10.0.0.0/16"]);
        let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
        VirtualNetwork::new("contoso-vnet", &location).properties(properties).add(g, "network");
    }),
    right: example!("subnet_delegation.rs", |g| {
        use azure::network::{
            AddressSpace, Delegation, InlineSubnet, ServiceDelegationPropertiesFormat, SubnetPropertiesFormat,
            VirtualNetwork, VirtualNetworkPropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let delegations = ["Microsoft.Web/serverFarms"].map(|service| {
            Delegation::new().name(service).properties(ServiceDelegationPropertiesFormat::new().service_name(service))
        });
        let properties = SubnetPropertiesFormat::new().address_prefix("10.0.0.0/24").delegations(delegations);
        let subnets = [InlineSubnet::new().name("apps").properties(properties)];
        let space = AddressSpace::new().address_prefixes(["10.0.0.0/16"]);
        let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
        VirtualNetwork::new("contoso-vnet", &location).properties(properties).add(g, "network");
    }),
});

pub(super) const RULE: Rule = Rule { check: SUBNET_DELEGATION, run };

/// The services that ask for a subnet of their own: type, the property that names the subnet, and the delegation.
const NEEDS: &[(&str, &str, &str)] = &[
    (
        "Microsoft.ContainerInstance/containerGroups",
        "properties.subnetIds",
        "Microsoft.ContainerInstance/containerGroups",
    ),
    ("Microsoft.DBforMySQL/flexibleServers", "properties.network", "Microsoft.DBforMySQL/flexibleServers"),
    ("Microsoft.DBforPostgreSQL/flexibleServers", "properties.network", "Microsoft.DBforPostgreSQL/flexibleServers"),
    ("Microsoft.NetApp/netAppAccounts/capacityPools/volumes", "properties.subnetId", "Microsoft.NetApp/volumes"),
    (
        "Microsoft.Network/dnsResolvers/inboundEndpoints",
        "properties.ipConfigurations",
        "Microsoft.Network/dnsResolvers",
    ),
    ("Microsoft.Network/dnsResolvers/outboundEndpoints", "properties.subnet", "Microsoft.Network/dnsResolvers"),
    ("Microsoft.Sql/managedInstances", "properties.subnetId", "Microsoft.Sql/managedInstances"),
    ("Microsoft.Web/sites", "properties.virtualNetworkSubnetId", "Microsoft.Web/serverFarms"),
];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for network in facts.resources(NETWORK).filter(ResourceFacts::is_deployed) {
        findings.extend(subnet::of(&network).unwrap_or_default().iter().filter_map(twice));
    }
    let mut tenants = BTreeMap::new();
    for (ty, path, delegation) in NEEDS {
        for service in facts.resources(ty).filter(ResourceFacts::is_deployed) {
            for subnet in service.references(path).into_iter().filter(|it| it.is(SUBNET)) {
                findings.extend(foreign(&service, &subnet, delegation));
                let (first, known) = *tenants.entry(subnet.position()).or_insert((service, *delegation));
                if known != *delegation {
                    findings.push(shared(&service, &first, &subnet));
                }
            }
        }
    }
}

/// Azure takes one delegation for each subnet.
fn twice(subnet: &Subnet<'_>) -> Option<Finding> {
    let delegations: Vec<_> = subnet.delegations().map(|it| format!("`{it}`")).collect();
    let message = || format!("the subnet `{}` is delegated to {}", subnet.shown(), delegations.join(" and "));
    let finding = || subnet.declared_by.finding(SUBNET_DELEGATION, message());
    (delegations.len() > 1).then(|| finding().help("give each service a subnet of its own"))
}

/// The subnet is delegated to another service.
fn foreign(service: &ResourceFacts<'_>, subnet: &ResourceFacts<'_>, wanted: &str) -> Option<Finding> {
    let subnet = subnet::find(subnet)?;
    let mut delegations = subnet.delegations();
    let other = delegations.next().filter(|it| !it.eq_ignore_ascii_case(wanted))?;
    if delegations.next().is_some() {
        return None;
    }
    let message =
        format!("`{}` is in the subnet `{}`, which is delegated to `{other}`", service.symbol(), subnet.shown());
    let finding = service.finding(SUBNET_DELEGATION, message).help(format!("give it a subnet delegated to `{wanted}`"));
    Some(subnet.declared_by.noted_in(finding, "the subnet is declared here"))
}

/// Two services need different delegations, and a subnet has one.
fn shared(service: &ResourceFacts<'_>, first: &ResourceFacts<'_>, subnet: &ResourceFacts<'_>) -> Finding {
    let (service_symbol, first_symbol) = (service.symbol(), first.symbol());
    let message = format!("`{service_symbol}` and `{first_symbol}` need different delegations of one subnet");
    let finding = service.finding(SUBNET_DELEGATION, message).help("give each service a subnet of its own");
    let finding = first.noted_in(finding, "the other service is declared here");
    subnet.noted_in(finding, "the subnet is declared here")
}

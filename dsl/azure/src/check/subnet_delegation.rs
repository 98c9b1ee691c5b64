//! `subnet-delegation`: a subnet is delegated to two services, or not to the one that is in it.

use std::collections::BTreeMap;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::NETWORK;
use super::subnet::{self, KeptFor, Subnet};
use super::tenant::{self, Need, Tenant};

/// A subnet is delegated to two services, or not to the one that is in it.
pub const SUBNET_DELEGATION: Check = Check::new(&Page {
    id: "subnet-delegation",
    severity: Severity::Error,
    summary: "A subnet is delegated to two services, to another one than the one in it, or to none where that asks for it.",
    why: "Azure takes one delegation for each subnet and refuses every machine and every other service in it, after the network is deployed.",
    help: "give each service a subnet of its own that is delegated to it, and machines one without delegation",
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

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for network in facts.resources(NETWORK).filter(ResourceFacts::is_deployed) {
        findings.extend(subnet::of(&network).unwrap_or_default().iter().filter_map(twice));
    }
    let mut firsts: BTreeMap<usize, Tenant<'_>> = BTreeMap::new();
    for tenant in tenant::all(facts) {
        let first = *firsts.entry(tenant.subnet.position()).or_insert(tenant);
        findings.extend(match subnet::find(&tenant.subnet) {
            Some(subnet) => mismatch(&tenant, &subnet),
            // Of a subnet that is there already, it is known only that it has one delegation.
            None => excludes(first.need, tenant.need).then(|| shared(&tenant, &first)),
        });
    }
}

/// Azure takes one delegation for each subnet.
fn twice(subnet: &Subnet<'_>) -> Option<Finding> {
    let delegations: Vec<_> = subnet.delegations().map(|it| format!("`{it}`")).collect();
    let message = || format!("the subnet `{}` is delegated to {}", subnet.shown(), delegations.join(" and "));
    let finding = || subnet.declared_by.finding(SUBNET_DELEGATION, message());
    (delegations.len() > 1).then(|| finding().help("give each service a subnet of its own"))
}

/// The subnet is delegated to another service, or to none where one is needed.
fn mismatch(tenant: &Tenant<'_>, subnet: &Subnet<'_>) -> Option<Finding> {
    let is = |given: &str, wanted: &str| given.eq_ignore_ascii_case(wanted);
    let (given, help) = match (subnet.kept_for(), tenant.need) {
        (KeptFor::Unknown, _) | (KeptFor::Nobody, Need::ToNobody | Need::ToNobodyBut(_)) => return None,
        (KeptFor::Service(given), Need::To(wanted) | Need::ToNobodyBut(wanted)) if is(given, wanted) => return None,
        (KeptFor::Service(given), Need::ToEither(one, other)) if is(given, one) || is(given, other) => return None,
        (KeptFor::Service(given), need) => (format!("delegated to `{given}`"), in_another(need)),
        (KeptFor::Nobody, Need::To(wanted)) => (NOBODY.to_owned(), format!("delegate the subnet to `{wanted}`")),
        (KeptFor::Nobody, Need::ToEither(one, other)) => {
            (NOBODY.to_owned(), format!("delegate the subnet to `{one}`, or to `{other}` if its plan asks for that"))
        }
    };
    let message = format!("`{}` is in the subnet `{}`, which is {given}", tenant.resource.symbol(), subnet.shown());
    let finding = tenant.resource.finding(SUBNET_DELEGATION, message).help(help);
    Some(subnet.declared_by.noted_in(finding, "the subnet is declared here"))
}

fn in_another(need: Need) -> String {
    match need {
        Need::To(wanted) => format!("give it a subnet delegated to `{wanted}`"),
        Need::ToEither(one, other) => {
            format!("give it a subnet delegated to `{one}`, or to `{other}` if its plan asks for that")
        }
        Need::ToNobody => "put it into a subnet without delegation".to_owned(),
        Need::ToNobodyBut(wanted) => format!("put it into a subnet without delegation, or with one to `{wanted}`"),
    }
}

const NOBODY: &str = "delegated to nobody";

/// Whether two cannot be in one subnet, whatever that is delegated to.
fn excludes(one: Need, other: Need) -> bool {
    let certain = |need| match need {
        Need::To(wanted) => Some(Some(wanted)),
        Need::ToNobody => Some(None),
        Need::ToEither(..) | Need::ToNobodyBut(_) => None,
    };
    matches!((certain(one), certain(other)), (Some(one), Some(other)) if one != other)
}

/// Two need different delegations, and a subnet has one.
fn shared(tenant: &Tenant<'_>, first: &Tenant<'_>) -> Finding {
    let (symbol, first_symbol) = (tenant.resource.symbol(), first.resource.symbol());
    let message = format!("`{symbol}` and `{first_symbol}` are in one subnet, and need it delegated differently");
    let finding = tenant.resource.finding(SUBNET_DELEGATION, message).help("give each service a subnet of its own");
    let finding = first.resource.noted_in(finding, "the other one is declared here");
    tenant.subnet.noted_in(finding, "the subnet is declared here")
}

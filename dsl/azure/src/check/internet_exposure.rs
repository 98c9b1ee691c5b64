//! `internet-exposure`: a machine has a public address, or a security group lets the internet in.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity, ValueFacts};

use super::security_rule::{self, SecurityRule};
use super::{INTERFACE, MACHINE};

/// A machine has a public address, or a security group lets the internet in.
pub const INTERNET_EXPOSURE: Check = Check::new(&Page {
    id: "internet-exposure",
    severity: Severity::Error,
    summary: "A machine has a public address, or a security group lets the internet in at other ports than those of web servers.",
    why: "Open ports for SSH and RDP are tried within minutes, by everybody.",
    help: "name the addresses that may come in, use Azure Bastion, or allow it with the reason why it must be public",
    constant: Some("azure::check::INTERNET_EXPOSURE"),
    wrong: example!("internet_exposure.rs", |g| {
        use azure::network::{
            InlineSecurityRule, NetworkSecurityGroup, NetworkSecurityGroupPropertiesFormat,
            SecurityRulePropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let ssh = SecurityRulePropertiesFormat::new("Tcp", "Allow", 100, "Inbound")
            .source_address_prefix("Internet")
            .source_port_range("*")
            .destination_address_prefix("*")
            .destination_port_range("22");
        let rules = [InlineSecurityRule::new().name("AllowSsh").properties(ssh)];
        let properties = NetworkSecurityGroupPropertiesFormat::new().security_rules(rules);
        NetworkSecurityGroup::new("contoso-nsg", &location).properties(properties).add(g, "nsg");
    }),
    right: example!("internet_exposure.rs", |g| {
        use azure::network::{
            InlineSecurityRule, NetworkSecurityGroup, NetworkSecurityGroupPropertiesFormat,
            SecurityRulePropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let ssh = SecurityRulePropertiesFormat::new("Tcp", "Allow", 100, "Inbound")
            .source_address_prefix("10.0.0.0/8")
            .source_port_range("*")
            .destination_address_prefix("*")
            .destination_port_range("22");
        let rules = [InlineSecurityRule::new().name("AllowSsh").properties(ssh)];
        let properties = NetworkSecurityGroupPropertiesFormat::new().security_rules(rules);
        NetworkSecurityGroup::new("contoso-nsg", &location).properties(properties).add(g, "nsg");
    }),
});

pub(super) const RULE: Rule = Rule { check: INTERNET_EXPOSURE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let interfaces = facts.resources(INTERFACE).filter(ResourceFacts::is_deployed);
    findings.extend(interfaces.filter_map(|interface| address(&interface)));
    let open = security_rule::all(facts).filter(SecurityRule::is_open);
    findings.extend(open.filter_map(|rule| Some(opened(&rule, &what_is_open(&rule.ports())?))));
}

/// Whether the address of a configuration is of this graph, and of the SKU Standard.
fn is_standard(configuration: &ValueFacts<'_>) -> bool {
    let addresses = configuration.references("properties.publicIPAddress");
    let is_standard =
        |address: &ResourceFacts<'_>| address.text("sku.name").is_some_and(|sku| sku.starts_with("Standard"));
    !addresses.is_empty() && addresses.iter().all(is_standard)
}

/// A public address on an interface, which is on a machine where the graph says so. Behind one of the SKU Standard, nothing is
/// open but what a security group opens, says Microsoft Learn in "Public IP addresses"; and that is found there.
fn address(interface: &ResourceFacts<'_>) -> Option<Finding> {
    let mut configurations = interface.body().items_at("properties.ipConfigurations");
    let public = configurations.find(|it| it.at("properties.publicIPAddress").is_some_and(|_| !is_standard(it)))?;
    let message = format!("`{}` has a public address", interface.symbol());
    let mut finding = interface.finding(INTERNET_EXPOSURE, message);
    for address in public.references("properties.publicIPAddress") {
        finding = address.noted_in(finding, "the address is declared here");
    }
    for machine in interface.users().iter().filter(|user| user.is(MACHINE)) {
        finding = machine.noted_in(finding, "the machine is declared here");
    }
    Some(finding.help("reach it over Azure Bastion or a VPN, or allow it with the reason why it must be public"))
}

/// What the ports let in, in words. Nothing, where they are those of a web server, which is there to be public.
fn what_is_open(ports: &[&str]) -> Option<String> {
    let opens = |wanted: u16| ports.iter().any(|range| holds(range, wanted));
    let shells: Vec<_> = [(22, "SSH"), (3389, "RDP")].into_iter().filter(|(port, _)| opens(*port)).collect();
    let is_web = |port: &&str| ["80", "443"].contains(port);
    match &shells[..] {
        [] if ports.iter().all(is_web) => None,
        [] => Some(format!("the ports {}", ports.join(", "))),
        shells => Some(shells.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(" and ")),
    }
}

fn holds(range: &str, port: u16) -> bool {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    range == "*" || matches!((first.parse(), last.parse()), (Ok(first), Ok(last)) if (first..=last).contains(&port))
}

fn opened(rule: &SecurityRule<'_>, what: &str) -> Finding {
    let group = rule.declared_by;
    let message = format!("the rule `{}` of `{}` opens {what} to the internet", rule.name(), group.symbol());
    let help = "name the addresses that may come in, or allow it with the reason why everybody may";
    group.finding(INTERNET_EXPOSURE, message).help(help)
}

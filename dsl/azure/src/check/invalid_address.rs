//! `invalid-address`: ranges of a network and its subnets that Azure does not take, as far as they are literals. What a plan
//! has checked is right already.

use dsl::{Check, Expr, Facts, Finding, Item, Page, ResourceFacts, Rule, Severity};

use super::NETWORK;
use super::subnet::SUBNET;
use crate::address::{PlannedSubnet, network_fault, subnet_fault};
use crate::name::rule_of;
use crate::sentence::Sentence;

/// A range of addresses that Azure does not take.
pub const INVALID_ADDRESS: Check = Check::new(&Page {
    id: "invalid-address",
    severity: Severity::Error,
    summary: "A range of addresses that Azure does not take, as far as it is a literal.",
    why: "Subnets have to lie inside their network, and to be as large as their service asks for. Azure finds out when it deploys.",
    help: "write a range as the finding says; in an `address_plan!`, the compiler of Rust checks it",
    constant: Some("azure::check::INVALID_ADDRESS"),
    wrong: example!("invalid_address.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("workload", "10.1.0.0/24")]).add(g, "network");
        g.output("subnetId", subnet.id()).describe("Id of the subnet.");
    }),
    right: example!("invalid_address.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("workload", "10.0.0.0/24")]).add(g, "network");
        g.output("subnetId", subnet.id()).describe("Id of the subnet.");
    }),
});

pub(super) const RULE: Rule = Rule { check: INVALID_ADDRESS, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for network in facts.resources(NETWORK).filter(ResourceFacts::is_deployed) {
        let ranges: Vec<_> = items(network.value("properties.addressSpace.addressPrefixes")).map(literal).collect();
        let subnets = subnets(&network);
        // One range that is not known may hold any subnet.
        let outer = ranges.iter().copied().collect::<Option<Vec<_>>>().unwrap_or_default();
        let of_network = ranges.into_iter().flatten().filter_map(network_fault);
        // Whether they share addresses, `overlapping-ranges` says.
        let of_subnets = subnets.iter().filter_map(|it| fault_in(&outer, *it));
        findings.extend(of_network.chain(of_subnets).map(|fault| finding(&network, &fault)));
    }
}

/// The subnets with literal names and ranges, in the network's declaration and beside it, each name once.
fn subnets<'g>(network: &ResourceFacts<'g>) -> Vec<PlannedSubnet<'g>> {
    let children: Vec<_> = network.children().filter(|child| child.is(SUBNET)).collect();
    let inline = items(network.value("properties.subnets"))
        .map(|subnet| ["name", "properties.addressPrefix"].map(|path| subnet.get(path).and_then(literal)));
    let deployed = children.iter().filter(|it| it.is_deployed());
    let beside = deployed.map(|it| [it.text("name"), it.text("properties.addressPrefix").filter(|it| is_ipv4(it))]);
    let mut subnets: Vec<PlannedSubnet<'g>> = Vec::new();
    for [name, range] in inline.chain(beside) {
        let (Some(name), Some(range)) = (name, range) else { continue };
        // Of a subnet with a symbol, `invalid-name` judges the name.
        let is_judged = !is_name(name) && children.iter().any(|it| it.text("name") == Some(name));
        if !is_judged && !subnets.iter().any(|it| it.name == name) {
            subnets.push(PlannedSubnet::new(name, range));
        }
    }
    subnets
}

fn is_name(subnet: &str) -> bool {
    rule_of(SUBNET).is_some_and(|rule| rule.accepts(subnet))
}

/// What is wrong about a subnet, unless it lies in one of these ranges.
fn fault_in(outer: &[&str], subnet: PlannedSubnet<'_>) -> Option<Sentence> {
    match outer {
        [] => subnet_fault("", subnet),
        ranges => ranges.iter().map(|range| subnet_fault(range, subnet)).collect::<Option<Vec<_>>>()?.pop(),
    }
}

fn items(array: Option<&Expr>) -> impl Iterator<Item = &Expr> {
    let items = match array {
        Some(Expr::Array(items)) => &items[..],
        _ => &[],
    };
    items.iter().map(|item| match item {
        Item::Value(expr) => expr,
        Item::Spread(expr) => expr,
    })
}

/// A text that is known now and no range of IPv6, which is not judged here.
fn literal(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::String(text) if is_ipv4(text) => Some(text),
        _ => None,
    }
}

fn is_ipv4(range: &str) -> bool {
    !range.contains(':')
}

fn finding(network: &ResourceFacts<'_>, fault: &Sentence) -> Finding {
    match fault.text().split_once(": ") {
        Some((message, help)) => network.finding(INVALID_ADDRESS, message).help(help),
        None => network.finding(INVALID_ADDRESS, fault.text()),
    }
}

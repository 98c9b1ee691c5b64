//! `overlapping-ranges`: peered networks, or subnets of one network, share addresses.

use std::collections::BTreeSet;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity, ValueFacts};

use super::NETWORK;
use super::range::Range;
use super::reach::Reach;
use super::subnet::{self, Subnet};

/// Peered networks, or subnets of one network, share addresses.
pub const OVERLAPPING_RANGES: Check = Check::new(&Page {
    id: "overlapping-ranges",
    severity: Severity::Error,
    summary: "Peered networks, or subnets of one network, share addresses.",
    why: "Azure refuses the peering or the subnet. An `address_plan!` finds this before the graph is built.",
    help: "give one of them other addresses",
    constant: Some("azure::check::OVERLAPPING_RANGES"),
    wrong: example!("overlapping_ranges.rs", |g| {
        use azure::network::{SubResource, VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let (hub, []) = Network::new("hub-vnet", &location, "10.0.0.0/16").add(g, "hub");
        let (spoke, []) = Network::new("spoke-vnet", &location, "10.0.128.0/24").add(g, "spoke");
        let remote = SubResource::new().id(spoke.id());
        let properties = VirtualNetworkPeeringPropertiesFormat::new().remote_virtual_network(remote);
        VirtualNetworkPeering::new(&hub, spoke.name()).properties(properties).add(g, "hubToSpoke");
    }),
    right: example!("overlapping_ranges.rs", |g| {
        use azure::network::{SubResource, VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let (hub, []) = Network::new("hub-vnet", &location, "10.0.0.0/16").add(g, "hub");
        let (spoke, []) = Network::new("spoke-vnet", &location, "10.1.0.0/16").add(g, "spoke");
        let remote = SubResource::new().id(spoke.id());
        let properties = VirtualNetworkPeeringPropertiesFormat::new().remote_virtual_network(remote);
        VirtualNetworkPeering::new(&hub, spoke.name()).properties(properties).add(g, "hubToSpoke");
    }),
});

pub(super) const RULE: Rule = Rule { check: OVERLAPPING_RANGES, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    let mut seen = BTreeSet::new();
    for network in facts.resources(NETWORK) {
        findings.extend(subnets(&subnet::of(&network).unwrap_or_default()));
        // Of two networks, the later one is found.
        for peer in reach.peers(&network).iter().filter(|peer| peer.position() < network.position()) {
            if seen.insert((network.position(), peer.position())) {
                findings.extend(peers(&network, peer));
            }
        }
    }
}

fn peers(network: &ResourceFacts<'_>, peer: &ResourceFacts<'_>) -> Option<Finding> {
    let others = space(peer);
    let shares = |(_, range): &(&str, Range)| others.iter().any(|(_, other)| other.overlaps(range));
    let (text, _) = space(network).into_iter().find(shares)?;
    let message = format!(
        "`{}` and `{}` are peered, and `{text}` of the one is in the other as well",
        network.symbol(),
        peer.symbol()
    );
    let finding = network.finding(OVERLAPPING_RANGES, message).help("give one of them other addresses");
    Some(peer.noted_in(finding, "the other network is declared here"))
}

fn space<'g>(network: &ResourceFacts<'g>) -> Vec<(&'g str, Range)> {
    network.body().items_at("properties.addressSpace.addressPrefixes").filter_map(range).collect()
}

/// A range that is known now, with its text.
fn range(value: ValueFacts<'_>) -> Option<(&str, Range)> {
    let text = value.text()?;
    Some((text, Range::parse(text)?))
}

/// Neighbours in the order of their addresses overlap, if any do.
fn subnets(subnets: &[Subnet<'_>]) -> Vec<Finding> {
    let mut ranges = Vec::new();
    for subnet in subnets {
        let one = subnet.property("addressPrefix");
        let several = subnet.value.items_at("properties.addressPrefixes");
        ranges
            .extend(one.into_iter().chain(several).filter_map(range).map(|(_, range)| (range.start(), range, subnet)));
    }
    ranges.sort_by_key(|(start, _, _)| *start);
    let overlapping = ranges.windows(2).filter(|pair| pair[0].1.overlaps(&pair[1].1));
    overlapping.map(|pair| shared(pair[0].2, pair[1].2)).collect()
}

fn shared(one: &Subnet<'_>, other: &Subnet<'_>) -> Finding {
    let message = format!("the subnets `{}` and `{}` share addresses", one.shown(), other.shown());
    let finding = other.declared_by.finding(OVERLAPPING_RANGES, message).help("give one of them other addresses");
    if one.declared_by.is_same(&other.declared_by) {
        return finding;
    }
    one.declared_by.noted_in(finding, "the other subnet is declared here")
}

//! The sections on what is reachable from where: over the public network, and over private addresses.

use super::{Section, answers, network};
use crate::card::Card;
use crate::markdown::{Table, code, codes, words};
use crate::section::{Endpoint, Zone};

impl Card {
    pub(super) fn internet(&self) -> Section {
        let table =
            Table::new(["Over the public network", "Answers", "How", "Private endpoints"], &self.exposures, |it| {
                [code(&it.symbol), answers(it.access).to_owned(), words(&it.details.join("; ")), codes(&it.endpoints)]
            });
        let rules = Table::new(["Security group", "Rule that lets in the internet", "Ports"], &self.rules, |it| {
            [code(&it.symbol), code(&it.name), codes(&it.ports)]
        });
        let section =
            Section::new("What the internet reaches").table(&table, "Nothing here says that it answers there.");
        section.table(&rules, "No security group lets in the internet.")
    }

    pub(super) fn private(&self) -> Section {
        let headings = ["Private endpoint", "Leads to", "In", "Found by the zone", "Which these networks ask"];
        let endpoints = Table::new(headings, &self.endpoints, |it| {
            [code(&it.symbol), leads_to(it), code(&it.place), zones(it), networks(it)]
        });
        let mut section = Section::new("What private networks reach").table(&endpoints, "No private endpoint.");
        for it in &self.networks {
            let table = Table::new(["Subnet", "Range", "Behind", "Delegated to", "In it"], &it.subnets, |subnet| {
                let (guards, delegations) = (codes(&subnet.guards), codes(&subnet.delegations));
                [code(&subnet.name), code(&subnet.range), guards, delegations, codes(&subnet.inside)]
            });
            section = section.line(network(it)).some(&table);
        }
        section
    }
}

fn leads_to(endpoint: &Endpoint) -> String {
    let groups = if endpoint.groups.is_empty() { String::new() } else { format!(" ({})", codes(&endpoint.groups)) };
    format!("{}{groups}", codes(&endpoint.targets))
}

fn zones(endpoint: &Endpoint) -> String {
    let zone = |it: &Zone| format!("{}{}", code(&it.name), if it.existing { " (there already)" } else { "" });
    match endpoint.zones.as_slice() {
        [] => "**none**".to_owned(),
        zones => zones.iter().map(zone).collect::<Vec<_>>().join(", "),
    }
}

/// Who keeps a zone that is there already links networks to it.
fn networks(endpoint: &Endpoint) -> String {
    let mut links: Vec<_> = endpoint.zones.iter().flat_map(|zone| &zone.links).collect();
    links.dedup();
    let is_elsewhere = endpoint.zones.iter().any(|zone| zone.existing);
    match links.as_slice() {
        [] if is_elsewhere || endpoint.zones.is_empty() => String::new(),
        [] => "**none**".to_owned(),
        links => codes(links),
    }
}

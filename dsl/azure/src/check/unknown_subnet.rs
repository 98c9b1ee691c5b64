//! `unknown-subnet`: an existing subnet is looked for in a network that the graph makes, and that has none of this name.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::NETWORK;
use super::subnet::{self, SUBNET};

/// An existing subnet is looked for in a network that the graph makes, and that has none of this name.
pub const UNKNOWN_SUBNET: Check = Check::new(&Page {
    id: "unknown-subnet",
    severity: Severity::Error,
    summary: "An existing subnet is looked for in a network that the graph makes, and that has none of this name.",
    why: "Bicep does not look into the network, so it compiles, and whatever is put into that subnet fails to deploy.",
    help: "use the handle that the network returned, or the name of one of its subnets",
    constant: Some("azure::check::UNKNOWN_SUBNET"),
    wrong: example!("unknown_subnet.rs", |g| {
        use azure::network::Subnet;
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, _) = network.subnets([("workload", "10.0.0.0/24")]).add(g, "network");
        let subnet = Subnet::existing(&network, "workloads").add(g, "subnet");
        g.output("subnetId", subnet.id()).describe("Id of the subnet.");
    }),
    right: example!("unknown_subnet.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("workload", "10.0.0.0/24")]).add(g, "network");
        g.output("subnetId", subnet.id()).describe("Id of the subnet.");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNKNOWN_SUBNET, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(facts.resources(SUBNET).filter(|subnet| !subnet.is_deployed()).filter_map(|it| judge(&it)));
}

/// Where all names are known now.
fn judge(subnet: &ResourceFacts<'_>) -> Option<Finding> {
    let network = subnet.parent().filter(|parent| parent.is(NETWORK) && parent.is_deployed())?;
    let name = subnet.text("name")?;
    let known: Vec<_> = subnet::of(&network)?.iter().map(|subnet| subnet.name).collect::<Option<_>>()?;
    if known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return None;
    }
    let message = format!(
        "`{}` is looked for under the name `{name}`, which no subnet of `{}` has",
        subnet.symbol(),
        network.symbol()
    );
    let finding = network.noted_in(subnet.finding(UNKNOWN_SUBNET, message), "the network is declared here");
    let names: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
    Some(if names.is_empty() { finding } else { finding.help(format!("it has {}", names.join(", "))) })
}

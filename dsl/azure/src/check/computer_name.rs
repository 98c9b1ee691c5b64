//! `computer-name`: a machine has Windows, and a name inside it that can be longer than Windows takes.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::{MACHINE, SCALE_SET};

/// A machine with Windows has a computer name that can be longer than Windows takes.
pub const COMPUTER_NAME: Check = Check::new(&Page {
    id: "computer-name",
    severity: Severity::Error,
    summary: "A machine with Windows has a computer name that can be longer than Windows takes.",
    why: "Windows takes 15 characters, of which a scale set needs 6 for the number of an instance: Azure refuses the machine.",
    help: "set a shorter name by `.computer_name(…)`, or bound the params in it: `.length(…)`",
    constant: Some("azure::check::COMPUTER_NAME"),
    wrong: example!("computer_name.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let user = g.param("adminUsername").describe("Name of the administrator.");
        let password = g.secret("adminPassword").describe("Password of the administrator.");
        let prefix = g.param("prefix").length(2..=14).describe("Prefix of every name.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("machines", "10.0.0.0/24")]).add(g, "network");
        WindowsMachine::new(&prefix + "-vm", &location, Image::WINDOWS_SERVER_2025, &subnet, (&user, &password))
            .add(g, "vm");
    }),
    right: example!("computer_name.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let user = g.param("adminUsername").describe("Name of the administrator.");
        let password = g.secret("adminPassword").describe("Password of the administrator.");
        let prefix = g.param("prefix").length(2..=12).describe("Prefix of every name.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("machines", "10.0.0.0/24")]).add(g, "network");
        WindowsMachine::new(&prefix + "-vm", &location, Image::WINDOWS_SERVER_2025, &subnet, (&user, &password))
            .add(g, "vm");
    }),
});

pub(super) const RULE: Rule = Rule { check: COMPUTER_NAME, run };

/// The longest name of a computer with Windows, and the longest text in front of the number of an instance.
/// [Naming rules](https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute)
const LONGEST: u64 = 15;
const LONGEST_PREFIX: u64 = 9;

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let machines = facts.resources(MACHINE).filter(|machine| has_windows(machine, "properties"));
    findings.extend(machines.filter_map(|it| finding(&it, "properties.osProfile.computerName", LONGEST)));
    let sets = facts.resources(SCALE_SET).filter(|set| has_windows(set, "properties.virtualMachineProfile"));
    let prefix = "properties.virtualMachineProfile.osProfile.computerNamePrefix";
    findings.extend(sets.filter_map(|it| finding(&it, prefix, LONGEST_PREFIX)));
}

/// Whether the profile at a path says so: by settings that only Windows has, or by the system on its disk.
fn has_windows(resource: &ResourceFacts<'_>, profile: &str) -> bool {
    resource.value(&format!("{profile}.osProfile.windowsConfiguration")).is_some()
        || resource.text(&format!("{profile}.storageProfile.osDisk.osType")) == Some("Windows")
}

fn finding(resource: &ResourceFacts<'_>, path: &str, longest: u64) -> Option<Finding> {
    let problem = resource.too_long(path, longest)?;
    let message = format!("`{path}` of `{}` {problem}, for Windows", resource.symbol());
    let help = "set a shorter name by `.computer_name(…)`, or bound the params in it: `.length(…)`";
    Some(resource.finding(COMPUTER_NAME, message).help(help))
}

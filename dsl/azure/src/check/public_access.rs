//! `public-access`: a service has a private endpoint, and is open to the internet as well.

use std::collections::BTreeSet;

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::exposure::{self, PublicAccess};
use super::{PRIVATE_ENDPOINT, reach};

/// A service has a private endpoint, and is open to the internet as well.
pub const PUBLIC_ACCESS: Check = Check::new(&Page {
    id: "public-access",
    severity: Severity::Error,
    summary: "A service has a private endpoint, and is open to the internet as well.",
    why: "The private endpoint protects nothing while the public address answers. Azure leaves it open unless told otherwise.",
    help: "set `publicNetworkAccess` to `Disabled`, or allow it with the reason why both are needed",
    constant: Some("azure::check::PUBLIC_ACCESS"),
    wrong: example!("public_access.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let (tenant, sku) = ("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        let properties = VaultProperties::new(tenant, sku).public_network_access("Enabled");
        let vault = Vault::new("contoso-kv", &location, properties).add(g, "vault");
        let zone = Zone::of(&vault).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("vault-pe", &location, &vault, &subnet).register_in(&zone, g, "endpoint");
    }),
    right: example!("public_access.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [subnet]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let (tenant, sku) = ("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        let properties = VaultProperties::new(tenant, sku).public_network_access("Disabled");
        let vault = Vault::new("contoso-kv", &location, properties).add(g, "vault");
        let zone = Zone::of(&vault).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("vault-pe", &location, &vault, &subnet).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: PUBLIC_ACCESS, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for endpoint in facts.resources(PRIVATE_ENDPOINT).filter(ResourceFacts::is_deployed) {
        let targets = reach::targets(&endpoint).into_iter();
        for target in targets.filter(|target| target.is_deployed() && is_open(target)) {
            if seen.insert(target.position()) {
                findings.push(finding(&target, &endpoint));
            }
        }
    }
}

fn is_open(target: &ResourceFacts<'_>) -> bool {
    matches!(exposure::of_service(target), PublicAccess::Open | PublicAccess::OpenByDefault)
}

fn finding(target: &ResourceFacts<'_>, endpoint: &ResourceFacts<'_>) -> Finding {
    let message = format!("`{}` has a private endpoint and is open to the internet as well", target.symbol());
    endpoint
        .noted_in(target.finding(PUBLIC_ACCESS, message), "the private endpoint is declared here")
        .help("set `publicNetworkAccess` to `Disabled`, or allow it with the reason why both are needed")
}

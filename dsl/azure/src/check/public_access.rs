//! `public-access`: a service has a private endpoint, and is open to the internet as well.

use std::collections::BTreeSet;

use dsl::{Check, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity};

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

/// Whether it says that it is open to more than some addresses, or says nothing although its type could: then Azure leaves it
/// open.
fn is_open(target: &ResourceFacts<'_>) -> bool {
    if is_limited(target) || target.children().any(|child| child.is_any(RULE_SETS) && is_limited(&child)) {
        return false;
    }
    match target.value(SWITCH) {
        Some(Expr::Bool(is_open)) => *is_open,
        Some(_) => target.text(SWITCH).is_some_and(|text| text.eq_ignore_ascii_case("Enabled")),
        None => target.is_any(SWITCHED) && target.body().lacks(SWITCH),
    }
}

/// Whether it lists who may come in: whoever listed them wants both ways.
fn is_limited(target: &ResourceFacts<'_>) -> bool {
    LISTS.iter().any(|path| target.value(path).is_some_and(|list| *list != Expr::array([])))
}

/// The types of resources of their own that list them.
const RULE_SETS: &[&str] =
    &["Microsoft.EventHub/namespaces/networkRuleSets", "Microsoft.ServiceBus/namespaces/networkRuleSets"];

/// Where services list addresses and networks that may come in, to the exclusion of all others.
const LISTS: &[&str] = &[
    "properties.inboundIpRules",
    "properties.ipRules",
    "properties.networkAcls.ipRules",
    "properties.networkAcls.resourceAccessRules",
    "properties.networkAcls.virtualNetworkRules",
    "properties.networkRuleSet.ipRules",
    "properties.networkRuleSets.ipRules",
    "properties.siteConfig.ipSecurityRestrictions",
    "properties.virtualNetworkRules",
];

/// Whether a service can be reached over the public network: `Enabled` or `Disabled`.
pub(super) const SWITCH: &str = "properties.publicNetworkAccess";

/// The types that have that switch.
pub(super) const SWITCHED: &[&str] = &[
    "Microsoft.App/managedEnvironments",
    "Microsoft.AppConfiguration/configurationStores",
    "Microsoft.Automation/automationAccounts",
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.ContainerRegistry/registries",
    "Microsoft.DBforMySQL/flexibleServers",
    "Microsoft.DBforPostgreSQL/flexibleServers",
    "Microsoft.DataFactory/factories",
    "Microsoft.Devices/IotHubs",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.EventGrid/domains",
    "Microsoft.EventGrid/topics",
    "Microsoft.EventHub/namespaces",
    "Microsoft.KeyVault/vaults",
    "Microsoft.MachineLearningServices/workspaces",
    "Microsoft.RecoveryServices/vaults",
    "Microsoft.Relay/namespaces",
    "Microsoft.Search/searchServices",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.SignalRService/signalR",
    "Microsoft.Sql/servers",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.Web/sites",
];

fn finding(target: &ResourceFacts<'_>, endpoint: &ResourceFacts<'_>) -> Finding {
    let message = format!("`{}` has a private endpoint and is open to the internet as well", target.symbol());
    endpoint
        .noted_in(target.finding(PUBLIC_ACCESS, message), "the private endpoint is declared here")
        .help("set `publicNetworkAccess` to `Disabled`, or allow it with the reason why both are needed")
}

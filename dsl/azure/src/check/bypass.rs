//! Which services let some of Azure's own services in past their rules, and who does not count as one of these. It must not
//! know what is wrong with that.

use dsl::ResourceFacts;

use super::exposure::RULE_SETS;
use super::{MACHINE, SCALE_SET};

const CLUSTER: &str = "Microsoft.ContainerService/managedClusters";
const CONTAINERS: &str = "Microsoft.ContainerInstance/containerGroups";
const REGISTRY: &str = "Microsoft.ContainerRegistry/registries";

/// Where services say whether they let them in.
const PATHS: &[&str] = &[
    "properties.networkAclBypass",
    "properties.networkAcls.bypass",
    "properties.networkRuleBypassOptions",
    "properties.networkRuleSet.bypass",
];

/// The types that let them in where nothing is said.
const BY_DEFAULT: &[&str] =
    &[REGISTRY, "Microsoft.KeyVault/managedHSMs", "Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts"];

/// What a service says of them, as Azure writes it: `AzureServices`, `Logging, Metrics`.
pub fn said<'g>(service: &ResourceFacts<'g>) -> Option<&'g str> {
    PATHS.iter().find_map(|path| service.text(path))
}

/// Whether some of Azure's services come in, or may, for all that is known now.
pub(super) fn lets_in_services(service: &ResourceFacts<'_>) -> bool {
    let may = |path: &&str| !service.body().lacks(path);
    let rule_set = || service.children().any(|it| it.is_any(RULE_SETS) && trusts(&it));
    match said(service) {
        Some(text) => text.contains("AzureServices"),
        None => service.is_any(BY_DEFAULT) || PATHS.iter().any(may) || rule_set(),
    }
}

fn trusts(rules: &ResourceFacts<'_>) -> bool {
    let path = "properties.trustedServiceAccessEnabled";
    !rules.body().lacks(path) && !rules.is_set(path, false)
}

/// Whether a service lets in a caller over private addresses only, for all that is known now.
pub(super) fn keeps_out(service: &ResourceFacts<'_>, caller: &ResourceFacts<'_>) -> bool {
    let pulls_by_itself = service.is(REGISTRY) && caller.is(CONTAINERS);
    let pulls_by_nodes = service.is(REGISTRY) && caller.is(CLUSTER);
    !lets_in_services(service) || (caller.is_any(RUNS_CODE) && !pulls_by_itself) || pulls_by_nodes
}

/// What runs the code of users, so that it is none of the services that are let in; but registries let in containers that
/// Azure runs. That is so by Microsoft Learn: "Virtual network service endpoints for Azure Key Vault", "Configure Azure
/// Storage firewalls and virtual networks", "Allow trusted services to securely access a network-restricted container
/// registry".
const RUNS_CODE: &[&str] = &[
    "Microsoft.App/containerApps",
    "Microsoft.App/jobs",
    MACHINE,
    SCALE_SET,
    CONTAINERS,
    "Microsoft.Web/sites",
    "Microsoft.Web/sites/slots",
];

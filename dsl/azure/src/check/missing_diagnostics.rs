//! `missing-diagnostics`: there is a workspace for logs, and a service that handles requests sends it none.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

/// There is a workspace for logs, and a service that handles requests sends it none.
pub const MISSING_DIAGNOSTICS: Check = Check::new(&Page {
    id: "missing-diagnostics",
    severity: Severity::Warning,
    summary: "There is a workspace for logs, and a service that handles requests sends it none.",
    why: "After an incident, nobody can say who asked for what.",
    help: "add a diagnostic setting, or allow it with the reason: a policy adds it, say",
    constant: Some("azure::check::MISSING_DIAGNOSTICS"),
    wrong: example!("missing_diagnostics.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::operational_insights::Workspace;
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let properties = VaultProperties::new("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        Vault::new("contoso-kv", &location, properties).add(g, "vault");
        Workspace::new("contoso-logs", &location).add(g, "workspace");
    }),
    right: example!("missing_diagnostics.rs", |g| {
        use azure::key_vault::{Sku, SkuName, Vault, VaultProperties};
        use azure::operational_insights::Workspace;
        use azure::prelude::*;
        use dsl::{Expr, raw};

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let properties = VaultProperties::new("00000000-0000-0000-0000-000000000001", Sku::new("A", SkuName::Standard));
        let vault = Vault::new("contoso-kv", &location, properties).add(g, "vault");
        let workspace = Workspace::new("contoso-logs", &location).add(g, "workspace");
        let logs = Expr::object([("categoryGroup", "allLogs".into()), ("enabled", Expr::Bool(true))]);
        raw("Microsoft.Insights/diagnosticSettings@2021-05-01-preview", "audit")
            .property("properties.workspaceId", workspace.id())
            .property("properties.logs", Expr::array([logs]))
            .suppress("use-recent-api-versions", "the newest stable version knows one setting only")
            .on(&vault)
            .add(g, "audit");
    }),
});

pub(super) const RULE: Rule = Rule { check: MISSING_DIAGNOSTICS, run };

const SETTING: &str = "Microsoft.Insights/diagnosticSettings";
const WORKSPACE: &str = "Microsoft.OperationalInsights/workspaces";

/// Services whose logs say who asked for what.
const LOGGED: &[&str] = &[
    "Microsoft.ApiManagement/service",
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.ContainerRegistry/registries",
    "Microsoft.ContainerService/managedClusters",
    "Microsoft.DBforMySQL/flexibleServers",
    "Microsoft.DBforPostgreSQL/flexibleServers",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.EventHub/namespaces",
    "Microsoft.KeyVault/vaults",
    "Microsoft.Network/applicationGateways",
    "Microsoft.Network/azureFirewalls",
    "Microsoft.Network/bastionHosts",
    "Microsoft.Search/searchServices",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.Web/sites",
];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(workspace) = facts.resources(WORKSPACE).next() else { return };
    // A setting of which nobody knows what it is on may be on anything.
    if facts.resources(SETTING).any(|setting| setting.has_scope() && setting.scope().is_none()) {
        return;
    }
    let services = LOGGED.iter().flat_map(|ty| facts.resources(ty)).filter(ResourceFacts::is_deployed);
    for service in services.filter(|service| !is_silent(service) && !has_setting(service)) {
        let message = format!("`{}` sends no logs to the workspace", service.symbol());
        let help = "add a diagnostic setting, or allow it with the reason: a policy adds it, say";
        let finding = service.finding(MISSING_DIAGNOSTICS, message).help(help);
        findings.push(workspace.noted_in(finding, "the workspace is declared here"));
    }
}

/// A bastion of this SKU, which is shared by many, sends nothing.
fn is_silent(service: &ResourceFacts<'_>) -> bool {
    service.text("sku.name") == Some("Developer")
}

/// Whether it, or a part of it such as the blobs of a storage account, has a diagnostic setting.
fn has_setting(service: &ResourceFacts<'_>) -> bool {
    service.extensions().any(|extension| extension.is(SETTING)) || service.children().any(|child| has_setting(&child))
}

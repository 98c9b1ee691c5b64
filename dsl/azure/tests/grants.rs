//! Who may be granted what, and how that prints.

use azure::key_vault::{Sku as VaultSku, SkuName, Vault, VaultProperties};
use azure::managed_identity::UserAssignedIdentity;
use azure::operational_insights::Workspace;
use azure::prelude::*;
use azure::storage::{BlobService, Container, Sku, StorageAccount, StorageAccountKind};
use azure::web::{IdentityType, ManagedServiceIdentity, Site};

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

#[test]
fn every_kind_of_principal_can_be_granted_roles() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let name = g.param("storageName").describe("Name of the account.");
    let team = g.param("teamId").describe("Object id of the group of the team.");
    let operator = g.param("operatorId").describe("Object id of the service principal that deploys.");
    let storage = StorageAccount::new(&name, &location, StorageAccountKind::StorageV2, Sku::new("Standard_LRS"))
        .add(&mut g, "storage");
    let blobs = BlobService::new(&storage).add(&mut g, "blobs");
    let data = Container::new(&blobs, "data").add(&mut g, "data");
    let app = UserAssignedIdentity::new("app", &location).add(&mut g, "app");

    g.grant("appReadsData", &app, role::StorageBlobDataReader, &data).describe("The app reads what is stored.");
    let team = GivenPrincipal::group(&team);
    g.grant("teamReadsAll", &team, role::StorageBlobDataReader, &storage).describe("The team looks at the data.");
    g.grant("teamReads", &team, role::Reader, &storage).describe("The team looks at the settings.");
    let operator = GivenPrincipal::service_principal(&operator);
    g.grant_privileged(
        "operatorOwns",
        &operator,
        role::Owner,
        &storage,
        "it gives away roles on the containers it makes",
    )
    .describe("The operator keeps the account.");
    assert_rendered("construct-principals", &g);
}

#[test]
fn any_resource_takes_the_roles_that_are_for_all() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let reader = GivenPrincipal::user("00000000-0000-0000-0000-000000000001");
    let workspace = Workspace::new("contoso-logs", &location).add(&mut g, "workspace");
    let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal").property("location", "global");
    let zone = zone.add(&mut g, "zone");
    g.grant("readsLogs", &reader, role::LogAnalyticsReader, &workspace).describe("The person reads logs.");
    g.grant("readsZone", &reader, role::Reader, &zone).describe("The person reads the zone.");
    assert_rendered("construct-roles-for-all", &g);
}

#[test]
fn a_privileged_role_without_a_reason_is_found() {
    let text = snapshot::findings(|g| {
        let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
        let workspace = Workspace::new("contoso-logs", &location).add(g, "workspace");
        let reader = GivenPrincipal::user("00000000-0000-0000-0000-000000000001");
        g.grant_privileged("owns", &reader, role::Owner, &workspace, " ").describe("The person owns it.");
    });
    assert!(text.starts_with("error[missing-description]: the description of `owns` is empty"), "{text}");
}

#[test]
fn a_resource_with_an_identity_of_its_own_is_a_principal() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let tenant = subscription().tenant_id();
    let properties = VaultProperties::new(tenant, VaultSku::new("A", SkuName::Standard));
    let vault = Vault::new("kv-contoso", &location, properties).add(&mut g, "vault");
    let identity = ManagedServiceIdentity::new().r#type(IdentityType::SystemAssigned);
    let site = Site::new("contoso-site", &location).identity(identity).add(&mut g, "site");
    g.grant("siteReadsSecrets", &SystemIdentityOf::new(&site), role::KeyVaultSecretsUser, &vault)
        .describe("The site reads its secrets.");
    assert_rendered("construct-system-identity", &g);
}

#[test]
fn an_identity_that_nobody_asked_for_is_found() {
    let text = snapshot::findings(|g| {
        let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
        let workspace = Workspace::new("contoso-logs", &location).add(g, "workspace");
        let user_assigned = ManagedServiceIdentity::new().r#type(IdentityType::UserAssigned);
        let none = Site::new("contoso-site", &location).add(g, "none");
        let other = Site::new("contoso-other", &location).identity(user_assigned).add(g, "other");
        for (symbol, site) in [("noneReads", &none), ("otherReads", &other)] {
            g.grant(symbol, &SystemIdentityOf::new(site), role::Reader, &workspace).describe("It reads.");
        }
    });
    snapshot::assert_snapshot("error-identities", &text);
}

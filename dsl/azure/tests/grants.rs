//! Who may be granted what, and how that prints.

use azure::compute::{Disk, VirtualMachine};
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

/// A role that starts and stops virtual machines, with a machine and a team.
fn operator(g: &mut Graph<ResourceGroup>) -> (CustomRoleFor<VirtualMachine>, Resource<VirtualMachine>, GivenPrincipal) {
    let role = CustomRole::new("Machine Operator", "Starts and stops virtual machines.")
        .actions([
            "Microsoft.Compute/virtualMachines/read",
            "Microsoft.Compute/virtualMachines/start/action",
            "Microsoft.Compute/virtualMachines/powerOff/action",
        ])
        .add(g, "machineOperator");
    let machine = VirtualMachine::existing("contoso-vm").add(g, "machine");
    let team = g.param("teamId").describe("Object id of the group of the team.");
    (role, machine, GivenPrincipal::group(&team))
}

#[test]
fn a_custom_role_is_declared_and_granted() {
    let mut g = Graph::<ResourceGroup>::new();
    let (role, machine, team) = operator(&mut g);
    g.grant_custom("teamOperates", &team, &role, &machine).describe("The team saves money at night.");
    assert_rendered("construct-custom-role", &g);
}

#[test]
fn every_default_of_a_custom_role_can_be_changed() {
    let mut g = Graph::<Subscription>::new();
    let scope = g.param("landingZoneId").describe("Id of the subscription of the landing zone.");
    CustomRole::<StorageAccount>::new("Data Platform Owner", "Keeps storage accounts and their data.")
        .shown_as("Data Platform Owner of " + subscription().subscription_id())
        .actions(["Microsoft.Storage/storageAccounts/*", "Microsoft.Authorization/roleAssignments/write"])
        .not_actions(["Microsoft.Storage/storageAccounts/delete"])
        .data_actions(["Microsoft.Storage/storageAccounts/blobServices/*"])
        .not_data_actions(["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete"])
        .assignable_in([subscription().id(), scope.clone().into()])
        .privileged("it gives the pipelines that it makes their roles")
        .add(&mut g, "dataOwner");
    assert_rendered("construct-custom-role-changed", &g);
}

#[test]
fn a_custom_role_is_for_other_types_where_it_says_so() {
    let mut g = Graph::<ResourceGroup>::new();
    let (role, machine, team) = operator(&mut g);
    let disk = Disk::existing("contoso-disk").add(&mut g, "disk");
    g.grant_custom("teamOperates", &team, &role, &machine).describe("The team saves money at night.");
    g.grant_custom("teamOperatesDisk", &team, &role.also_for::<Disk>(), &disk).describe("The team saves money.");
    let text = g.to_bicep().unwrap();
    assert_eq!(text.matches("roleDefinitionId: machineOperator.id").count(), 2, "{text}");
}

#[test]
fn a_custom_role_that_allows_everything_is_found() {
    let text = snapshot::findings(|g: &mut Graph<ResourceGroup>| {
        CustomRole::<VirtualMachine>::new("All", "Does all.").actions(["*"]).add(g, "all");
        CustomRole::<VirtualMachine>::new("Roles", "Gives roles.")
            .actions(["Microsoft.Compute/*", "Microsoft.Authorization/roleAssignments/write"])
            .add(g, "roles");
        CustomRole::<VirtualMachine>::new("Data", "Reads all data.").data_actions(["*"]).add(g, "data");
        CustomRole::<VirtualMachine>::new("Read", "Reads all.").actions(["*/read"]).add(g, "read");
        CustomRole::<VirtualMachine>::new("Needless", "Reads all.").privileged("why not").add(g, "needless");
    });
    snapshot::assert_snapshot("rule-broad-role", &text);
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

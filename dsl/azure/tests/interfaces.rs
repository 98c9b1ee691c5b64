//! The common interfaces: each on exactly the types whose data supports it, and how they print.

use std::collections::{BTreeMap, BTreeSet};

use azure::authorization::RoleAssignment;
use azure::cache::{ClusterCreateProperties, PublicNetworkAccess, RedisEnterprise, RedisEnterpriseSku};
use azure::check::UNGRANTED;
use azure::cognitive_services::{Account, Sku as AccountSku};
use azure::compute::DiskEncryptionSet;
use azure::container_registry::{Registry, Sku as RegistrySku};
use azure::container_service::ManagedCluster;
use azure::event_hub::{Namespace, NamespaceAuthorizationRule};
use azure::interface::{IdentityHolder, Tagged};
use azure::key_vault::{KeyProperties, Sku as VaultSku, SkuName, Vault, VaultKey, VaultProperties};
use azure::managed_identity::UserAssignedIdentity;
use azure::mysql::FlexibleServer as MySqlServer;
use azure::network::NetworkSecurityGroup;
use azure::operational_insights::Workspace;
use azure::postgresql::FlexibleServer as PostgreSqlServer;
use azure::prelude::*;
use azure::service_bus::Namespace as BusNamespace;
use azure::sql::Server as SqlServer;
use azure::storage::{BlobService, Sku, StorageAccount, StorageAccountKind};
use dsl::ResourceType;

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

fn region(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

fn vault(g: &mut Graph<ResourceGroup>, location: &Param<String>) -> Resource<Vault> {
    let properties = VaultProperties::new(subscription().tenant_id(), VaultSku::new("A", SkuName::Standard));
    let properties = properties.enable_rbac_authorization(true).enable_purge_protection(true);
    Vault::new("kv-contoso", location, properties).tags([("stage", "test")]).add(g, "vault")
}

fn storage(location: &Param<String>) -> StorageAccount {
    StorageAccount::new("contosodata", location, StorageAccountKind::StorageV2, Sku::new("Standard_LRS"))
}

#[test]
fn a_resource_is_locked_and_diagnosed_by_one_call_each() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let workspace = Workspace::new("contoso-logs", &location).add(&mut g, "workspace");
    let vault = vault(&mut g, &location);
    vault.lock(&mut g, "vaultLock", Lock::CanNotDelete).describe("Nobody deletes the keys by accident.");
    vault.send_diagnostics(&workspace, &mut g, "vaultDiagnostics");
    assert_rendered("construct-interfaces-minimal", &g);
}

#[test]
fn what_a_resource_emits_decides_what_is_sent() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let workspace = Workspace::new("contoso-logs", &location).add(&mut g, "workspace");
    let account = storage(&location).add(&mut g, "account");
    let blobs = BlobService::new(&account).add(&mut g, "blobs");
    let rules = NetworkSecurityGroup::new("contoso-nsg", &location).add(&mut g, "rules");
    account.send_diagnostics(&workspace, &mut g, "accountDiagnostics");
    blobs.send_diagnostics(&workspace, &mut g, "blobsDiagnostics");
    rules.send_diagnostics(&workspace, &mut g, "rulesDiagnostics");
    assert_rendered("construct-interfaces-default", &g);
}

#[test]
fn every_default_of_diagnostics_can_be_changed() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let archive = storage(&location).add(&mut g, "archive");
    let hubs = Namespace::new("contoso-hubs", &location).add(&mut g, "hubs");
    let rule = NamespaceAuthorizationRule::new(&hubs, "diagnostics").add(&mut g, "rule");
    let vault = vault(&mut g, &location);
    vault.lock(&mut g, "vaultLock", Lock::ReadOnly).describe("The vault is kept as it was audited.");
    vault.diagnostics_to(&archive).log_groups(["audit"]).without_metrics().add(&mut g, "vaultAudit");
    let stream = EventHubDestination::new(&rule).hub("vault");
    vault.diagnostics_to(&stream).log_categories(["AuditEvent"]).add(&mut g, "vaultStream");
    vault.send_diagnostics(&EventHubDestination::new(&rule), &mut g, "vaultAll");
    assert_rendered("construct-interfaces-fullest", &g);
}

#[test]
fn identities_are_spelled_as_each_type_wants_them() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let reader = UserAssignedIdentity::new("reader", &location).add(&mut g, "reader");
    let writer = UserAssignedIdentity::new("writer", &location).add(&mut g, "writer");
    storage(&location)
        .system_assigned_identity()
        .user_assigned_identities([&reader])
        .user_assigned_identities([&reader, &writer])
        .add(&mut g, "account");
    Account::new("contoso-ai", &location, "AIServices", AccountSku::new("S0"))
        .user_assigned_identities([&reader])
        .system_assigned_identity()
        .add(&mut g, "ai");
    // A cluster has one kind at a time: the last one counts.
    ManagedCluster::new("contoso-system", &location)
        .user_assigned_identities([&reader])
        .system_assigned_identity()
        .add(&mut g, "systemCluster");
    ManagedCluster::new("contoso-user", &location)
        .system_assigned_identity()
        .user_assigned_identities([&reader])
        .add(&mut g, "userCluster");
    assert_rendered("construct-interfaces-identities", &g);
}

/// A key in a vault, and the identity that may use it.
struct Keys {
    vault: Resource<Vault>,
    key: Resource<VaultKey>,
    reader: Resource<UserAssignedIdentity>,
    grant: Resource<RoleAssignment>,
}

fn keys(g: &mut Graph<ResourceGroup>, location: &Param<String>) -> Keys {
    let vault = vault(g, location);
    let key = VaultKey::new(&vault, "data", KeyProperties::new()).add(g, "key");
    let reader = UserAssignedIdentity::new("reader", location).add(g, "reader");
    let grant = g
        .grant("readerUsesKey", &reader, role::KeyVaultCryptoServiceEncryptionUser, &key)
        .describe("The services wrap their keys with it.");
    Keys { vault, key, reader, grant }
}

#[test]
fn a_customer_managed_key_is_set_where_each_service_wants_it() {
    let mut g = Graph::new();
    let g = &mut g;
    let location = region(g);
    let Keys { vault, key, reader, grant } = &keys(g, &location);
    let account = storage(&location).customer_managed_key(vault, key, reader).depends_on(grant);
    account.add(g, "account");
    Account::new("contoso-ai", &location, "AIServices", AccountSku::new("S0"))
        .customer_managed_key(vault, key, reader)
        .add(g, "ai");
    let registry = Registry::new("contosoregistry", &location, RegistrySku::new("Premium"));
    registry.customer_managed_key(vault, key, reader).add(g, "registry");
    BusNamespace::new("contoso-bus", &location).customer_managed_key(vault, key, reader).add(g, "bus");
    Namespace::new("contoso-hubs", &location).customer_managed_key(vault, key, reader).add(g, "hubs");
    DiskEncryptionSet::new("contoso-disks", &location).customer_managed_key(vault, key, reader).add(g, "disks");
    assert_rendered("construct-interfaces-keys", g);
}

#[test]
fn a_customer_managed_key_is_set_where_each_database_wants_it() {
    let mut g = Graph::new();
    let g = &mut g;
    let location = region(g);
    let Keys { vault, key, reader, grant } = &keys(g, &location);
    CosmosDb::new("contoso-cosmos", &location)
        .adjust(|account| account.customer_managed_key(vault, key, reader).depends_on(grant))
        .allow(UNGRANTED, "callers come later")
        .add(g, "cosmos");
    SqlServer::new("contoso-sql", &location).customer_managed_key(vault, key, reader).add(g, "sql");
    MySqlServer::new("contoso-mysql", &location).customer_managed_key(vault, key, reader).add(g, "mysql");
    PostgreSqlServer::new("contoso-pg", &location).customer_managed_key(vault, key, reader).add(g, "postgresql");
    RedisEnterprise::new("contoso-redis", &location, RedisEnterpriseSku::new("Balanced_B5"))
        .properties(ClusterCreateProperties::new(PublicNetworkAccess::Disabled))
        .customer_managed_key(vault, key, reader)
        .add(g, "redis");
    assert_rendered("construct-interfaces-database-keys", g);
}

#[test]
fn code_for_all_tagged_types_is_written_once() {
    fn owned<T: Tagged>(resource: T) -> T {
        resource.tags([("owner", "platform")])
    }
    let mut g = Graph::new();
    let location = region(&mut g);
    owned(Workspace::new("contoso-logs", &location)).add(&mut g, "workspace");
    owned(NetworkSecurityGroup::new("contoso-nsg", &location)).add(&mut g, "rules");
    let text = g.to_bicep().unwrap();
    assert_eq!(text.matches("owner: 'platform'").count(), 2, "{text}");
}

/// What a row of the list says: the name of the type, and its interfaces.
struct Row {
    ty: &'static str,
    interfaces: &'static [&'static str],
    diagnostics: Option<&'static str>,
}

/// The list again, as rows instead of implementations: its macro has another meaning here.
macro_rules! interfaces {
    ($($feature:tt $module:ident::$ty:ident: $($interface:ident $(($($arguments:tt)*))?),*;)*) => {
        pub(super) const ROWS: &[super::Row] = &[$(super::Row {
            ty: azure::$module::$ty::TYPE,
            interfaces: &[$(stringify!($interface)),*],
            diagnostics: diagnostics!($($interface [$($($arguments)*)?])*),
        }),*];
    };
}

macro_rules! diagnostics {
    (diagnostics [$($arguments:tt)*]) => { Some(stringify!($($arguments)*)) };
    ($interface:ident [$($arguments:tt)*] $($rest:tt)*) => { diagnostics!($($rest)*) };
    () => { None };
}

#[path = "../src/interface/list.rs"]
mod list;

/// What the data says about a type, read anew: whether it is tagged, lockable, and can have an identity.
fn expected(name: &str, version: &str) -> BTreeSet<&'static str> {
    let (provider, resource) = types::find(name, Some(version)).unwrap_or_else(|error| panic!("{name}: {error}"));
    // A body in variants has no setters of its own.
    let properties = match &provider[resource.body] {
        types::Type::Object(body) => &body.properties[..],
        _ => &[],
    };
    let writable = |name: &str| properties.iter().any(|it| it.name == name && !it.flags.is_read_only());
    let scopes = resource.writable_scopes;
    let rows = [
        ("lock", scopes.resource_group() && !scopes.extension()),
        ("tags", writable("tags")),
        ("identity", writable("identity")),
    ];
    rows.into_iter().filter(|(_, is)| *is).map(|(word, _)| word).collect()
}

#[test]
fn the_data_decides_which_types_have_which_interface() {
    let catalogue = include_str!("../catalogue.txt").lines().filter(|it| !it.starts_with('#'));
    let types: Vec<_> = catalogue.filter_map(|it| it.split_once('@')).collect();
    for row in list::ROWS {
        assert_eq!(
            types.iter().filter(|(name, _)| *name == row.ty).count(),
            1,
            "`{}` is in the catalogue once",
            row.ty
        );
    }
    for (name, version) in types {
        let rows = list::ROWS.iter().filter(|row| row.ty == name);
        let words = rows.flat_map(|row| row.interfaces).copied();
        let found: BTreeSet<_> = words.filter(|it| ["lock", "tags", "identity"].contains(it)).collect();
        assert_eq!(found, expected(name, version), "{name}");
    }
}

#[test]
fn each_row_of_the_table_of_diagnostics_is_a_type_of_the_catalogue() {
    let rows = include_str!("../diagnostics.tsv").lines().filter(|it| !it.starts_with('#'));
    let expected: BTreeMap<_, _> = rows
        .filter_map(|row| row.split_once('\t'))
        .map(|(ty, emits)| (ty, format!("{}, {}", emits.contains("logs"), emits.contains("metrics"))))
        .collect();
    let found = list::ROWS.iter().filter_map(|row| Some((row.ty, row.diagnostics?.to_owned())));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
}

#[test]
fn the_word_for_both_identities_is_that_of_the_data() {
    fn both<T: IdentityHolder + ResourceType>() -> Option<&'static str> {
        T::BOTH
    }
    assert_eq!(both::<StorageAccount>(), Some("SystemAssigned,UserAssigned"));
    assert_eq!(both::<Account>(), Some("SystemAssigned, UserAssigned"));
    assert_eq!(both::<ManagedCluster>(), None);
}

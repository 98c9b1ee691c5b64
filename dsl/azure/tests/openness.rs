//! What the rules of Azure find of services that are open to more than they should be: to anybody, to keys, to old clients.

use azure::prelude::*;
use azure::storage::{
    BlobService, Container, ContainerProperties, PublicAccess, StorageAccount, StorageAccountPropertiesCreateParameters,
};
use dsl::{Expr, RawResource, raw};

use self::snapshot::assert_found;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

/// The checks of this file that find something.
fn ids(build: impl FnOnce(&mut Group)) -> Vec<&'static str> {
    let is_about_openness = |id: &&str| ["anonymous-access", "key-access", "weak-encryption"].contains(id);
    snapshot::ids(build).into_iter().filter(is_about_openness).collect()
}

/// An account that is safe but for what a test sets by hand.
fn storage(g: &mut Group, path: &'static str, value: impl Into<Expr>) {
    let account = Storage::new("stcontoso", "japaneast").public_access();
    account.adjust(|it| it.set_property(path, value)).add(g, "storage");
}

/// A resource of which only a setting matters.
fn of(g: &mut Group, resource: RawResource) {
    StorageAccount::existing("stcontoso").add(g, "other");
    resource.property("location", "japaneast").add(g, "it");
}

#[test]
fn anybody_may_read_where_it_is_said() {
    assert_found("rule-anonymous-access", |g| {
        let account = Storage::new("stcontoso", "japaneast").public_access().shared_keys();
        let account = account.allow(azure::check::KEY_ACCESS, "Old readers know nothing else.").add(g, "storage");
        let blobs = BlobService::new(&account).nested().add(g, "blobs");
        for (symbol, level) in [("open", PublicAccess::Blob), ("listed", PublicAccess::Container)] {
            let properties = ContainerProperties::new().public_access(level);
            Container::new(&blobs, symbol).properties(properties).nested().add(g, symbol);
        }
        Container::new(&blobs, "closed").nested().add(g, "closed");
        ContainerRegistry::new("crcontoso", "japaneast").anonymous_pull().public_access().add(g, "registry");
    });
    assert_eq!(ids(|g| storage(g, "properties.allowBlobPublicAccess", true)), ["anonymous-access"]);
    assert_eq!(ids(|g| storage(g, "properties.allowBlobPublicAccess", false)), [""; 0]);
    let both = |g: &mut Group| {
        let properties = StorageAccountPropertiesCreateParameters::new().allow_blob_public_access(true);
        let sku = azure::storage::Sku::new("Standard_LRS");
        let account =
            StorageAccount::new("stcontoso", "japaneast", "StorageV2", sku).properties(properties).add(g, "storage");
        let blobs = BlobService::new(&account).add(g, "blobs");
        let properties = ContainerProperties::new().public_access(PublicAccess::Blob);
        Container::new(&blobs, "open").properties(properties).add(g, "open");
    };
    assert_eq!(ids(both), ["anonymous-access"], "once, where it is made use of");
}

#[test]
fn old_versions_of_tls_are_found_wherever_they_are_set() {
    for (path, old, new) in
        [("properties.minimumTlsVersion", "TLS1_0", "TLS1_2"), ("properties.minimumTlsVersion", "TLS1_1", "TLS1_3")]
    {
        assert_eq!(ids(|g| storage(g, path, old)), ["weak-encryption"], "{old}");
        assert_eq!(ids(|g| storage(g, path, new)), [""; 0], "{new}");
    }
    let site = |name: &'static str, value: Expr| {
        ids(|g| {
            let config = Expr::object([(name, value)]);
            of(g, raw("Microsoft.Web/sites@2025-03-01", "app").property("properties.siteConfig", config));
        })
    };
    assert_eq!(site("scmMinTlsVersion", "1.1".into()), ["weak-encryption"]);
    assert_eq!(site("ftpsState", "AllAllowed".into()), ["weak-encryption"]);
    assert_eq!(site("ftpsState", "FtpsOnly".into()), [""; 0]);
    assert_eq!(site("minTlsVersion", "1.2".into()), [""; 0]);
    let cache = |value: bool| {
        ids(|g| of(g, raw("Microsoft.Cache/redis@2024-11-01", "redis").property("properties.enableNonSslPort", value)))
    };
    assert_eq!(cache(true), ["weak-encryption"]);
    assert_eq!(cache(false), [""; 0]);
    let gateway = |policy: &'static str| {
        let gateway = raw("Microsoft.Network/applicationGateways@2026-03-01", "agw");
        ids(|g| of(g, gateway.property("properties.sslPolicy.policyName", policy)))
    };
    assert_eq!(gateway("AppGwSslPolicy20150501"), ["weak-encryption"]);
    assert_eq!(gateway("AppGwSslPolicy20220101"), [""; 0]);
}

#[test]
fn what_is_known_at_run_time_only_is_not_judged() {
    let given = |g: &mut Group| {
        let version = g.param("version").default("TLS1_0").describe("Oldest version of TLS.");
        storage(g, "properties.minimumTlsVersion", &*version);
    };
    assert_eq!(ids(given), [""; 0]);
    let var = |g: &mut Group| {
        let version = g.var("version", "TLS1_0").describe("Oldest version of TLS.");
        storage(g, "properties.minimumTlsVersion", &*version);
    };
    assert_eq!(ids(var), ["weak-encryption"]);
}

#[test]
fn keys_that_are_turned_on_are_told() {
    assert_found("rule-key-access", |g| {
        Storage::new("stcontoso", "japaneast").shared_keys().public_access().add(g, "storage");
    });
    assert_eq!(ids(|g| storage(g, "properties.allowSharedKeyAccess", false)), [""; 0]);
    let bus = |value: bool| {
        let bus = raw("Microsoft.ServiceBus/namespaces@2026-01-01", "bus");
        ids(|g| of(g, bus.property("properties.disableLocalAuth", value)))
    };
    assert_eq!(bus(false), ["key-access"]);
    assert_eq!(bus(true), [""; 0]);
}

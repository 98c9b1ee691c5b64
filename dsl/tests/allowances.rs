//! What is accepted for a reason, and what Azure's data adds to params: in findings, and in texts that the official
//! compiler has nothing to say about.

mod common;

use common::*;
use dsl::functions::{resource_group, to_lower};
use dsl::{Check, Expr, Graph, ResourceBody, ResourceGroup, Secret, raw, raw_existing};

type G = Graph<ResourceGroup>;

#[test]
fn allowances() {
    let text = findings(|g| {
        storage("stallow")
            .property("properties.later", true)
            .allow(Check::UNKNOWN_PROPERTY, "In private preview.")
            .allow(Check::WRONG_TYPE, "Not needed.")
            .allow(Check::MISSING_PROPERTY, "")
            .suppress("BCP 081", " ")
            .add(g, "account");
        storage("stinevitable")
            .property("extra", 1)
            .allow(Check::UNKNOWN_PROPERTY, "Bicep refuses it.")
            .add(g, "refused");
    });
    assert_snapshot("shape-allowances", &text);
}

/// Everything that can be allowed, in a form that the official compiler has nothing to say about.
#[test]
fn what_is_allowed_is_clean() {
    let mut g = G::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let key = g.param("key").default("a").describe("A name.");
    let maybe = g.param_of::<Option<String>>("maybe").describe("A text or null.");
    let name = g.param("accountName").length(2..=30).describe("Bounds of its own.");
    let account = raw(STORAGE, &name)
        .property("location", &location)
        .property("kind", &maybe)
        .property("managedBy", "somebody")
        .property("properties.later", true)
        .property("properties.acessTier", "Hot")
        .property("properties.accessTier", "Hott")
        .property("properties.minimumTlsVersion", 1)
        .property("properties.primaryLocation", "here")
        .property("properties.networkAcls.defaultAction", "Frozen")
        .property("properties.networkAcls.ipRules", Expr::array(["x".into(), object([("value", 1.into())])]))
        .property("properties.sasPolicy", Expr::Object(vec![computed_key(&key)].into()))
        .describe("An account that Azure's data is wrong about.")
        .allow(Check::OUT_OF_BOUNDS, "Old accounts have other names.")
        .allow(Check::UNKNOWN_PROPERTY, "In private preview.\nSee the team's page.")
        .allow(Check::MISSING_PROPERTY, "In private preview.\nSee the team's page.")
        .allow(Check::WRONG_TYPE, "The data is wrong.")
        .allow(Check::VALUE_NOT_ALLOWED, "The data is wrong.")
        .allow(Check::READ_ONLY_PROPERTY, "It can be written once.")
        .add(&mut g, "account");
    let preview = raw("Microsoft.Storage/storageAccounts/previews@2026-09-01", "default")
        .child_of(&account)
        .property("properties.a", 1)
        .nested()
        .describe("A child in preview.")
        .allow(Check::UNKNOWN_TYPE, "In private preview.")
        .add(&mut g, "preview");
    raw("Microsoft.Storage/storageAccounts/previews/parts@2026-09-01", "part")
        .child_of(&preview)
        .nested()
        .allow(Check::UNKNOWN_TYPE, "In private preview.")
        .suppress("no-unused-vars", "Not needed, but harmless.")
        .add(&mut g, "part");
    raw(BLOBS, "default")
        .child_of(&account)
        .property("properties.later", 1)
        .nested()
        .allow(Check::UNKNOWN_PROPERTY, "In preview.")
        .add(&mut g, "blobs");
    raw(SEARCH, "search_a")
        .property("location", &location)
        .property("properties.replicaCount", 13)
        .property("properties.partitionCount", 0)
        .allow(Check::OUT_OF_BOUNDS, "A quota was raised.")
        .add(&mut g, "search");
    raw(EVENTS, "events")
        .on(&account)
        .property("properties.destination.endpointType", &key)
        .allow(Check::VALUE_NOT_ALLOWED, "The caller knows.")
        .add(&mut g, "events");
    raw("Microsoft.Security/healthReports@2023-05-01-preview", "1af98a44-2a58-4a8a-8f08-c4a3bd2de4a9")
        .allow(Check::WRONG_SCOPE, "It can be written since last week.")
        .suppress("use-recent-api-versions", "There is no stable version.")
        .add(&mut g, "report");
    let there = raw_existing("Contoso.Nothing/things@2020-01-01", "a")
        .allow(Check::UNKNOWN_TYPE, "Our own provider.")
        .add(&mut g, "there");
    g.output("thereId", there.id()).describe("Resource id of the thing.");
    assert_rendered("shape-allowed", &g);
}

#[test]
fn decorators_say_what_the_data_says() {
    let mut g = G::new();
    let name = g.param("accountName").describe("Name of the account.");
    let few = g.param("shortName").length(..=10).describe("Name of another account.");
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let tier = g.param("tier").default("Cool").describe("How often blobs are read.");
    let action = g.param_of::<Option<String>>("action").describe("What happens by default.");
    let replicas = g.param_of::<i64>("replicas").default(2).describe("How many replicas.");
    let computed_default = g.param("mode").default(to_lower("Default")).describe("A mode.");
    let secret = g.param_of::<Secret<String>>("password").describe("A password.");
    let own = g.param("own").allowed(["Allow"]).describe("Values of its own.");
    raw(STORAGE, &name)
        .property("location", &location)
        .property("kind", "StorageV2")
        .property("sku.name", "Standard_LRS")
        .property("properties.accessTier", &tier)
        .property("properties.networkAcls.defaultAction", &own)
        .add(&mut g, "account");
    StorageAccount::new(&few, &location, Kind::StorageV2, Sku::new("Standard_LRS")).add(&mut g, "other");
    raw(SEARCH, "search-a")
        .property("location", &location)
        .property("properties.replicaCount", &replicas)
        .property("properties.hostingMode", &computed_default)
        .property("properties.encryptionWithCmk.enforcement", &action)
        .add(&mut g, "one");
    raw(SEARCH, "search-b")
        .property("location", &location)
        .property("properties.partitionCount", &replicas)
        .add(&mut g, "two");
    raw("Microsoft.Sql/servers@2025-01-01", "server")
        .property("location", &location)
        .property("properties.administratorLogin", "somebody")
        .property("properties.administratorLoginPassword", &secret)
        .add(&mut g, "server");
    assert_rendered("shape-decorators", &g);
}

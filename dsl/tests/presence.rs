//! Resources of which nobody knows whether they are there: looked for, or asked about themselves.

mod common;

use common::{
    AccessTier, BlobService, Kind, Lock, LockProperties, Sku, StorageAccount, StorageAccountProperties, assert_files,
    assert_rendered, assert_snapshot, findings,
};
use dsl::functions::{resource_group, string, this_existing, this_exists};
use dsl::{DeploymentScope, Graph, Layout, ResourceBody, ResourceGroup, raw, raw_existing};

type G = Graph<ResourceGroup>;

/// Some that may be there, read in every way; one is in a module, and one is read in it.
fn found(g: &mut G) {
    let names = g.param_of::<Vec<String>>("names").describe("Names of more.");
    let look = g.param_of::<bool>("look").default(true).describe("Whether the third one is looked for.");
    let one = StorageAccount::existing("stone").describe("May be there.").add_if_found(g, "one");
    let more = g.each("name", &names, |g, name, _| StorageAccount::existing(name).add_if_found(g, "more"));
    let third = g.when(&look, |g| StorageAccount::existing("stthree").add_if_found(g, "third"));
    let inner = g.module("storage", DeploymentScope, |g| {
        let four = StorageAccount::existing("stfour").add_if_found(g, "four");
        BlobService::new(&four.non_null()).add(g, "blobs");
        let place = one.read(|it| it.properties().primary_location());
        raw("Microsoft.Authorization/locks@2020-05-01", "keep-group")
            .property("properties.level", "CanNotDelete")
            .property("properties.notes", string(one.condition()))
            .add(g, "groupLock");
        g.output("place", place.or_else("nowhere")).describe("Where the first one is, as the module has it.");
        four
    });
    Lock::new(&one.non_null(), "keep", LockProperties::new("CanNotDelete")).add(g, "lock");
    g.output("id", one.id()).describe("Its id, whether it is there or not.");
    g.output("isThere", one.condition()).describe("Whether it is there.");
    g.output("first", one.read(|it| it.properties().primary_location())).describe("Where it is, if it is.");
    g.output("key", one.read(|it| it.list_keys().keys().at(0).view().value())).describe("Its key.");
    g.output("promised", one.non_null().properties().primary_location()).describe("Promised to be there.");
    g.output("second", more.at(1).read(|it| it.properties().primary_location())).describe("Where another one is.");
    let third = third.read(|third| third.non_null().properties().primary_location());
    g.output("third", third).describe("Where the third one is.");
    g.output("fourth", inner.read(|it| it.properties().primary_location())).describe("Where that of the module is.");
}

#[test]
fn resources_that_may_exist() {
    let mut g = G::new();
    found(&mut g);
    assert_rendered("found", &g);
}

#[test]
fn resources_that_may_exist_in_another_file() {
    let mut g = G::new();
    found(&mut g);
    assert_files("found-modules", &g, Layout::Modules);
}

#[test]
fn what_a_resource_asks_about_itself() {
    let mut g = G::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let version = this_existing::<StorageAccount, _>(|it| it.properties().minimum_tls_version());
    let properties = StorageAccountProperties::new()
        .access_tier(this_exists().then(AccessTier::Cool).otherwise(AccessTier::Hot))
        .minimum_tls_version(version.or_else("TLS1_2"));
    StorageAccount::new("stcontoso", &location, Kind::StorageV2, Sku::new("Standard_LRS"))
        .properties(properties)
        .add(&mut g, "account");
    assert_rendered("this", &g);
}

#[test]
fn asked_in_a_wrong_place() {
    let text = findings(|g| {
        let is_there = g.var("isThere", this_exists()).describe("Whether something is there.");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags.isNew", string(!this_exists()))
            .add(g, "zone");
        let one = raw_existing("Microsoft.Storage/storageAccounts@2026-09-01", "stone").add_if_found(g, "one");
        g.when(one.condition(), |g| {
            Lock::new(&one.non_null(), "keep", LockProperties::new("CanNotDelete")).add(g, "lock")
        });
        g.output("isThere", is_there).describe("Whether something is there.");
    });
    assert_snapshot("error-this", &text);
}

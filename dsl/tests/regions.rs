//! Conditions and loops: how what stands in them is declared, referred to and read outside.

mod common;

use common::{BlobService, Kind, Sku, StorageAccount, assert_rendered, assert_snapshot, findings, without_lines};
use dsl::functions::{range, resource_group, unique_string};
use dsl::{DeploymentScope, Expr, Graph, Layout, List, ResourceBody, ResourceGroup, Value, raw};

fn account(name: Value<String>, location: &Value<String>) -> StorageAccount {
    StorageAccount::new(name, location, Kind::StorageV2, Sku::new("Standard_LRS"))
}

#[test]
fn conditions() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let keep = g.param_of::<bool>("keep").default(true).describe("Whether data is kept.");
    let twice = g.param_of::<bool>("twice").default(false).describe("Whether it is kept twice.");
    let name = "st" + unique_string([resource_group().id()]);
    let first = account(name.clone(), &location).add(&mut g, "one");
    let kept = g.when(&keep, |g| {
        let second = account(&name + "b", &location).add(g, "second");
        BlobService::new(&second).nested().add(g, "blobs");
        let endpoint = second.properties().primary_location();
        g.output("insideEndpoint", &endpoint).describe("Read under the same condition.");
        let third = g.when(&twice, |g| account(&name + "c", &location).depends_on(&second).add(g, "third"));
        g.output("thirdName", third.name()).describe("A name, which is always known.");
        (second, endpoint, third)
    });
    let endpoint = kept.read(|(second, _, _)| second.properties().primary_location());
    g.output("maybeEndpoint", &endpoint).describe("Null where it is not deployed.");
    g.output("endpoint", endpoint.or_else("none")).describe("Never null.");
    let key = kept.read(|(second, _, _)| second.list_keys().keys().at(0).view().value());
    g.output("key", key).describe("A function is not called where there is nothing.");
    g.output("id", kept.read(|(second, _, _)| second.id())).describe("The id, where there is one.");
    let (second, _, _) = kept.non_null();
    g.output("promised", second.properties().primary_location()).describe("Promised to be there.");
    g.output("firstName", first.name()).describe("Not under a condition.");
    assert_rendered("region-conditions", &g);
}

#[test]
fn loops() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let names = g.param_of::<Vec<String>>("names").default(["a", "b"]).describe("Names.");
    let some = g.param_of::<bool>("some").default(true).describe("Whether there are any.");
    let suffix = g.var("suffix", unique_string([resource_group().id()])).describe("What makes names unique.");
    let accounts = g.each("name", &names, |g, name, index| {
        let account = account("st" + name + &suffix, &location)
            .tags([("position", dsl::functions::string(index))])
            .add(g, "account");
        BlobService::new(&account).nested().add(g, "blobs");
        g.output("endpoints", account.properties().primary_location()).describe("One for each name.");
        let long = g.var("longNames", name + "-long").describe("Longer names.");
        let copy = g.when(some.and(index.gt(0)), |g| {
            self::account("co" + name + &suffix, &location).tags([("of", long.clone())]).add(g, "copy")
        });
        (account, copy)
    });
    let (first, copy) = accounts.at(0);
    g.output("firstId", first.id()).describe("The first.");
    g.output("firstCopy", copy.read(|copy| copy.properties().primary_location())).describe("If it is there.");
    g.output("names", accounts.map(|(account, _)| account.name())).describe("All names.");
    g.output("copies", accounts.map(|(_, copy)| copy.read(|copy| copy.properties().primary_location())))
        .describe("Copies.");
    assert_rendered("region-loops", &g);
}

/// What is too long for a line stands as far in as the loop.
#[test]
fn loops_over_long_lists() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let known = (0..9).map(|number| (format!("account{number}"), Expr::from("the name of an account")));
    let known: Expr = Expr::object(known);
    let pairs = Value::<Vec<dsl::Any>>::new(Expr::call("items", [known.clone()]));
    g.each("pair", pairs, |g, pair, _| {
        let name = Value::<String>::new(pair.expr().clone().member("key"));
        let is_known = Value::new(Expr::call("contains", [known.clone(), name.expr().clone()]));
        g.when(is_known, |g| account(name, &location).add(g, "account"))
    });
    let names: Vec<_> = (0..9).map(|number| format!("storageaccount{number}")).collect();
    g.each("name", names, |g, name, _| account(name.clone(), &location).add(g, "named"));
    assert_rendered("region-long-lists", &g);
}

#[test]
fn loops_over_positions() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let count = g.param_of::<i64>("count").default(2).range(1..=9).describe("How many.");
    let suffix = unique_string([resource_group().id()]);
    let accounts = g.each_in_batches(2, "position", range(0, &count), |g, position, index| {
        assert_eq!(position, index);
        account("st" + &suffix + dsl::functions::string(position), &location).add(g, "account")
    });
    account("last" + &suffix, &location).depends_on(&accounts).add(&mut g, "final");
    assert_rendered("region-positions", &g);
}

#[test]
fn a_var_that_is_the_same_for_every_item_stands_in_front_of_the_loop() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let names = g.param_of::<Vec<String>>("names").describe("Names.");
    let accounts = g.each("name", &names, |g, name, _| {
        let tier = g.param("tier").default("cool").describe("A param is always given once.");
        let same = g.var("same", &tier + "-data").describe("Nothing of the loop.");
        let via = g.var("via", &same + "-kept").describe("Something of a var that is the same.");
        let other = g.var("other", &via + "-of-" + name).describe("The item.");
        let longer = g.var("longer", &other + "-longer").describe("A var that is not the same.");
        let raw = g.var("raw", Value::<String>::raw("toUpper(name)")).describe("Nobody knows what is in it.");
        let tags = [("of", via.clone()), ("other", other.clone()), ("longer", longer.clone()), ("raw", raw.clone())];
        account("sto" + name, &location).tags(tags).add(g, "account");
        (&tier + "!", via, longer, raw)
    });
    let (tier, via, longer, raw) = accounts.at(0);
    g.output("first", tier + ", " + &via + ", " + &longer + ", " + &raw).describe("Two of them are lists.");
    assert_rendered("region-single-vars", &g);
}

#[test]
fn what_bicep_does_not_take() {
    let text = findings(|g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let names = g.param_of::<Vec<String>>("names").describe("Names.");
        let keep = g.param_of::<bool>("keep").describe("Whether it is kept.");
        let mut leaked = None;
        g.when(&keep, |g| leaked = Some(account("stkept".into(), &location).add(g, "kept")));
        let kept = leaked.unwrap();
        g.output("location", kept.properties().primary_location()).describe("Read without its condition.");
        g.output("id", kept.id()).describe("This is known.");
        let mut leaked = None;
        g.each("name", &names, |g, name, _| leaked = Some(account("st" + name, &location).add(g, "several")));
        let several = leaked.unwrap();
        g.output("severalId", several.id()).describe("One of several.");
        BlobService::new(&several).add(g, "blobs");
        g.each("name", &names, |g, _, _| account("stsame".into(), &location).add(g, "same"));
        g.each("keep", &names, |g, name, _| account("st" + name, &location).add(g, "hidden"));
        g.each("outer", &names, |g, outer, _| {
            g.each("inner", &names, |g, inner, _| account("st" + outer + inner, &location).add(g, "inside"))
        });
        let all = g.each("name", &names, |g, name, _| account("all" + name, &location).add(g, "all"));
        g.module("twice", DeploymentScope, |_| ());
        g.module("Twice", DeploymentScope, |_| ());
        g.var("joined", dsl::functions::join(all.map(dsl::Resource::name), ","))
            .export()
            .describe("No place for a loop.");
    });
    assert_snapshot("error-regions", &text);
}

#[test]
fn modules_that_need_each_other() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let one = g.module("left", DeploymentScope, |g| account("stone".into(), &location).add(g, "one"));
    let two = g.module("right", DeploymentScope, |g| {
        account("sttwo".into(), &location)
            .property("properties.customDomain.name", one.properties().primary_location())
            .add(g, "two")
    });
    g.module("far", DeploymentScope, |g| {
        account("stthree".into(), &location)
            .property("properties.customDomain.name", two.properties().primary_location())
            .add(g, "three")
    });
    assert!(g.to_bicep().is_ok(), "in one file, nothing is wrong with it");
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let two = Expr::Symbol("two".into()).member("properties").member("primaryLocation");
    let one = g.module("left", DeploymentScope, |g| {
        account("stthree".into(), &location)
            .property("properties.customDomain.name", Value::<String>::new(two))
            .add(g, "three");
        account("stone".into(), &location).add(g, "one")
    });
    g.module("right", DeploymentScope, |g| {
        account("sttwo".into(), &location)
            .property("properties.customDomain.name", one.properties().primary_location())
            .add(g, "two")
    });
    assert!(g.to_bicep().is_ok(), "in one file, nothing is wrong with it");
    let report = g.to_bundle(Layout::Modules).unwrap_err();
    assert_snapshot("error-modules", &without_lines(&report));
}

/// What stands behind a list that is spread has no position that is known before.
#[test]
fn elements_of_spread_lists() {
    let mut g = Graph::<ResourceGroup>::new();
    let names = g.param_of::<Vec<String>>("names").describe("Names of the zones.");
    let list = List::new().with("a.internal").spread(&names).with("b.internal");
    let zones = g.each("name", list, |g, name, _| {
        let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global");
        (zone.add(g, "zone"), name.clone())
    });
    let ((first, _), (_, second)) = (zones.at(0), zones.at(1));
    g.output("first", first.id()).describe("Id of the first zone.");
    g.output("second", second).describe("Name of the second zone.");
    assert_rendered("region-spread", &g);
}

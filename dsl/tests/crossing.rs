//! What crosses from file to file in other ways than one value by one name.

mod common;

use common::{Kind, Sku, StorageAccount, assert_deployed_alike, assert_files};
use dsl::functions::{items, length, map, range, resource_group, string, take};
use dsl::{
    Any, DeploymentScope, Expr, Graph, IntoValue, Layout, Map, Param, RawResource, Resource, ResourceBody,
    ResourceGroup, Value, raw,
};

dsl::object_type! {
    /// What is deployed together.
    pub struct Tier, TierView;
    required {
        name: String = "name", "Name of the tier.";
        parts: Vec<String> = "parts", "What it consists of.";
    }
}

fn location(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region.")
}

fn account(name: Value<String>, location: &Param<String>) -> StorageAccount {
    StorageAccount::new(name, location, Kind::StorageV2, Sku::new("Standard_LRS"))
}

fn region(account: &Resource<StorageAccount>) -> Value<String> {
    account.properties().primary_location()
}

#[test]
fn a_loop_in_one_file_walks_what_another_file_has() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = location(&mut g);
    let names = g.param_of::<Vec<String>>("names").describe("Names of accounts.");
    let data = g.module("data", DeploymentScope, |g| {
        g.each("name", &names, |g, name, _| account("data" + name, &location).add(g, "account"))
    });
    g.module("backup", DeploymentScope, |g| {
        g.each("name", &names, |g, name, index| {
            let copy = account("copy" + name, &location);
            copy.property("properties.customDomain.name", region(&data.at(index))).add(g, "copy")
        })
    });
    assert_files("crossing-lists", &g, Layout::Modules);
}

#[test]
fn a_value_that_may_not_be_there_is_promised_where_it_is_read() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = location(&mut g);
    let keep = g.param_of::<bool>("keep").describe("Whether data is kept.");
    let data = g.when(&keep, |g| account("data".into(), &location).add(g, "account"));
    g.module("backup", DeploymentScope, |g| {
        let copy = account("copy".into(), &location);
        let copy = copy.property("properties.customDomain.name", region(&data.non_null())).add(g, "copy");
        g.when(&keep, |g| {
            let second = account("second".into(), &location);
            second.property("properties.customDomain.name", region(&data.non_null())).depends_on(&copy).add(g, "second")
        });
    });
    assert_files("crossing-promises", &g, Layout::Modules);
}

#[test]
fn a_module_that_must_know_early_what_is_made_outside_is_a_file() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = location(&mut g);
    let data = account("data".into(), &location).add(&mut g, "account");
    g.module("backup", DeploymentScope, |g| {
        account("copy".into(), &location).tags([("of", region(&data))]).add(g, "copy")
    });
    g.module("plain", DeploymentScope, |g| account("plain".into(), &location).add(g, "plain"));
    assert_files("crossing-early", &g, Layout::Single);
}

#[test]
fn a_module_in_a_loop_has_loops() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = location(&mut g);
    let tiers = g.param_of::<Vec<Tier>>("tiers").describe("What is deployed.");
    g.each("tier", &tiers, |g, tier, index| {
        g.module("parts", DeploymentScope, |g| {
            g.each("part", tier.view().parts(), |g, part, part_index| {
                let position = string(index) + string(part_index);
                account(tier.view().name() + part + position, &location).add(g, "account")
            });
        });
    });
    assert_files("crossing-loops", &g, Layout::Single);
}

/// Outputs are those of the main file, also where they are added in a loop or condition of a module.
#[test]
fn outputs_in_loops_of_modules() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = location(&mut g);
    let names = g.param_of::<Vec<String>>("names").describe("Names of accounts.");
    let keep = g.param_of::<bool>("keep").describe("Whether data is kept.");
    g.module("data", DeploymentScope, |g| {
        g.each("name", &names, |g, name, _| {
            let account = account("data" + name, &location).add(g, "account");
            g.output("ids", account.id()).describe("Id of each.");
            g.output("regions", region(&account)).describe("Where each is.");
        });
        g.when(&keep, |g| {
            let kept = account("kept".into(), &location).add(g, "kept");
            g.output("keptRegion", region(&kept)).describe("Where one more is.");
        });
    });
    g.each("name", &names, |g, name, index| {
        g.module("copies", DeploymentScope, |g| {
            let copy = g.when(keep.and(index.gt(0)), |g| account("copy" + name, &location).add(g, "copy"));
            g.output("copies", copy.read(region).or_else("none")).describe("Where each copy is.");
        });
    });
    assert_files("crossing-outputs", &g, Layout::Modules);
    assert_deployed_alike(&g, "param names = ['one', 'two']\nparam keep = true\n");
}

/// The variable of a loop becomes a param with the type of the items, whatever the list is made of.
#[test]
fn items_of_lists_of_all_kinds() {
    let mut g = Graph::<ResourceGroup>::new();
    let tiers = g.param_of::<Vec<Tier>>("tiers").describe("What is deployed.");
    let flags = g.param_of::<Vec<bool>>("flags").describe("Flags.");
    let rows = g.param_of::<Vec<Vec<i64>>>("rows").describe("Numbers.");
    let sizes = g.var("sizes", map(&rows, length)).describe("How many numbers each row has.");
    let lists: [(&str, Value<Vec<Any>>); 8] = [
        ("next", any(map(range(0, 2), |number| number + 1))),
        ("count", any(map(&tiers, |tier| length(tier.view().parts())))),
        ("flag", any(&flags)),
        ("size", any(&sizes)),
        ("known", any(map(&flags, |flag| flag.eq(true)))),
        ("name", any(map(&tiers, |tier| tier.view().name()))),
        ("tier", any(take(&tiers, 1))),
        ("pair", any(items(Map::<String>::new().with("web", "a").with("db", "b")))),
    ];
    for (symbol, list) in lists {
        g.each(symbol, list, |g, item, _| {
            g.module(format!("{symbol}Module"), DeploymentScope, |g| {
                zone(string(item) + ".internal").add(g, format!("{symbol}Zone"))
            })
        });
    }
    g.each("row", &rows, |g, row, _| {
        g.module("rowModule", DeploymentScope, |g| {
            g.each("cell", row, |g, cell, _| {
                g.module("cellModule", DeploymentScope, |g| zone(string(cell) + ".internal").add(g, "cellZone"))
            })
        })
    });
    assert_files("crossing-items", &g, Layout::Single);
}

fn zone(name: Value<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

fn any(list: impl IntoValue) -> Value<Vec<Any>> {
    Value::new(Expr::from(list.into_value()))
}

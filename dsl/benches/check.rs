//! How long the checks take, mostly the comparison with Azure's data. Run it by `cargo bench -p dsl`.
//!
//! A unit is ten resources of five types, with some eighty properties.

use divan::{Bencher, black_box};
use dsl::functions::resource_group;
use dsl::{Expr, Graph, Param, ResourceBody, ResourceGroup, Value, raw};

const UNITS: [usize; 4] = [1, 10, 100, 1_000];

fn main() {
    divan::main();
}

/// The graph alone.
#[divan::bench(args = UNITS)]
fn build(bencher: Bencher<'_, '_>, units: usize) {
    bencher.bench_local(|| graph(black_box(units)));
}

/// The checks alone.
#[divan::bench(args = UNITS)]
fn check(bencher: Bencher<'_, '_>, units: usize) {
    let g = graph(units);
    if let Err(report) = g.check() {
        panic!("{report}");
    }
    bencher.bench_local(|| black_box(&g).check());
}

/// Checks and text.
#[divan::bench(args = UNITS)]
fn render(bencher: Bencher<'_, '_>, units: usize) {
    let g = graph(units);
    bencher.bench_local(|| black_box(&g).to_bicep());
}

fn graph(units: usize) -> Graph<ResourceGroup> {
    let mut g = Graph::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let prefix = g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every resource name.");
    (0..units).for_each(|index| unit(&mut g, &location, &prefix, index));
    g
}

fn unit(g: &mut Graph<ResourceGroup>, location: &Param<String>, prefix: &Param<String>, unit: usize) {
    for index in 0..2 {
        let name = format!("-{unit}-{index}");
        let network = raw("Microsoft.Network/virtualNetworks@2026-03-01", prefix + name.clone())
            .property("location", &**location)
            .property("properties.addressSpace.addressPrefixes", Expr::array(["10.0.0.0/16".into()]))
            .property("properties.subnets", Expr::array((0..4).map(subnet)))
            .add(g, format!("network{unit}x{index}"));
        let account =
            raw("Microsoft.Storage/storageAccounts@2026-09-01", Value::text("st") + prefix + format!("{unit}x{index}"))
                .property("location", &**location)
                .property("kind", "StorageV2")
                .property("sku.name", "Standard_LRS")
                .property("tags", Expr::object([("unit", name.clone().into())]))
                .property("properties.minimumTlsVersion", "TLS1_2")
                .property("properties.allowBlobPublicAccess", false)
                .property("properties.networkAcls.defaultAction", "Deny")
                .property("properties.networkAcls.virtualNetworkRules", Expr::array([rule(network.id())]))
                .property("properties.supportsHttpsTrafficOnly", true)
                .add(g, format!("account{unit}x{index}"));
        let services = [
            ("blob", "Microsoft.Storage/storageAccounts/blobServices@2026-09-01"),
            ("queue", "Microsoft.Storage/storageAccounts/queueServices@2026-09-01"),
            ("table", "Microsoft.Storage/storageAccounts/tableServices@2026-09-01"),
        ];
        for (service, ty) in services {
            raw(ty, "default").child_of(&account).add(g, format!("{service}{unit}x{index}"));
        }
    }
}

fn subnet(number: usize) -> Expr {
    let prefix = Expr::string(format!("10.0.{number}.0/24"));
    let properties = Expr::object([("addressPrefix", prefix), ("privateEndpointNetworkPolicies", "Enabled".into())]);
    Expr::object([("name", Expr::string(format!("subnet{number}"))), ("properties", properties)])
}

fn rule(id: Value<String>) -> Expr {
    Expr::object([("id", Expr::from(id)), ("action", "Allow".into())])
}

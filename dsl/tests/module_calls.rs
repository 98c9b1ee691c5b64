//! Modules that are files already: how they are called, and what they give back.

mod common;
#[path = "files/keepsake.rs"]
mod keepsake;

use common::assert_files;
use dsl::functions::resource_group;
use dsl::{DeploymentScope, Graph, Layout, ModuleBody, ResourceGroup, Subscription};

use self::keepsake::{Keepsake, KeepsakeRetention};

#[test]
fn a_file_beside_the_template() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let key = g.secret("key").describe("A key.");
    let names = g.param_of::<Vec<String>>("names").describe("Names of more.");
    let keep = g.param_of::<bool>("keep").default(true).describe("Whether there is a second one.");
    let all = Keepsake::new(&location, "logs-all")
        .keep(KeepsakeRetention::new(90).reason("the law"))
        .teams(["red", "blue"])
        .key(&key)
        .describe("What all teams have.")
        .add(&mut g, "all");
    let second = g.when(&keep, |g| Keepsake::new(&location, "logs-second").depends_on(&all).add(g, "second"));
    let more = g.each("name", &names, |g, name, _| Keepsake::new(&location, "logs-" + name).add(g, "more"));
    g.output("id", all.outputs().id()).describe("Id of the first.");
    g.output("secondId", second.read(|logs| logs.outputs().id())).describe("Id of the second.");
    g.output("promisedId", second.non_null().outputs().id()).describe("Promised to be there.");
    g.output("days", more.at(0).outputs().days()).describe("Days of another one.");
    g.output("ids", more.map(|logs| logs.outputs().id())).describe("Ids of all.");
    assert_files("module-calls", &g, Layout::Single);
}

#[test]
fn from_another_scope_and_from_another_module() {
    let mut g = Graph::<Subscription>::new();
    let location = g.param("location").describe("Region.");
    let hub = Keepsake::new(&location, "logs-hub").add_in(ResourceGroup::named("rg-hub"), &mut g, "hub");
    let spoke =
        g.module("spoke", ResourceGroup::named("rg-spoke"), |g| Keepsake::new(&location, "logs-spoke").add(g, "inner"));
    g.output("ids", [hub.outputs().id(), spoke.outputs().id()]).describe("Ids of both.");
    assert_files("module-calls-scopes", &g, Layout::Single);
}

dsl::module! {
    /// A key vault as Azure Verified Modules have it.
    pub struct Vault, VaultOutputs = "br/public:avm/res/key-vault/vault:0.13.0" in ResourceGroup;
    required { name: String = "name"; }
    outputs { uri: String = "uri"; }
}

#[test]
fn of_a_registry() {
    let mut g = Graph::<ResourceGroup>::new();
    let vault = g.module("vaults", DeploymentScope, |g| Vault::new("kv-contoso").add(g, "vault"));
    g.output("uri", vault.outputs().uri()).describe("Where the vault answers.");
    let text = g.to_bicep().unwrap();
    assert!(text.contains("module vault 'br/public:avm/res/key-vault/vault:0.13.0' = {\n  params: {\n"), "{text}");
    assert!(text.ends_with("output uri string = vault.outputs.uri\n"), "{text}");
}

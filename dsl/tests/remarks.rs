//! What stands above statements: comments, titles, and pragmas with their reasons.

mod common;

use common::{StorageAccount, assert_files, storage};
use dsl::{Graph, Layout, ModuleBody, ResourceBody, ResourceGroup, Type, Value, raw};

dsl::module! {
    /// Names.
    pub struct Names, NamesOutputs = "names.bicep" in ResourceGroup;
    file "@description('A prefix.')\nparam prefix string\n\n@description('A name.')\noutput name string = prefix\n";
    required { prefix: String = "prefix"; }
    outputs { name: String = "name"; }
}

#[test]
fn comments_sections_and_pragmas() {
    let mut g = Graph::<ResourceGroup>::new();
    let prefix = g
        .param("prefix")
        .ty(Type::Any)
        .comment("The pipeline gives it.\nIts form is checked there.")
        .suppress("no-explicit-any", "Older pipelines give a number.")
        .describe("Prefix of every name.");
    let name = g.var("fullName", &prefix + "-a").comment("Used below.").describe("A name.");
    let twice = g
        .function("twice", ["text"], |text: Value<String>| text.clone() + text)
        .comment("No function of Bicep does it.")
        .describe("A text, two times.");
    g.section("Storage");
    let other = StorageAccount::existing("stother").comment("Of the other team.").add(&mut g, "other");
    let account = storage("stremarks").comment("Holds everything.").describe("The account.").add(&mut g, "account");
    g.section("Lock\nand names");
    raw("Microsoft.Authorization/locks@2020-05-01", &name)
        .on(&account)
        .property("properties.level", "CanNotDelete")
        .add(&mut g, "keep");
    let names = Names::new(twice.call("a")).comment("From a file.").add(&mut g, "names");
    g.output("kind", "storage")
        .comment("Read by the pipeline.")
        .suppress("no-hardcoded-outputs", "It never changes.")
        .describe("Kind of the account.");
    g.output("names", [names.outputs().name(), other.id()]).describe("Names.");
    assert_files("remarks", &g, Layout::Single);
}

//! Modules that are files already: how they are called, and what they give back.

#[path = "files/awkward.rs"]
mod awkward;
mod common;
#[path = "files/keepsake.rs"]
mod keepsake;

use common::{assert_files, assert_snapshot, findings};
use compiler::{Findings, Gate};
use dsl::functions::{join, resource_group, string};
use dsl::{
    Any, DeploymentScope, Graph, Layout, ModuleBody, ResourceBody, ResourceGroup, Secret, Subscription, Value, raw,
    raw_existing,
};

use self::awkward::{
    Awkward, AwkwardColors, AwkwardFew, AwkwardFigureCircle, AwkwardLeaf, AwkwardLeafView2, AwkwardLeafView2View,
    AwkwardNested, AwkwardNestedInner, AwkwardTags, AwkwardTree,
};
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

/// Names and types of all kinds.
#[test]
fn a_file_that_makes_it_hard() {
    let mut g = Graph::<Subscription>::new();
    let secret = g.secret("secret").describe("A secret.");
    let hard = Awkward::new(
        [AwkwardColors::Red, AwkwardColors::DarkRed2],
        [("name", "value")],
        AwkwardNested::new().inner(AwkwardNestedInner::new("down")),
        2,
        AwkwardLeaf::new("page").size(3),
        [Value::<Any>::from("one"), Value::from(2)],
        "part",
        &secret,
        AwkwardFigureCircle::new(3),
        AwkwardTree::new("root").next(AwkwardTree::new("leaf")),
    )
    .few(AwkwardFew::All)
    .r#type("keyword")
    .self_("self")
    ._1("digit")
    .value("mark")
    .add_in_("method")
    .comment_("other")
    .one_name2("second")
    .view_(AwkwardLeafView2::new("here"))
    .tags(AwkwardTags::new("dev").other("cost", "low"))
    .comment("A comment of the call.")
    .add(&mut g, "hard");
    let outputs = hard.outputs();
    g.output("maybe", outputs.maybe().or_else("nothing")).describe("Perhaps nothing.");
    g.output("from", outputs.maybe_view().read(AwkwardLeafView2View::from_).or_else("nowhere")).describe("Where from.");
    g.output("sheet", outputs.sheets().at(0).view().name()).describe("Name of the first.");
    g.output("value", outputs.node_().value()).describe("What the tree says.");
    assert_files("module-calls-awkward", &g, Layout::Single);
}

dsl::module! {
    /// What a partner is called with.
    pub struct Tokens, TokensOutputs = "modules/tokens.bicep" in ResourceGroup;
    file include_str!("files/tokens.bicep");
    required { seed: Secret<String> = "seed"; }
    outputs {
        token: Secret<String> = "token";
        names: Vec<String> = "names";
        count: i64 = "count";
        opens: bool = "opens";
    }
}

/// What a file gives back keeps its type on its way to others, and a secret stays one.
#[test]
fn outputs_cross_with_their_types() {
    let mut g = Graph::<ResourceGroup>::new();
    let seed = g.secret("seed").describe("What tokens are made of.");
    let more = g.param_of::<bool>("more").describe("Whether there are more tokens.");
    let (tokens, others) = g.module("made", DeploymentScope, |g| {
        let tokens = Tokens::new(&seed).add(g, "tokens");
        (tokens, g.when(&more, |g| Tokens::new(&seed).add(g, "others")))
    });
    g.module("used", DeploymentScope, |g| {
        let outputs = tokens.outputs();
        let vault = raw_existing("Microsoft.KeyVault/vaults@2026-05-15", "kv-contoso").add(g, "vault");
        raw("Microsoft.KeyVault/vaults/secrets@2026-05-15", "token")
            .child_of(&vault)
            .property("properties.value", outputs.token())
            .property("properties.attributes.enabled", outputs.opens())
            .property("properties.contentType", join(outputs.names(), ",") + outputs.names().at(0))
            .property("tags.count", string(outputs.count()))
            .property("tags.others", string(others.read(|others| others.outputs().count()).or_else(0)))
            .add(g, "token");
    });
    assert_files("module-calls-outputs", &g, Layout::Modules);
}

#[test]
fn what_a_file_gives_back_is_known_late() {
    let text = findings(|g| {
        let tokens = Tokens::new(read_seed(g)).add(g, "tokens");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags.count", string(tokens.outputs().count()))
            .add(g, "zone");
    });
    assert_snapshot("error-module-calls", &text);
}

fn read_seed(g: &mut Graph<ResourceGroup>) -> Value<Secret<String>> {
    (&g.secret("seed").describe("What tokens are made of.")).into()
}

dsl::module! {
    /// A key vault as Azure Verified Modules have it.
    pub struct Vault, VaultOutputs = "br/public:avm/res/key-vault/vault:0.13.0" in ResourceGroup;
    required { name: String = "name"; }
    outputs { uri: String = "uri"; }
}

/// The same module where others keep it.
macro_rules! elsewhere {
    ($($name:ident, $outputs:ident = $path:literal;)*) => {$(
        dsl::module! {
            /// A workspace as the platform team wants it.
            pub struct $name, $outputs = $path in ResourceGroup;
            required {
                location: String = "location";
                name: String = "name";
            }
            outputs { id: String = "id"; }
        }
    )*};
}

elsewhere! {
    InRegistry, InRegistryOutputs = "br:contoso.azurecr.io/platform/keepsake:1.0.0";
    InAliasedRegistry, InAliasedRegistryOutputs = "br/platform:keepsake:1.0.0";
    InSpec, InSpecOutputs = "ts:00000000-0000-0000-0000-000000000000/rg-specs/keepsake:1.0.0";
    InAliasedSpec, InAliasedSpecOutputs = "ts/platform:keepsake:1.0.0";
    Compiled, CompiledOutputs = "modules/keepsake.json";
}

#[test]
fn of_other_places() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let names = g.param_of::<Vec<String>>("names").describe("Names.");
    let keep = g.param_of::<bool>("keep").default(true).describe("Whether there are more.");
    let deploys = raw_existing("Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30", "id-deploy")
        .describe("Who deploys.")
        .add(&mut g, "deploys");
    let one = InRegistry::new(&location, "logs-1").identity(deploys.id()).add(&mut g, "one");
    let two = InAliasedRegistry::new(&location, "logs-2").add(&mut g, "two");
    let three = InSpec::new(&location, "logs-3").add(&mut g, "three");
    let four = InAliasedSpec::new(&location, "logs-4").add(&mut g, "four");
    g.each_in_batches(2, "name", &names, |g, name, _| {
        g.when(&keep, |g| Compiled::new(&location, "logs-" + name).add(g, "five"))
    });
    let ids = [one.outputs().id(), two.outputs().id(), three.outputs().id(), four.outputs().id()];
    g.output("ids", ids).describe("Ids.");
    let text = g.to_bicep().unwrap();
    if let Some(mut gate) = Gate::shared() {
        let template = gate.template(include_str!("files/keepsake.bicep"), Findings::Deny).unwrap().to_string();
        let mut files = compiler::in_registry("keepsake", &template);
        files.push(compiler::in_template_spec("keepsake:1.0.0", &template));
        files.push(("modules/keepsake.json".to_owned(), template));
        files.push(("main.bicep".to_owned(), text.clone()));
        gate.assert_clean(&files);
    }
    assert_snapshot("module-calls-elsewhere", &text);
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

dsl::module! {
    /// A module that may give nothing back.
    pub struct Perhaps, PerhapsOutputs = "modules/perhaps.bicep" in ResourceGroup;
    file "@description('A note.')\nparam note string?\n\n@description('The note.')\noutput note string? = note\n";
    optional { note: String = "note"; }
    outputs { note: Option<String> = "note"; }
}

/// What may be null is read as such, also in another file.
#[test]
fn outputs_that_may_be_null() {
    let mut g = Graph::<ResourceGroup>::new();
    let note = Perhaps::new().note("a").add(&mut g, "perhaps").outputs().note();
    g.output("note", note.or_else("none")).describe("The note.");
    g.module("zones", DeploymentScope, |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags.note", note.or_else("none"))
            .add(g, "zone")
    });
    assert_files("module-call-nullable", &g, Layout::Modules);
}

//! Where the files of a graph lie, and how they name each other: no file takes the place of another one.

mod common;
#[path = "files/keepsake.rs"]
mod keepsake;

use common::{assert_files, assert_snapshot};
use compiler::Gate;
use dsl::{
    DeploymentScope, Graph, Layout, Limits, ModuleBody, RawResource, Resource, ResourceBody, ResourceGroup,
    Subscription, raw,
};

use self::keepsake::Keepsake;

dsl::module! {
    /// A workspace as another template has it, which nobody gives to the graph.
    pub struct Kept, KeptOutputs = "modules/kept.bicep" in ResourceGroup;
    required {
        location: String = "location";
        name: String = "name";
    }
    outputs { id: String = "id"; }
}

type Zone = Resource<RawResource>;

fn zone(name: &'static str, g: &mut Graph<ResourceGroup>, symbol: &'static str) -> Zone {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, symbol)
}

/// Modules of one name in several modules, which are files in some layouts only.
fn of_one_name() -> Graph<Subscription> {
    let mut g = Graph::new();
    let group = |name| ResourceGroup::named(name);
    let app = g.module("app", DeploymentScope, |g| g.module("data", group("rg-app"), |g| zone("a.internal", g, "one")));
    let web = g.module("web", DeploymentScope, |g| g.module("data", group("rg-web"), |g| zone("b.internal", g, "two")));
    let own = g.module("Data", group("rg-data"), |g| zone("c.internal", g, "three"));
    let deep = g.module("all", DeploymentScope, |g| {
        g.module("web", DeploymentScope, |g| g.module("data", group("rg-all"), |g| zone("d.internal", g, "four")))
    });
    g.output("ids", [app.id(), web.id(), own.id(), deep.id()]).describe("Ids of the zones.");
    g
}

#[test]
fn of_modules_of_one_name() {
    assert_files("paths-single", &of_one_name(), Layout::Single);
    assert_files("paths-modules", &of_one_name(), Layout::Modules);
    let limits = Limits { resources: 2, ..Limits::ARM };
    assert_files("paths-shards", &of_one_name(), Layout::ShardedWithin(limits));
}

#[test]
fn of_modules_that_are_called_like_a_file_that_comes_with_the_graph() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").describe("Region.");
    g.module("keepsake", ResourceGroup::named("rg-logs"), |g| {
        Keepsake::new(&location, "logs").add(g, "logs");
        g.module("keepsake", ResourceGroup::named("rg-more"), |g| Keepsake::new(&location, "more").add(g, "more"));
    });
    assert_files("paths-of-files", &g, Layout::Single);
}

#[test]
fn of_a_file_that_is_kept_beside_the_template() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").describe("Region.");
    let logs = g.module("deep", DeploymentScope, |g| {
        g.module("deeper", DeploymentScope, |g| Kept::new(&location, "logs").add(g, "logs"))
    });
    g.output("id", logs.outputs().id()).describe("Id of the workspace.");
    let bundle = g.to_bundle(Layout::Modules).unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = Gate::shared() {
        let kept = ("modules/kept.bicep", include_str!("files/keepsake.bicep"));
        gate.assert_clean(&bundle.files().chain([kept]).collect::<Vec<_>>());
    }
    assert_snapshot("paths-kept", bundle.get("modules/deep/deeper.bicep").unwrap_or_default());
}

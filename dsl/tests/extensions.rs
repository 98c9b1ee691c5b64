//! What Bicep deploys beside the resources of Azure: the objects of a cluster, and what a file of one's own describes.

mod common;
#[path = "files/contoso.rs"]
mod contoso;

use common::{assert_files, assert_snapshot, findings};
use compiler::{Extension, Gate};
use dsl::functions::resource_group;
use dsl::{DeploymentScope, Graph, Layout, ResourceBody, ResourceGroup, raw, raw_existing};

use self::contoso::{Color, Contoso, ContosoThingBox, Label, Lid, Shelf, Wrapping, WrappingFoil, WrappingPaper};

type G = Graph<ResourceGroup>;

const PACKED: &str = "extensions/contoso.tgz";
const BESIDE: &str = "./extensions/contoso.tgz";
const IN_REGISTRY: &str = "br:contoso.azurecr.io/extensions/things:1.0.0";

/// Compares all files of a graph with a snapshot, after the compiler has found nothing to say about them.
#[track_caller]
fn assert_extended(name: &str, g: &G, layout: Layout) {
    assert_extended_from(PACKED, name, g, layout);
}

/// As [`assert_extended`], with the extension somewhere else than beside the template.
#[track_caller]
fn assert_extended_from(path: &str, name: &str, g: &G, layout: Layout) {
    let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
    let files: Vec<_> = bundle.files().collect();
    if let Some(mut gate) = Gate::shared() {
        let (index, types) = (include_str!("files/contoso/index.json"), include_str!("files/contoso/types.json"));
        let contoso = Extension { path, index, types };
        gate.check_with_extension(&files, &contoso).unwrap_or_else(|report| panic!("{report}"));
    }
    let texts: Vec<_> = files.iter().map(|(path, text)| format!("---- {path}\n{text}\n")).collect();
    assert_snapshot(name, &texts.concat());
}

/// A namespace with a service in it for each team, and one that is there already.
fn cluster(g: &mut G) {
    let kube_config = g.secret("kubeConfig").describe("How to reach the cluster.");
    let teams = g.param_of::<Vec<String>>("teams").describe("Names of the teams.");
    let shop = g.param_of::<bool>("shop").default(true).describe("Whether there is a shop.");
    let k8s = g
        .extension("kubernetes")
        .with("namespace", "default")
        .with("kubeConfig", &kube_config)
        .comment("The cluster that is there already.")
        .named("k8s");
    let web = k8s.existing("core/Service@v1", [("metadata.name", "web"), ("metadata.namespace", "all")]).add(g, "web");
    g.module("apps", DeploymentScope, |g| {
        let spaces = g.each("team", &teams, |g, team, _| {
            k8s.resource("core/Namespace@v1").property("metadata.name", team).describe("Of a team.").add(g, "spaces")
        });
        g.when(&shop, |g| {
            k8s.resource("core/Namespace@v1")
                .property("metadata.name", "shop")
                .property("metadata.labels.next", web.read("metadata.name"))
                .depends_on(&spaces)
                .add(g, "shopSpace")
        });
        g.output("first", spaces.at(0).read("metadata.name").cast::<String>()).describe("Name of the first space.");
    });
    g.output("service", web.read("metadata.name").cast::<String>()).describe("Name of the service.");
}

#[test]
fn a_cluster() {
    let mut g = G::new();
    cluster(&mut g);
    assert_files("extension-kubernetes", &g, Layout::Single);
}

#[test]
fn a_cluster_in_another_file() {
    let mut g = G::new();
    cluster(&mut g);
    assert_files("extension-kubernetes-modules", &g, Layout::Modules);
}

#[test]
fn a_cluster_that_is_deployed_before() {
    let mut g = G::new();
    let aks = raw_existing("Microsoft.ContainerService/managedClusters@2026-08-01", "aks").add(&mut g, "aks");
    let credentials = aks.expr().invoke("listClusterAdminCredential", []).member("kubeconfigs").index(0);
    let k8s = g
        .extension("kubernetes")
        .with("namespace", "default")
        .with("kubeConfig", credentials.member("value"))
        .named("k8s");
    g.module("apps", ResourceGroup::named("rg-apps"), |g| {
        k8s.resource("core/Namespace@v1").property("metadata.name", "shop").add(g, "shop")
    });
    assert_files("extension-kubernetes-deployed", &g, Layout::Single);
}

#[test]
fn a_file_beside_the_template() {
    let mut g = G::new();
    let token = g.secret("token").describe("What callers must know.");
    let red = g.extension(BESIDE).with("server", "red").with("token", &token).named("red");
    let one =
        red.resource("Contoso.Things/box@v1").property("uniqueName", "one").property("size", 3).add(&mut g, "one");
    g.module("labels", DeploymentScope, |g| {
        red.resource("Contoso.Things/label@v1")
            .property("text", "fragile")
            .property("box", one.read("place"))
            .add(g, "label")
    });
    g.output("place", one.read("place").cast::<String>()).describe("Where the box is.");
    assert_extended("extension-file", &g, Layout::Modules);
}

#[test]
fn one_that_goes_by_its_own_name() {
    let mut g = G::new();
    let contoso = g.extension(BESIDE).named("contoso");
    let found = contoso.existing("Contoso.Things/box@v1", [("uniqueName", "one")]).add(&mut g, "found");
    contoso
        .resource("Contoso.Things/label@v1")
        .property("text", "fragile")
        .property("box", found.read("uniqueName"))
        .only_if_not_exists()
        .add(&mut g, "label");
    assert_extended("extension-plain", &g, Layout::Single);
}

#[test]
fn one_whose_types_are_known() {
    let mut g = G::new();
    let token = g.secret("token").describe("What callers must know.");
    let key = g.secret("key").describe("What opens the box.");
    let rooms = g.param_of::<Vec<String>>("rooms").describe("The rooms.");
    let red = g.extension(BESIDE).typed(Contoso::new().server("red").token(&token)).named("red");
    let shelf = Shelf::existing(&red, "tall").found_by(Shelf::ROOM, rooms.at(0)).add(&mut g, "shelf");
    let one = ContosoThingBox::new(&red, "one")
        .size(shelf.height())
        .color(Color::Red)
        .lid(Lid::new(true).key(&key))
        .tags([("for", shelf.metadata().room())])
        .add(&mut g, "one");
    g.module("parcels", DeploymentScope, |g| {
        Wrapping::new(&red, WrappingPaper::new("paper", one.unique_name(), Color::Blue).note(3)).add(g, "paper");
        g.each("room", &rooms, |g, room, _| {
            let foil = Wrapping::new(&red, WrappingFoil::new("foil-" + room, one.place()).thickness(2)).add(g, "foil");
            Label::new(&red, "foil-" + room).r#box(foil.r#box()).add(g, "labels")
        });
    });
    g.output("since", one.lid().since()).describe("Since when it is closed.");
    assert_extended("extension-typed", &g, Layout::Modules);
}

/// A number and a text of few values keep their types on their way to other files.
#[test]
fn properties_cross_with_their_types() {
    let mut g = G::new();
    let red = g.extension(BESIDE).typed(Contoso::new().server("red")).named("red");
    let one = ContosoThingBox::new(&red, "one").size(2).color(Color::Red).tags([("for", "all")]).add(&mut g, "one");
    g.module("more", DeploymentScope, |g| {
        let two = ContosoThingBox::new(&red, "two").size(one.size()).color(one.color()).tags(one.tags());
        two.add(g, "two")
    });
    assert_extended("extension-crossing", &g, Layout::Modules);
}

#[test]
fn of_a_registry_by_its_reference_and_by_a_name_of_the_configuration() {
    let mut g = G::new();
    let red = g.extension(IN_REGISTRY).typed(Contoso::new().server("red")).named("red");
    let blue = g.extension("things").typed(Contoso::new().server("blue")).named("blue");
    let one = ContosoThingBox::new(&red, "one").add(&mut g, "one");
    g.module("labels", DeploymentScope, |g| Label::new(&blue, "fragile").r#box(one.place()).add(g, "label"));
    assert_extended_from(IN_REGISTRY, "extension-registry", &g, Layout::Modules);
}

#[test]
fn what_is_wrong_with_extensions() {
    let text = findings(|g| {
        let account = raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", "global")
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "account");
        g.extension("kubernetes").with("namespace", "default").named("unused");
        let place = account.read("properties.primaryLocation");
        let k8s = g.extension("kubernetes").with("namespace", place).with("kubeConfig", "").named("k8s");
        k8s.resource("core/Namespace@v1").property("metadata.name", "shop").add(g, "shop");
        g.module("apps", ResourceGroup::named("rg-apps"), |g| {
            k8s.resource("core/Namespace@v1").property("metadata.name", "apps").add(g, "apps")
        });
        g.output("group", resource_group().name()).describe("Name of the group.");
    });
    assert_snapshot("error-extensions", &text);
}

//! What other files export: printed once for each file that uses it, and used as if it were declared there.

mod common;

use common::{assert_files, assert_snapshot, findings};
use dsl::functions::{length, resource_group};
use dsl::{DeploymentScope, Graph, Layout, ResourceBody, ResourceGroup, Type, Value, raw};

const SHARED: &str = include_str!("files/shared.bicep");

dsl::object_type! {
    /// A zone of names, as the other file has it.
    pub struct Zone, ZoneView;
    required { name: String = "name", "Name of the zone."; }
}

type G = Graph<ResourceGroup>;

/// A zone in a module that uses what is imported, and outputs of the main file that do.
fn zones(g: &mut G) {
    let mut shared = g.import("shared/names.bicep").file(SHARED);
    shared.type_for::<Zone>();
    let size = shared.ty_as("size", "zoneSize");
    let stage = shared.var::<String>("stage");
    let again = shared.var::<String>("stage");
    let places = shared.var_as::<Vec<String>>("regions", "places");
    let host_name = shared.function::<(String, Zone), String>("hostName");
    let staged = shared.function_as::<(String, String), String>("staged", "nameInStage");
    assert_eq!(stage.node(), again.node());
    let zone = g.param_of::<Zone>("zone").describe("The zone.");
    let zone_size = g.param("sizeOfZone").ty(size).default("small").describe("How large it is.");
    let full = g
        .function("fullName", ["zone"], move |zone: Value<Zone>| host_name.call("www", zone))
        .describe("The usual name in a zone.");
    let inner = g.module("dns", DeploymentScope, |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", full.call(&zone))
            .property("location", "global")
            .property("tags.stage", &stage)
            .property("tags.size", &zone_size)
            .add(g, "privateZone")
    });
    g.output("zoneId", inner.id()).describe("Id of the zone.");
    g.output("count", length(&places)).describe("How many regions there are.");
    g.output("names", [staged.call("web", &stage), zone.view().name()]).describe("Names.");
}

#[test]
fn by_their_names() {
    let mut g = G::new();
    zones(&mut g);
    assert_files("imports", &g, Layout::Single);
}

#[test]
fn into_each_file_that_uses_them() {
    let mut g = G::new();
    zones(&mut g);
    assert_files("imports-modules", &g, Layout::Modules);
}

#[test]
fn all_behind_one_name() {
    let mut g = G::new();
    g.metadata("owner", "platform");
    let mut shared = g.import("shared.bicep").file(SHARED).all_as("shared");
    let stage = shared.var::<String>("stage");
    let staged = shared.function::<(String, String), String>("staged");
    let size = shared.ty("size");
    let mut others = g.import("shared.bicep").file(SHARED);
    let places = others.var_as::<Vec<String>>("regions", "aLongNameForAllTheRegionsThatMayBeUsed");
    let long = others.function_as::<(String, String), String>("staged", "aLongNameForTheFunctionThatNames");
    let sizes =
        g.param_of::<Vec<String>>("sizes").ty(Type::Array(size.into())).default(["small"]).describe("How large it is.");
    let zone = g.module("dns", DeploymentScope, |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", staged.call("contoso", &stage) + ".internal")
            .property("location", "global")
            .add(g, "privateZone")
    });
    g.output("zoneName", zone.name()).describe("Name of the zone.");
    g.output("sizes", &sizes).describe("How large it is.");
    g.output("place", long.call(places.at(0), &stage)).describe("A region.");
    assert_files("imports-all", &g, Layout::Modules);
}

#[test]
fn of_a_compiled_file() {
    let mut g = G::new();
    let mut odd = g.import("odd.json").file(include_str!("files/odd.json"));
    let cost_center = odd.var_as::<String>("cost-center", "costCenter");
    let stage = odd.var::<String>("stage");
    g.output("text", &cost_center + "-" + &stage).describe("Who pays, and where.");
    assert_files("imports-compiled", &g, Layout::Single);
}

#[test]
fn what_is_wrong_with_imports() {
    let text = findings(|g| {
        let mut shared = g.import("shared.bicep").file(SHARED);
        shared.var::<String>("stage");
        shared.function::<(String, String), String>("staged");
        shared.ty("size");
        let location = shared.var_as::<String>("stage", "location");
        shared.var_as::<String>("stage", "where");
        let upper = shared.ty_as("Zone", "resourceGroup");
        g.import("others.bicep").all_as("others");
        let location_param = g.param("location").default(&location).describe("Region.");
        g.param("zone").ty(upper).describe("A zone.");
        g.type_of::<i64>("Port").range(1..).describe("A port that nobody declares.");
        g.output("where", &location_param).describe("Region.");
        g.output("group", resource_group().name()).describe("Name of the group.");
    });
    assert_snapshot("error-imports", &text);
}

//! What keeps a deployment from starting, or from lasting: run-time values in names, limits of templates, old versions.

mod common;

use common::{STORAGE, assert_snapshot, ids, object, report, storage};
use compiler::Gate;
use dsl::{
    Check, DeploymentScope, Expr, Graph, Layout, RawResource, Resource, ResourceBody, ResourceGroup, Value, raw,
};

#[test]
fn a_name_is_known_when_the_deployment_starts() {
    let report = report(|g| {
        let first = storage("stfirst").add(g, "first");
        let place = g.var("place", first.read("properties.primaryLocation").cast::<String>()).describe("Known late.");
        let again = g.var("again", Value::text("again-") + &place).describe("Known late as well.");
        storage("stsecond").property("tags", object([("of", Expr::from(first.id()))])).add(g, "second");
        storage("stthird").property("sku.name", &*again).add(g, "third");
        raw(STORAGE, Value::text("st") + first.read("properties.statusOfPrimary").cast::<String>())
            .property("location", "global")
            .property("kind", "StorageV2")
            .property("sku", object([("name", "Standard_LRS".into())]))
            .property("properties.largeFileSharesState", first.read("properties.statusOfPrimary").cast::<String>())
            .add(g, "fourth");
    });
    assert_snapshot("error-run-time-values", &common::without_lines(&report));
}

/// A zone whose tag is known late, unless it comes as a param.
fn tagged(g: &mut Graph<ResourceGroup>, of: &Value<String>) {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
        .property("location", "global")
        .property("tags.of", of)
        .add(g, "tagged");
}

fn place(account: &Resource<RawResource>) -> Value<String> {
    account.read("properties.primaryLocation").cast::<String>()
}

/// What is made outside of a module, or in another one, is known there in every layout: that module is then always a file.
#[test]
fn a_module_knows_early_what_is_made_outside() {
    let builds: [fn(&mut Graph<ResourceGroup>); 3] = [
        |g| {
            let first = g.module("one", DeploymentScope, |g| storage("stfirst").add(g, "account"));
            g.module("other", DeploymentScope, |g| tagged(g, &place(&first)));
        },
        |g| {
            g.module("outer", DeploymentScope, |g| {
                let first = storage("stfirst").add(g, "account");
                g.module("inner", DeploymentScope, |g| tagged(g, &place(&first)));
            });
        },
        |g| {
            let first = storage("stfirst").add(g, "account");
            let place = g.var("place", place(&first)).describe("Known late.");
            g.module("other", DeploymentScope, |g| tagged(g, &place));
        },
    ];
    for (build, layout) in builds.iter().flat_map(|build| [(build, Layout::Single), (build, Layout::Modules)]) {
        let mut g = Graph::new();
        build(&mut g);
        let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
        if let Some(mut gate) = Gate::shared() {
            gate.assert_clean(&bundle.files().collect::<Vec<_>>());
        }
    }
}

#[test]
fn the_scope_of_a_module_is_known_when_the_deployment_starts() {
    let report = report(|g| {
        let first = storage("stfirst").add(g, "account");
        g.module("other", ResourceGroup::named(place(&first)), |g| storage("stsecond").add(g, "second"));
    });
    assert_snapshot("error-run-time-scope", &common::without_lines(&report));
}

#[test]
fn a_template_has_limits() {
    let of = |params: usize, bytes: usize| {
        ids(|g| {
            let vars = (0..params).map(|index| {
                let param = g.param(format!("p{index}")).default("").describe("A param.");
                g.var(format!("v{index}"), Value::text("x".repeat(bytes)) + &param).describe("A var.")
            });
            let vars: Vec<_> = vars.collect();
            g.output("all", vars).describe("All of them.");
        })
    };
    assert_eq!(of(256, 1), [""; 0]);
    assert_eq!(of(257, 1), ["template-limit"]);
    assert_eq!(of(34, 125_000), ["template-limit"]);
    assert_eq!(of(33, 125_000), [""; 0]);
}

/// What a layout cuts is no finding in it; what stays in the file that is deployed is one in every layout.
#[test]
fn a_layout_helps_where_it_can() {
    let helps = |layout: Layout, fill: fn(&mut Graph<ResourceGroup>)| {
        let mut g = Graph::new();
        fill(&mut g);
        let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
        bundle.warnings().findings().iter().map(|finding| finding.help_text().into_owned()).collect::<Vec<_>>()
    };
    let resources = |g: &mut Graph<ResourceGroup>| {
        zones(g, "a", 500);
        g.module("more", DeploymentScope, |g| zones(g, "b", 500));
    };
    let outputs = |g: &mut Graph<ResourceGroup>| {
        (0..65).for_each(|index| g.output(format!("o{index}"), "a").describe("An output."));
    };
    let cut = "cut it into files by `.layout(Layout::Sharded)`, or split the scenario in two";
    assert_eq!(helps(Layout::Single, resources), [cut]);
    for layout in [Layout::Modules, Layout::Sharded] {
        assert_eq!(helps(layout, resources), [""; 0], "{layout:?}");
        let join = "make several of them one object: `dsl::object_type!` gives it a type";
        assert_eq!(helps(layout, outputs), [join], "{layout:?}");
    }
}

fn zones(g: &mut Graph<ResourceGroup>, word: &str, count: usize) {
    for index in 0..count {
        let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", format!("{word}{index}.internal"));
        let _: Resource<RawResource> = zone.property("location", "global").add(g, format!("{word}{index}"));
    }
}

#[test]
fn versions_are_stable_and_not_much_older_than_the_newest() {
    let of = |version: &'static str| {
        ids(|g| {
            raw(format!("Microsoft.Search/searchServices@{version}"), "search")
                .property("location", "global")
                .allow(Check::UNKNOWN_TYPE, "some are not in the data")
                .add(g, "search");
        })
    };
    assert_eq!(of("2026-11-01"), ["needless-allowance"]);
    assert_eq!(of("2022-09-01"), ["outdated-version", "needless-allowance"]);
}

#[test]
fn names_are_the_same_however_they_are_put_together() {
    let of = |first: fn(&Value<String>) -> Value<String>, later: fn(&Value<String>) -> Value<String>| {
        ids(|g| {
            let prefix = g.param("prefix").default("dev").length(1..=4).describe("Prefix.");
            let prefix = g.var("prefixed", Value::text("st") + &prefix).describe("Prefix of names.");
            let prefix = Value::from(&prefix);
            let add = |g: &mut Graph<ResourceGroup>, name: Value<String>, symbol: &'static str| {
                raw(STORAGE, name)
                    .property("location", "global")
                    .property("kind", "StorageV2")
                    .property("sku", object([("name", "Standard_LRS".into())]))
                    .add(g, symbol);
            };
            add(g, first(&prefix), "one");
            add(g, later(&prefix), "other");
        })
    };
    let of_prefix = |prefix: &Value<String>| prefix.clone() + "main";
    assert_eq!(of(of_prefix, |_| Value::text("stdevmain")), ["duplicate-resource"]);
    assert_eq!(
        of(of_prefix, |prefix| Value::new(Expr::call("toLower", [Expr::from(prefix.clone() + "main")]))),
        ["duplicate-resource"]
    );
    assert_eq!(of(of_prefix, |prefix| prefix.clone() + "other"), [""; 0]);
}

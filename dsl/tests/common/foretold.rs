//! What the official compiler foretells of a graph: the resources and outputs of a deployment with given params.

#![allow(dead_code, reason = "each test program uses a part of it")]

use compiler::{Gate, Place, Snapshot};
use dsl::{Graph, Layout, Limits, ResourceGroup};

/// Nothing without a compiler. `params` are the lines of a parameter file.
#[track_caller]
pub(crate) fn foretold(g: &Graph<ResourceGroup>, layout: Layout, params: &str) -> Option<Snapshot> {
    let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
    let place = Place {
        subscription: "11111111-1111-1111-1111-111111111111".to_owned(),
        resource_group: Some("rg-contoso".to_owned()),
        location: "japaneast".to_owned(),
    };
    let params = format!("using 'main.bicep'\n\n{params}");
    let files: Vec<_> = bundle.files().chain([("main.bicepparam", &*params)]).collect();
    let mut gate = Gate::shared()?;
    let compiler = gate.compiler().unwrap_or_else(|error| panic!("{error}"));
    let foretold = compiler.foretell(&files, "main.bicepparam", &place);
    Some(foretold.unwrap_or_else(|error| panic!("{layout:?}: {error}")))
}

/// What is deployed has these names, and is the same in every layout.
#[track_caller]
pub(crate) fn assert_deployed(g: &Graph<ResourceGroup>, params: &str, expected: &[&str]) {
    let Some(single) = foretold(g, Layout::Single, params) else { return };
    let mut names: Vec<_> = single.resources.iter().filter_map(|it| it["name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, expected);
    assert_deployed_alike(g, params);
}

/// What is deployed is the same in every layout.
#[track_caller]
pub(crate) fn assert_deployed_alike(g: &Graph<ResourceGroup>, params: &str) {
    let Some(single) = foretold(g, Layout::Single, params) else { return };
    for layout in [Layout::Modules, Layout::ShardedWithin(Limits { resources: 6, ..Limits::ARM })] {
        let differences = foretold(g, layout, params).map(|it| single.differences(&it)).unwrap_or_default();
        assert!(differences.is_empty(), "{layout:?}:\n{}", differences.join("\n"));
    }
}

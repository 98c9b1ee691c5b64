//! Random graphs in every layout: the official compiler foretells the same resources and outputs of all of them.

mod graphs;

use compiler::{Gate, Place, Snapshot, Unforeseen};
use dsl::{Graph, Layout, ResourceGroup};

const PARAMETERS: &str = "using 'main.bicep'\n\nparam token = 'contoso'\n";

fn foretold(gate: &mut Gate, graph: &Graph<ResourceGroup>, layout: Layout) -> Result<Snapshot, Unforeseen> {
    let bundle = graph.to_bundle(layout).map_err(|report| report.to_string())?;
    let place = Place {
        subscription: "11111111-1111-1111-1111-111111111111".to_owned(),
        resource_group: Some("rg-contoso".to_owned()),
        location: "japaneast".to_owned(),
    };
    let files: Vec<_> = bundle.files().chain([("main.bicepparam", PARAMETERS)]).collect();
    gate.compiler()?.foretell(&files, "main.bicepparam", &place)
}

#[test]
fn random_graphs_deploy_the_same_in_every_layout() {
    let Some(mut gate) = Gate::shared() else { return };
    for seed in 0..200 {
        let graph = graphs::random(seed, 14);
        let mut of = |layout| {
            foretold(&mut gate, &graph, layout).unwrap_or_else(|error| panic!("seed {seed}, {layout:?}: {error}"))
        };
        let single = of(Layout::Single);
        for layout in [Layout::Modules, graphs::SHARDED] {
            let differences = single.differences(&of(layout));
            assert!(differences.is_empty(), "seed {seed}, {layout:?}:\n{}", differences.join("\n"));
        }
    }
}

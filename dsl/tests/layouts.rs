//! Random graphs in every layout: the official compiler has nothing to say about any file.

mod graphs;

use compiler::Gate;
use dsl::Layout;

const LAYOUTS: [Layout; 3] = [Layout::Single, Layout::Modules, graphs::SHARDED];

/// The files of graphs in all layouts, each in a folder of its own.
fn files(seeds: impl Iterator<Item = u64>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for seed in seeds {
        let graph = graphs::random(seed, 14);
        for (number, layout) in LAYOUTS.into_iter().enumerate() {
            match graph.to_bundle(layout) {
                Ok(bundle) => files
                    .extend(bundle.files().map(|(path, text)| (format!("{seed}-{number}/{path}"), text.to_owned()))),
                // Groups of a random graph may need each other, which only that layout minds.
                Err(report) => assert!(is_cycle(&report, layout), "seed {seed}, {layout:?}: {report}"),
            }
        }
    }
    files
}

fn is_cycle(report: &dsl::Report, layout: Layout) -> bool {
    layout == Layout::Modules && report.findings().iter().all(|finding| finding.id() == "module-cycle")
}

fn assert_accepted(seeds: impl Iterator<Item = u64>) {
    let files = files(seeds);
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&files);
    }
}

#[test]
fn random_graphs_render_in_every_layout() {
    assert_accepted(0..40);
}

#[test]
#[ignore = "1,000 graphs in three layouts take some minutes; see the first lines of this program"]
fn a_thousand_random_graphs_render_in_every_layout() {
    (0..1000).step_by(50).for_each(|first| assert_accepted(first..first + 50));
}

#[test]
fn shards_stay_inside_their_limits() {
    for seed in 0..200 {
        let bundle = graphs::random(seed, 40).to_bundle(graphs::SHARDED);
        let bundle = bundle.unwrap_or_else(|report| panic!("seed {seed}: {report}"));
        let over: Vec<_> = bundle.files().filter(|(_, text)| resources(text) > 12).map(|(path, _)| path).collect();
        assert!(over.is_empty(), "seed {seed}: {over:?}");
    }
}

/// Resources and calls of modules in a file.
fn resources(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("resource ") || line.starts_with("module ")).count()
}

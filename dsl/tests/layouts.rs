//! Random graphs in every layout, in files that the official compiler has nothing to say about.
//!
//! `cargo test` renders 1,000 graphs with our own checks; the official formatter parses all of their files and leaves them as
//! they are, and the compiler takes those of every tenth graph. The long run compiles 1,000 others:
//! `cargo test --release -p dsl --test layouts -- --ignored`.

mod graphs;

use compiler::{Folder, Gate};
use dsl::Layout;

const LAYOUTS: [Layout; 3] = [Layout::Single, Layout::Modules, graphs::SHARDED];
const SIZE: usize = 14;

/// The files of a graph in all layouts, each layout in a folder of its own.
fn files(seed: u64) -> Vec<(String, String)> {
    let graph = graphs::random(seed, SIZE);
    let mut files = Vec::new();
    for (number, layout) in LAYOUTS.into_iter().enumerate() {
        let bundle = graph.to_bundle(layout).unwrap_or_else(|report| panic!("seed {seed}, {layout:?}: {report}"));
        assert!(bundle.warnings().is_empty(), "seed {seed}: {}", bundle.warnings());
        files.extend(bundle.files().map(|(path, text)| (format!("{seed}-{number}/{path}"), text.to_owned())));
    }
    files
}

/// Fails if the formatter, which parses a file, would change a byte.
fn assert_formatted(gate: &mut Gate, files: &[(String, String)]) -> Result<(), String> {
    let folder = Folder::write(files)?;
    for (path, text) in files {
        let compiler = gate.compiler().map_err(|error| error.to_string())?;
        let formatted = compiler.format(&folder.file(path)).map_err(|error| error.to_string())?;
        assert_eq!(formatted, *text, "{path}");
    }
    Ok(())
}

#[test]
fn a_thousand_random_graphs_render_in_every_layout() {
    let mut gate = Gate::shared();
    for seed in 0..1_000 {
        let files = files(seed);
        let Some(gate) = &mut gate else { continue };
        match seed % 10 {
            0 => gate.assert_clean(&files),
            _ => assert_formatted(gate, &files).unwrap(),
        }
    }
}

#[test]
#[ignore = "the compiler takes some minutes for 1,000 graphs in three layouts; see the first lines of this program"]
fn a_thousand_random_graphs_are_accepted_in_every_layout() {
    let Some(mut gate) = Gate::shared() else { return };
    (1_000..2_000).for_each(|seed| gate.assert_clean(&files(seed)));
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

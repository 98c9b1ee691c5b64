//! How long it takes to cut a large graph into shards, and how much memory, beside rendering it as one file.
//!
//! A unit is what the example deploys: ten resources. First the files are counted, then divan measures. Run it by
//! `cargo bench -p azure --bench layouts`.

use azure::prelude::*;
use divan::{AllocProfiler, Bencher, black_box};

use self::unit::graph;

mod unit;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const UNITS: [usize; 4] = [10, 100, 1_000, 10_000];

#[allow(clippy::print_stdout, reason = "it is a table for people")]
fn main() {
    println!("resources  files  most params  most outputs  most resources  largest file");
    for units in UNITS {
        let graph = graph(units);
        let bundle = graph.to_bundle(Layout::Sharded).unwrap_or_else(|report| panic!("{report}"));
        let files: Vec<_> = bundle.files().map(|(_, text)| text).collect();
        let most = |words: &[&str]| files.iter().map(|text| count(text, words)).max().unwrap_or_default();
        let largest = files.iter().map(|text| text.len()).max().unwrap_or_default();
        let (params, outputs, resources) = (most(&["param "]), most(&["output "]), most(&["resource ", "module "]));
        println!("{:>9}  {:>5}  {params:>11}  {outputs:>12}  {resources:>14}  {largest:>12}", units * 10, files.len());
    }
    divan::main();
}

/// How many statements begin with one of these words.
fn count(text: &str, words: &[&str]) -> usize {
    text.lines().filter(|line| words.iter().any(|word| line.trim_start().starts_with(word))).count()
}

/// Checks and text in as many files as it takes.
#[divan::bench(args = UNITS, sample_count = 3)]
fn sharded(bencher: Bencher<'_, '_>, units: usize) {
    let graph = graph(units);
    bencher.bench_local(|| black_box(&graph).to_bundle(Layout::Sharded));
}

/// Checks and text in one file.
#[divan::bench(args = UNITS, sample_count = 3)]
fn single(bencher: Bencher<'_, '_>, units: usize) {
    let graph = graph(units);
    bencher.bench_local(|| black_box(&graph).to_bundle(Layout::Single));
}

//! How long it takes from Rust to Bicep, and how much memory, beside the floor of writing the same text line by line.
//!
//! A unit is what the example deploys: ten resources, about 4 kB of Bicep, here with symbols and names of its own. The
//! time of `render` covers building the graph, all checks and the text. Run it by `cargo bench -p azure`.

use std::io::{BufWriter, Write};

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};

use self::unit::graph;

mod unit;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const UNITS: [usize; 5] = [1, 10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// Graph, checks and text.
#[divan::bench(args = UNITS)]
fn render(bencher: Bencher<'_, '_>, units: usize) {
    let bytes = text(units).len();
    // The graph is returned, so that taking it down again is not measured: a command ends with its process.
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let graph = graph(black_box(units));
        let text = graph.to_bicep();
        (graph, text)
    });
}

/// The graph alone.
#[divan::bench(args = UNITS)]
fn build(bencher: Bencher<'_, '_>, units: usize) {
    bencher.bench_local(|| graph(black_box(units)));
}

/// The checks alone.
#[divan::bench(args = UNITS)]
fn check(bencher: Bencher<'_, '_>, units: usize) {
    let graph = graph(units);
    bencher.bench_local(|| black_box(&graph).check());
}

/// The same text in memory, one `writeln!` a line.
#[divan::bench(args = UNITS)]
fn floor(bencher: Bencher<'_, '_>, units: usize) {
    let text = text(units);
    let lines: Vec<&str> = text.lines().collect();
    bencher.counter(BytesCount::of_str(&text)).bench(|| write_lines(Vec::new(), black_box(&lines)));
}

/// The same text into a file, one `writeln!` a line.
#[divan::bench(args = UNITS)]
fn floor_with_file(bencher: Bencher<'_, '_>, units: usize) {
    let text = text(units);
    let lines: Vec<&str> = text.lines().collect();
    let file = || BufWriter::new(tempfile::tempfile().unwrap_or_else(|error| panic!("{error}")));
    bencher.counter(BytesCount::of_str(&text)).with_inputs(file).bench_values(|file| write_lines(file, &lines));
}

/// `render`, with the text written to a file.
#[divan::bench(args = UNITS)]
fn render_with_file(bencher: Bencher<'_, '_>, units: usize) {
    let file = || tempfile::tempfile().unwrap_or_else(|error| panic!("{error}"));
    let bytes = BytesCount::new(text(units).len());
    bencher.counter(bytes).with_inputs(file).bench_values(|mut file| file.write_all(text(black_box(units)).as_bytes()));
}

fn write_lines<W: Write>(mut out: W, lines: &[&str]) -> std::io::Result<W> {
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(out)
}

fn text(units: usize) -> String {
    graph(units).to_bicep().unwrap_or_else(|report| panic!("{report}"))
}

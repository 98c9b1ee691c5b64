//! Comparing texts with the folder `snapshots/` at the root, after the official compiler has accepted them.

#![allow(dead_code, reason = "each test program uses a part of it")]

use compiler::Gate;
use dsl::{Finding, Graph, Layout, Report, ResourceGroup, Scope};

/// Compares a text with the snapshot of that name in the folder `snapshots/` at the root.
#[track_caller]
pub(crate) fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Compares the rendering of a graph with a snapshot, after the official compiler has found nothing to say about it.
#[track_caller]
pub(crate) fn assert_rendered<S: Scope>(name: &str, g: &Graph<S>) {
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&[("main.bicep", &text)]);
    }
    assert_snapshot(name, &text);
}

/// All that the checks find about a graph.
pub(crate) fn report(build: impl FnOnce(&mut Graph<ResourceGroup>)) -> Report {
    let mut g = Graph::new();
    build(&mut g);
    g.report()
}

/// The checks that find something.
pub(crate) fn ids(build: impl FnOnce(&mut Graph<ResourceGroup>)) -> Vec<&'static str> {
    report(build).findings().iter().map(Finding::id).collect()
}

/// All that is found, compared with a snapshot; the lines of Rust are left out.
#[track_caller]
pub(crate) fn assert_found(name: &str, build: impl FnOnce(&mut Graph<ResourceGroup>)) {
    assert_snapshot(name, &without_lines(&report(build)));
}

/// The findings about a graph; the lines of Rust are left out, so that the snapshot survives edits above them.
#[track_caller]
pub(crate) fn findings(build: impl FnOnce(&mut Graph<ResourceGroup>)) -> String {
    let mut g = Graph::new();
    build(&mut g);
    let report = g.check().expect_err("the graph should have problems");
    without_lines(&report)
}

/// `errors.rs:12:34` becomes `errors.rs:…`.
pub(crate) fn without_lines(report: &Report) -> String {
    let text = report.to_string();
    let mut parts = text.split(".rs:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + ".rs:…" + part.trim_start_matches(|char: char| char.is_ascii_digit() || char == ':')
    })
}

/// Compares all files of a graph with a snapshot, after the official compiler has found nothing to say about them.
#[track_caller]
pub(crate) fn assert_files<S: Scope>(name: &str, g: &Graph<S>, layout: Layout) {
    let bundle = g.to_bundle(layout).unwrap_or_else(|report| panic!("{report}"));
    let files: Vec<_> = bundle.files().collect();
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&files);
    }
    let texts: Vec<_> = files.iter().map(|(path, text)| format!("---- {path}\n{text}\n")).collect();
    assert_snapshot(name, &texts.concat());
}

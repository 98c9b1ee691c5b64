//! What lies at the root, and what every package has. It must not know what a package is for.

use std::collections::BTreeSet;

use crate::tree::Tree;
use crate::{breaks, hold};

/// What may lie at the root, besides the licences: four folders, and the small files that every repository has.
const ROOT: [&str; 17] = [
    ".cargo",
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    "Cargo.lock",
    "Cargo.toml",
    "Makefile",
    "README.md",
    "_typos.toml",
    "clippy.toml",
    "deny.toml",
    "dsl",
    "generated",
    "rustfmt.toml",
    "scenarios",
    "snapshots",
];

#[test]
fn the_root_stays_small() {
    hold(strangers, "move it into `dsl/` or `scenarios/`, remove it, or have git ignore it");
}

#[test]
fn every_package_has_the_lints_of_the_workspace() {
    hold(without_lints, "add `[lints]` with the line `workspace = true` to the manifest");
}

fn strangers(tree: &Tree) -> Vec<String> {
    let entries: BTreeSet<_> = tree.files().filter_map(|(path, _)| path.split('/').next()).collect();
    let is_known = |entry: &str| ROOT.contains(&entry) || entry.starts_with("LICENSE-");
    entries.into_iter().filter(|entry| !is_known(entry)).map(str::to_owned).collect()
}

fn without_lints(tree: &Tree) -> Vec<String> {
    let manifests = tree.files().filter(|(path, text)| path.ends_with("Cargo.toml") && text.contains("[package]"));
    let lacking = manifests.filter(|(_, text)| !text.contains("[lints]\nworkspace = true\n"));
    lacking.map(|(path, _)| path.to_owned()).collect()
}

#[test]
fn a_stranger_at_the_root_is_seen() {
    let files = [("LICENSE-MIT", ""), ("dsl/src/lib.rs", ""), ("notes.md", ""), ("src/a.rs", ""), ("src/b.rs", "")];
    breaks(strangers, &files, &["notes.md", "src"]);
}

#[test]
fn a_package_without_the_lints_is_seen() {
    let (package, lints) = ("[package]\nversion.workspace = true\n", "[lints]\nworkspace = true\n");
    let files =
        [("Cargo.toml", "[workspace]\n"), ("a/Cargo.toml", package), ("b/Cargo.toml", &[package, lints].concat())];
    breaks(without_lints, &files, &["a/Cargo.toml"]);
}

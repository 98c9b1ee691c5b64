//! Files that nothing uses any longer. It must not know what is in them.

use crate::tree::Tree;
use crate::{breaks, hold};

#[test]
fn every_snapshot_has_a_test() {
    let help =
        "no test names it (`\"STEM\"` in a file of Rust below `tests/`): delete the file, or give it its test back";
    hold(orphans, help);
}

#[test]
fn no_snapshot_waits_for_review() {
    hold(
        pending,
        "compare it with the snapshot beside it; accept with `INSTA_UPDATE=always cargo test`, then delete it",
    );
}

#[test]
fn every_template_is_used() {
    hold(
        unused_templates,
        "no `path = \"…\"` in `src/` beside `templates/` and no other template names it: delete the file",
    );
}

fn orphans(tree: &Tree) -> Vec<String> {
    let is_named = |stem: &str| {
        let literal = format!("\"{stem}\"");
        tree.tests().any(|(_, text)| text.contains(&literal))
    };
    let snapshots = tree.files().filter_map(|(path, _)| Some((path, name(path).strip_suffix(".snap")?)));
    snapshots.filter(|(_, stem)| !is_named(stem)).map(|(path, _)| path.to_owned()).collect()
}

fn pending(tree: &Tree) -> Vec<String> {
    let is_pending = |path: &str| path.ends_with(".snap.new") || path.ends_with(".pending-snap");
    tree.files().filter(|(path, _)| is_pending(path)).map(|(path, _)| path.to_owned()).collect()
}

fn unused_templates(tree: &Tree) -> Vec<String> {
    let below = |folder: String| tree.files().filter(move |(path, _)| path.starts_with(&folder));
    let is_used = |package: &str, name: &str| {
        below(format!("{package}/src/")).any(|(_, text)| text.contains(&format!("path = \"{name}\"")))
            || below(format!("{package}/templates/")).any(|(_, text)| text.contains(&format!("\"{name}\"")))
    };
    let templates = tree.files().filter_map(|(path, _)| Some((path, path.split_once("/templates/")?)));
    let unused = templates.filter(|(_, (package, name))| !is_used(package, name));
    unused.map(|(path, _)| path.to_owned()).collect()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[test]
fn an_orphan_is_seen() {
    let test = "//! A.\ncheck(\"used\");\n";
    let files = [("a/tests/a.rs", test), ("snapshots/used.snap", ""), ("snapshots/use.snap", ""), ("use.snapshot", "")];
    breaks(orphans, &files, &["snapshots/use.snap"]);
    breaks(orphans, &[("a/src/a.rs", test), files[1]], &["snapshots/used.snap"]);
}

#[test]
fn a_pending_snapshot_is_seen() {
    let files = [("a/tests/.a.rs.pending-snap", ""), ("snapshots/a.snap", ""), ("snapshots/a.snap.new", "")];
    breaks(pending, &files, &["a/tests/.a.rs.pending-snap", "snapshots/a.snap.new"]);
}

#[test]
fn an_unused_template_is_seen() {
    let source = "#[template(path = \"used.bicep\")]";
    let user = "{% include \"included.bicep\" %}";
    let files = [("used.bicep", user), ("included.bicep", ""), ("unused.bicep", "")]
        .map(|(a, b)| (format!("dsl/templates/{a}"), b));
    let files = files.iter().map(|(path, text)| (path.as_str(), *text)).chain([("dsl/src/render.rs", source)]);
    let elsewhere = [("a/templates/used.bicep", ""), ("a/src/b.rs", "")]; // its own package has to name it
    let unused = ["a/templates/used.bicep", "dsl/templates/unused.bicep"];
    breaks(unused_templates, &files.chain(elsewhere).collect::<Vec<_>>(), &unused);
}

//! The files of a new scenario's package. It must not know which lists it has to be in.

use askama::Template;

use super::edits::Edits;

#[derive(Template)]
#[template(path = "scenario-manifest.toml", escape = "none")]
struct Manifest<'a> {
    name: &'a str,
    inherited: &'a [&'static str],
    has_lints: bool,
}

#[derive(Template)]
#[template(path = "scenario.rs", escape = "none")]
struct Source<'a> {
    name: &'a str,
}

/// Adds the files; `inherited` are the keys that the manifest takes from that of the workspace.
pub(super) fn add(edits: &mut Edits, name: &str, inherited: &[&'static str], has_lints: bool) -> anyhow::Result<()> {
    let manifest = Manifest { name, inherited, has_lints };
    edits.create(format!("scenarios/{name}/Cargo.toml"), manifest.render()? + "\n");
    edits.create(format!("scenarios/{name}/src/lib.rs"), Source { name }.render()? + "\n");
    Ok(())
}

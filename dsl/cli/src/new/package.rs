//! The files of a new scenario's package. It must not know which lists it has to be in.

use std::path::Path;

use anyhow::bail;
use askama::Template;

use super::edits::Edits;
use super::manifest::Workspace;

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

/// Adds the files; what is in their place already is refused.
pub(super) fn add(edits: &mut Edits, root: &Path, name: &str, workspace: &Workspace) -> anyhow::Result<()> {
    let folder = format!("scenarios/{name}");
    if root.join(&folder).exists() {
        bail!("there is a folder `{folder}` already: choose another name, or move it out of the way");
    }
    let manifest = Manifest { name, inherited: &workspace.inherited(), has_lints: workspace.has_lints() };
    edits.create(format!("{folder}/Cargo.toml"), manifest.render()? + "\n");
    edits.create(format!("{folder}/src/lib.rs"), Source { name }.render()? + "\n");
    Ok(())
}

//! A version of the files of a scenario: of the graph as it is, of a git revision, or of a place on disk. It must not know
//! what is compared.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use crate::{plan, root};

/// What a scenario was or is.
pub(crate) enum Version {
    /// Its files, each a path and a text.
    Files(Vec<(String, String)>),
    /// The resources that the compiler has foretold earlier.
    Snapshot(Vec<Value>),
}

/// The version that somebody names: a file, a folder, or else a git revision.
pub(crate) fn named(name: &str, scenario: &str) -> anyhow::Result<Version> {
    let path = Path::new(name);
    if path.is_dir() {
        return of_folder(path);
    }
    match path.extension().and_then(|it| it.to_str()).filter(|_| path.is_file()) {
        Some("json") => of_snapshot(path),
        // The modules of a template lie beside it.
        Some("bicep" | "bicepparam") => {
            of_folder(path.parent().filter(|it| *it != Path::new("")).unwrap_or(Path::new(".")))
        }
        Some(_) => bail!("`{name}` is no .bicep, .bicepparam or .json file"),
        None => of_revision(name, scenario),
    }
}

fn of_snapshot(path: &Path) -> anyhow::Result<Version> {
    let read = || -> anyhow::Result<Value> { Ok(serde_json::from_str(&fs::read_to_string(path)?)?) };
    let mut snapshot = read().with_context(|| format!("cannot read `{}`", path.display()))?;
    match snapshot["predictedResources"].take() {
        Value::Array(resources) => Ok(Version::Snapshot(resources)),
        _ => bail!("`{}` has no `predictedResources`: write it by `bicep snapshot`", path.display()),
    }
}

fn of_folder(folder: &Path) -> anyhow::Result<Version> {
    let mut files = Vec::new();
    for path in plan::files_below(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if is_bicep(&name) {
            files.push((name, fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?));
        }
    }
    ensure!(!files.is_empty(), "`{}` holds no Bicep", folder.display());
    Ok(Version::Files(files))
}

/// What `generate` had written when a revision was committed; no files where there was no such scenario yet.
fn of_revision(revision: &str, scenario: &str) -> anyhow::Result<Version> {
    ensure!(!revision.starts_with('-'), "`{revision}` is no git revision");
    let folder = format!("generated/{scenario}/");
    let commit = git(&["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])
        .with_context(|| format!("`{revision}` is neither a file nor a git revision"))?;
    let paths = git(&["ls-tree", "-r", "--name-only", "-z", commit.trim(), &folder])?;
    let mut files = Vec::new();
    for path in paths.split('\0').filter(|path| is_bicep(path)) {
        let text = git(&["show", &format!("{}:./{path}", commit.trim())])?;
        files.push((path.trim_start_matches(folder.as_str()).to_owned(), text));
    }
    Ok(Version::Files(files))
}

fn is_bicep(path: &str) -> bool {
    [".bicep", ".bicepparam"].iter().any(|end| path.ends_with(end))
}

/// What git says in the folder that holds `generated`.
fn git(arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new("git").current_dir(root::folder()).args(arguments).output().context("cannot run git")?;
    if !output.status.success() {
        bail!("git {} failed: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

//! `--workspace`: the files of a repository that is somebody's own and depends on this one. It must not know what stands in
//! a scenario.

use std::env;
use std::path::{Component, Path, PathBuf, absolute};

use anyhow::{Context, bail};
use askama::Template;
use toml_edit::{InlineTable, Value};

use super::edits::Edits;
use super::package;

/// What the repository takes from this one, with the folder of each.
const PACKAGES: [(&str, &str); 4] =
    [("azure", "dsl/azure"), ("cli", "dsl/cli"), ("compiler", "dsl/compiler"), ("dsl", "dsl")];

/// What its packages take from its manifest.
const INHERITED: [&str; 4] = ["version", "edition", "rust-version", "publish"];

const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

const ATTRIBUTES: &str =
    "* text=auto eol=lf\ngenerated/** linguist-generated=true\nCargo.lock linguist-generated=true\n";

#[derive(Template)]
#[template(path = "workspace-manifest.toml", escape = "none")]
struct Manifest<'a> {
    name: &'a str,
    rust_version: &'static str,
    dependencies: &'a [(&'a str, Value)],
}

#[derive(Template)]
#[template(path = "workspace-scenarios.toml", escape = "none")]
struct Scenarios<'a> {
    dependencies: &'a [&'a str],
}

#[derive(Template)]
#[template(path = "workspace-list.rs", escape = "none")]
struct List<'a> {
    krate: &'a str,
}

#[derive(Template)]
#[template(path = "workspace-tests.rs", escape = "none")]
struct Tests;

#[derive(Template)]
#[template(path = "workspace-readme.md", escape = "none")]
struct Readme<'a> {
    name: &'a str,
    rust_version: &'static str,
}

/// The files of a repository with one scenario; `git` is where this one is fetched from, if it is not used where it lies.
pub(super) fn files(folder: &Path, name: &str, git: Option<&str>) -> anyhow::Result<Edits> {
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(
            "the folder `{}` is not empty: choose another one, or run `new NAME` in it if scenarios are there",
            folder.display()
        );
    }
    if PACKAGES.iter().any(|(package, _)| *package == name) {
        bail!("the scenarios depend on a package `{name}`: choose another name");
    }
    let mut edits = Edits::default();
    edits.create("Cargo.toml".to_owned(), manifest(folder, name, git)?);
    // With the versions that this repository is tested with.
    if let Ok(lock) = Edits::read(&sources(), "Cargo.lock") {
        edits.create("Cargo.lock".to_owned(), lock);
    }
    add_list(&mut edits, name)?;
    package::add(&mut edits, name, &INHERITED, true)?;
    let texts = [
        ("README.md", Readme { name, rust_version: RUST }.render()? + "\n"),
        (".gitignore", "/target\n".to_owned()),
        (".gitattributes", ATTRIBUTES.to_owned()),
        ("rustfmt.toml", include_str!("../../../../rustfmt.toml").to_owned()),
    ];
    for (path, text) in texts {
        edits.create(path.to_owned(), text);
    }
    Ok(edits)
}

fn manifest(folder: &Path, name: &str, git: Option<&str>) -> anyhow::Result<String> {
    let mut dependencies = Vec::from([(name, inline("path", &format!("scenarios/{name}")))]);
    let place = if git.is_none() { way(folder)? } else { PathBuf::new() };
    for (package, below) in PACKAGES {
        let path = || place.join(below).to_string_lossy().replace('\\', "/");
        dependencies.push((package, git.map_or_else(|| inline("path", &path()), |url| inline("git", url))));
    }
    dependencies.sort_by_key(|(package, _)| *package);
    let manifest = Manifest { name, rust_version: RUST, dependencies: &dependencies };
    Ok(manifest.render()? + "\n")
}

fn inline(key: &str, text: &str) -> Value {
    InlineTable::from_iter([(key, text)]).into()
}

/// The package with the list and the program.
fn add_list(edits: &mut Edits, name: &str) -> anyhow::Result<()> {
    let mut dependencies = ["azure", "cli", "dsl", name];
    dependencies.sort_unstable();
    let texts = [
        ("Cargo.toml", Scenarios { dependencies: &dependencies }.render()? + "\n"),
        ("src/lib.rs", List { krate: &name.replace('-', "_") }.render()? + "\n"),
        ("src/main.rs", include_str!("../../../../scenarios/src/main.rs").to_owned()),
        ("tests/generated.rs", Tests.render()? + "\n"),
    ];
    for (path, text) in texts {
        edits.create(format!("scenarios/{path}"), text);
    }
    Ok(())
}

/// Where this program was made.
fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// From a folder, which need not be there yet, to the sources of this program.
fn way(folder: &Path) -> anyhow::Result<PathBuf> {
    let sources = sources();
    // Cargo marks what it has fetched itself by this file, and may remove it at any time.
    if !sources.join("dsl/azure/Cargo.toml").is_file() || sources.join(".cargo-ok").exists() {
        bail!("the repository that this program was made from is not on this machine: say where it is, `--git URL`");
    }
    let folder = absolute(folder).and_then(|folder| {
        let there = folder.ancestors().find(|it| it.exists()).unwrap_or(Path::new("/"));
        Ok(there.canonicalize()?.join(folder.strip_prefix(there).unwrap_or(Path::new(""))))
    });
    Ok(relative(&folder.context("cannot tell where the folder is")?, &sources.canonicalize()?))
}

/// The path of a folder as seen from another one; as it is where they are on different drives.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let (from, to) = (from.components().collect::<Vec<_>>(), to.components().collect::<Vec<_>>());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = if shared == 0 { 0 } else { from.len() - shared };
    std::iter::repeat_n(Component::ParentDir, up).chain(to[shared..].iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_up_and_down() {
        let cases =
            [("/a/b", "/a/c/d", "../c/d"), ("/a", "/a/b", "b"), ("/a/b", "/a", ".."), ("/a/b", "/c", "../../c")];
        for (from, to, way) in cases {
            assert_eq!(relative(Path::new(from), Path::new(to)), Path::new(way), "{from} {to}");
        }
    }
}

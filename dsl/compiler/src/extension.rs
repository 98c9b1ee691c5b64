//! Extensions of Bicep, packed by the compiler from the facts about their types; it must not know any extension.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Folder;
use crate::folder::CACHE;

/// What a file is called that has the extension which is looked at.
const PACKED: &str = "packed.tgz";

/// An extension to be: which types it has, as the two files that `bicep publish-extension` takes.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'e> {
    /// Where the packed file goes, relative to the texts that use it; or a reference such as
    /// `br:contoso.azurecr.io/extensions/contoso:1.0.0`, by which the compiler then has it without a network.
    pub path: &'e str,
    /// The text of `index.json`.
    pub index: &'e str,
    /// The text of `types.json`.
    pub types: &'e str,
}

impl Extension<'_> {
    /// Packs it into a folder.
    pub(crate) fn publish(&self, program: &Path, into: &Folder) -> Result<(), String> {
        let use_it = format!("extension '{PACKED}'\n");
        let facts = [("index.json", self.index), ("types.json", self.types), ("main.bicep", &use_it), ("README", "{}")];
        let facts = Folder::write(&facts)?;
        let packed = facts.file(PACKED);
        run(program, &["publish-extension", "--target"], &[&packed, &facts.file("index.json")])?;
        let Some(reference) = self.path.strip_prefix("br:") else { return copy(&packed, &into.file(self.path)) };
        // Only what it keeps of an extension that it uses, is what it would keep of one of a registry.
        run(program, &["restore"], &[&facts.file("main.bicep")])?;
        let folder = into.file(CACHE).join(in_cache(reference)?);
        copy(&kept(&facts)?, &folder.join("types.tgz"))?;
        // It looks whether these are there, and not into them.
        ["manifest", "metadata"].iter().try_for_each(|name| copy(&facts.file("README"), &folder.join(name)))
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let copied = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(from, to));
    copied.map(|_| ()).map_err(|error| format!("`{}` could not be written: {error}", to.display()))
}

fn run(program: &Path, words: &[&str], paths: &[&Path]) -> Result<(), String> {
    let output = Command::new(program).args(words).args(paths).output();
    let output = output.map_err(|error| format!("the compiler could not be started: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("the compiler does not `{}`: {}", words[0], String::from_utf8_lossy(&output.stderr)))
}

/// What the compiler keeps of the one extension that a folder uses.
fn kept(folder: &Folder) -> Result<PathBuf, String> {
    let local = folder.file(CACHE).join("local");
    let found = fs::read_dir(&local).ok().and_then(|mut entries| entries.next()?.ok());
    found.map(|entry| entry.path().join("types.tgz")).ok_or(format!("nothing is kept in `{}`", local.display()))
}

/// The folder in which the compiler looks for an extension of a registry.
fn in_cache(reference: &str) -> Result<PathBuf, String> {
    let parts = reference.rsplit_once(':').and_then(|(path, tag)| Some((path.split_once('/')?, tag)));
    let ((registry, path), tag) = parts.ok_or(format!("`{reference}` is no reference of the form `HOST/PATH:TAG`"))?;
    let path = path.replace('/', "$");
    Ok(Path::new("br").join(registry).join(path).join(format!("{tag}$")))
}

//! Writes and removes files below a folder, and the folders that this needs. It must not know what the files are for.

use std::fs;
use std::path::Path;

use anyhow::Context;
use terminal::file;

/// Puts a text in the place of whatever the file holds; missing folders are made.
pub(crate) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot write `{}`", path.display()))?;
    file::replace(path, text.as_bytes())
}

/// Removes a file, and the folders below `root` that are empty without it.
pub(crate) fn remove(path: &Path, root: &Path) -> anyhow::Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove `{}`", path.display()))?;
    let folders = path.ancestors().skip(1).take_while(|folder| *folder != root);
    // The first folder that is not empty refuses to go and thereby keeps those above it.
    folders.map(fs::remove_dir).take_while(Result::is_ok).for_each(drop);
    Ok(())
}

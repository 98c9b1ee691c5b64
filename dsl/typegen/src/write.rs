//! Puts bytes into a file so that an interruption leaves the old file or the new one. It must not know what they are.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use tempfile::Builder;

/// Replaces what the file holds.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // In the same folder, for only within a file system is renaming one step; it is removed again when anything fails.
    let mut file = as_readable_as_usual(Builder::new().prefix(".unfinished-")).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Temporary files are private as a rule, but this one becomes an ordinary file: the user's mask decides.
#[cfg(unix)]
fn as_readable_as_usual<'a, 'b>(builder: &'a mut Builder<'b, 'b>) -> &'a mut Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn as_readable_as_usual<'a, 'b>(builder: &'a mut Builder<'b, 'b>) -> &'a mut Builder<'b, 'b> {
    builder
}

//! Replaces files so that an interruption leaves the old file or the new one. It must not know what the files are for.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use tempfile::Builder;

/// How the name of a file begins that holds a text until it is complete.
const UNFINISHED: &str = ".unfinished-";

/// Puts bytes in the place of whatever the file holds. Its folder must be there.
pub fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_with(path, |file| file.write_all(bytes)).with_context(|| format!("cannot write `{}`", path.display()))
}

/// Whether a write that was killed has left this file.
pub fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
}

fn replace_with(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // In the same folder, for only within a file system is renaming one step; it is removed again when anything fails.
    let mut file = as_readable_as_usual(Builder::new().prefix(UNFINISHED)).tempfile_in(folder)?;
    write(file.as_file_mut())?;
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main.bicep");
        replace(&path, b"old").unwrap();

        let failure = replace_with(&path, |file| {
            file.write_all(b"half of the ne")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(failure.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_name_that_is_taken_by_a_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main.bicep");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"text").unwrap_err().to_string().starts_with("cannot write `"));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_write_in_progress_can_be_told_by_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main.bicep");
        replace_with(&path, |_| {
            let names: Vec<_> = fs::read_dir(&folder)?.map(|entry| entry.unwrap().path()).collect();
            assert!(matches!(&names[..], [name] if is_unfinished(name)), "{names:?}");
            Ok(())
        })
        .unwrap();
        assert!(!is_unfinished(&path));
    }
}

//! Changes to files that happen together or not at all. It must not know what the files are for.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use crate::write;

/// Texts for files, in the order in which they were given.
#[derive(Default)]
pub(super) struct Edits(Vec<Edit>);

struct Edit {
    /// Below the root, with slashes.
    path: String,
    old: Option<String>,
    new: String,
}

impl Edits {
    /// What a file says, which has to be there.
    pub(super) fn read(root: &Path, path: &str) -> anyhow::Result<String> {
        fs::read_to_string(root.join(path)).with_context(|| format!("cannot read `{path}`"))
    }

    /// A file of which nothing is there yet.
    pub(super) fn create(&mut self, path: String, new: String) {
        self.0.push(Edit { path, old: None, new });
    }

    /// Another text for a file.
    pub(super) fn replace(&mut self, path: &str, old: String, new: String) {
        self.0.push(Edit { path: path.to_owned(), old: Some(old), new });
    }

    /// Writes them all, and says which. Where one fails, those before it are taken back.
    pub(super) fn apply(&self, root: &Path) -> anyhow::Result<Vec<&str>> {
        for (done, edit) in self.0.iter().enumerate() {
            if let Err(error) = edit.apply(root) {
                self.0[..done].iter().rev().for_each(|edit| edit.undo(root));
                return Err(error);
            }
        }
        Ok(self.0.iter().map(|edit| edit.path.as_str()).collect())
    }
}

impl Edit {
    fn apply(&self, root: &Path) -> anyhow::Result<()> {
        let path = root.join(&self.path);
        match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound && self.old.is_none() => {}
            Ok(text) if self.old.as_ref() == Some(&text) => {}
            Ok(_) if self.old.is_none() => anyhow::bail!("`{}` is there already: remove it first", self.path),
            Ok(_) => anyhow::bail!("`{}` has changed meanwhile", self.path),
            Err(error) => return Err(error).with_context(|| format!("cannot read `{}`", self.path)),
        }
        write::replace(&path, &self.new)
    }

    /// As far as it goes: the error that led here is what the user has to know.
    fn undo(&self, root: &Path) {
        let path = root.join(&self.path);
        match &self.old {
            Some(old) => write::replace(&path, old),
            None => write::remove(&path, root),
        }
        .ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(last: &str) -> Edits {
        let mut edits = Edits::default();
        edits.create("a/b/new".to_owned(), "new".to_owned());
        edits.replace("list", "old".to_owned(), "new".to_owned());
        edits.create(last.to_owned(), String::new());
        edits
    }

    #[test]
    fn all_files_are_written_or_none() {
        let root = tempfile::tempdir().unwrap();
        let read = |path: &str| fs::read_to_string(root.path().join(path)).ok();
        fs::write(root.path().join("list"), "old").unwrap();

        assert!(edits("list/below-a-file").apply(root.path()).is_err());
        assert_eq!((read("list").as_deref(), read("a/b/new")), (Some("old"), None));
        assert!(!root.path().join("a").exists(), "the folders are gone, too");

        assert_eq!(edits("last").apply(root.path()).unwrap(), ["a/b/new", "list", "last"]);
        assert_eq!((read("list").as_deref(), read("a/b/new").as_deref()), (Some("new"), Some("new")));
    }

    #[test]
    fn what_somebody_has_written_meanwhile_stays() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("list"), "mine").unwrap();
        assert_eq!(edits("last").apply(root.path()).unwrap_err().to_string(), "`list` has changed meanwhile");
        assert_eq!(fs::read_to_string(root.path().join("list")).unwrap(), "mine");
    }
}

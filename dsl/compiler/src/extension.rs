//! Extensions of Bicep, packed by the compiler from the facts about their types; it must not know any extension.

use std::path::Path;
use std::process::Command;

use crate::Folder;

/// An extension to be: which types it has, as the two files that `bicep publish-extension` takes.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'e> {
    /// Where the packed file goes, relative to the texts that use it.
    pub path: &'e str,
    /// The text of `index.json`.
    pub index: &'e str,
    /// The text of `types.json`.
    pub types: &'e str,
}

impl Extension<'_> {
    /// Packs it into a folder.
    pub(crate) fn publish(&self, program: &Path, into: &Folder) -> Result<(), String> {
        let facts = Folder::write(&[("index.json", self.index), ("types.json", self.types)])?;
        let mut command = Command::new(program);
        command.arg("publish-extension").arg(facts.file("index.json")).arg("--target").arg(into.file(self.path));
        let output = command.output().map_err(|error| format!("the compiler could not be started: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("the compiler does not pack `{}`: {}", self.path, String::from_utf8_lossy(&output.stderr)))
    }
}

//! The files of a scenario on disk for `az` to read: in a temporary folder, or where the user wants them. It must not know
//! what they hold.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use dsl::Bundle;
use tempfile::TempDir;

use super::specs::{MAIN, Specs};
use super::target::Source;
use crate::session::Session;
use crate::{generate, write};

/// The folder with the files. A temporary one goes with this value.
pub(super) struct Files {
    folder: PathBuf,
    file: PathBuf,
    is_template: bool,
    _temporary: Option<TempDir>,
}

impl Files {
    /// Writes them; what is deployed is the parameter set, or else the template alone.
    pub(super) fn write(
        session: &mut Session,
        (name, bundle): (&str, &Bundle),
        set: Option<&str>,
        out_dir: Option<&Path>,
    ) -> anyhow::Result<Self> {
        let temporary = match out_dir {
            Some(_) => None,
            None => Some(TempDir::with_prefix("scenarios-").context("cannot make a temporary folder")?),
        };
        let folder = temporary.as_ref().map(TempDir::path).or(out_dir).unwrap_or(Path::new(".")).join(name);
        if let Some(out_dir) = out_dir {
            generate::write(session, out_dir, (name, bundle))?;
        } else {
            bundle.files().try_for_each(|(path, text)| write::replace(&folder.join(path), text))?;
        }
        let file = folder.join(set.map_or_else(|| MAIN.to_owned(), |set| format!("{set}.bicepparam")));
        Ok(Self { folder, file, is_template: set.is_none(), _temporary: temporary })
    }

    /// What `az` is given.
    pub(super) fn source(&self) -> Source<'_> {
        if self.is_template { Source::Template(&self.file) } else { Source::Parameters(&self.file) }
    }

    /// Has the template call template specs instead of the files beside it.
    pub(super) fn refer_to(&self, specs: &Specs, subscription: &str) -> anyhow::Result<()> {
        let path = self.folder.join(MAIN);
        let main = fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
        write::replace(&path, &specs.referred_to(&main, subscription))
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

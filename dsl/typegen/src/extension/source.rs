//! Where the types of an extension are: a folder, or what the official compiler packs or has fetched. It must not know what
//! they say.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use flate2::read::GzDecoder;
use serde::de::DeserializeOwned;

use crate::registry;

/// The name of the file that lists the types.
const INDEX: &str = "index.json";
/// The name of the packed file of types, as the compiler packs and keeps it.
const TYPES: &str = "types.tgz";

/// The files of an extension.
#[derive(Debug)]
pub(super) enum Source {
    Folder { path: PathBuf, index: String },
    Packed(BTreeMap<String, Vec<u8>>),
}

impl Source {
    pub(super) fn open(source: &str) -> anyhow::Result<Self> {
        let path = Path::new(source);
        let packed = |path: &Path| {
            let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
            unpacked(&bytes).map(Self::Packed).with_context(|| format!("cannot unpack `{}`", path.display()))
        };
        match path.extension().and_then(OsStr::to_str) {
            _ if source.starts_with("br:") => packed(&registry::cached(source, TYPES)?.0),
            _ if path.is_dir() => Ok(Self::Folder { path: path.to_owned(), index: INDEX.to_owned() }),
            Some("tgz") => packed(path),
            Some("json") => {
                let index = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                Ok(Self::Folder { path: path.parent().unwrap_or(path).to_owned(), index })
            }
            _ => bail!(
                "`{source}` is neither a folder with an `{INDEX}`, nor such a file, nor one that `bicep publish-extension` \
                 has packed (`.tgz`), nor a reference that begins with `br:`"
            ),
        }
    }

    /// The file that lists the types.
    pub(super) fn index<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        match self {
            Self::Folder { index, .. } => self.read(index),
            Self::Packed(_) => self.read(INDEX),
        }
    }

    /// A file that the list refers to.
    pub(super) fn read<T: DeserializeOwned>(&self, name: &str) -> anyhow::Result<T> {
        let text = match self {
            Self::Folder { path, .. } => {
                let path = path.join(name);
                Cow::Owned(fs::read(&path).with_context(|| format!("cannot read `{}`", path.display()))?)
            }
            Self::Packed(files) => files.get(name).map(Cow::from).with_context(|| format!("it has no `{name}`"))?,
        };
        serde_json::from_slice(&text).with_context(|| format!("`{name}` is not in the official format"))
    }
}

/// The files of types in a packed file. The compiler packs those once more, together with the programs that deploy them.
fn unpacked(bytes: &[u8]) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = files(bytes)?;
    match files.remove(TYPES) {
        Some(types) => self::files(&types),
        None => Ok(files),
    }
}

fn files(bytes: &[u8]) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(GzDecoder::new(bytes)).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().trim_start_matches("./").to_owned();
        if name == TYPES || Path::new(&name).extension() == Some(OsStr::new("json")) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            files.insert(name, bytes);
        }
    }
    Ok(files)
}

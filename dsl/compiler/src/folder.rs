//! Source files on disk for the compiler to read, under the strict configuration; it must not know the compiler.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use crate::rules;

const CONFIGURATION: &str = "bicepconfig.json";

/// Where modules of registries are, as the compiler keeps those that it has fetched.
pub(crate) const CACHE: &str = "cache";

/// The extension that the configuration knows as `things`.
const THINGS: &str = "br:contoso.azurecr.io/extensions/things:1.0.0";

/// Where the template specs of tests are.
pub(crate) const SUBSCRIPTION: &str = "00000000-0000-0000-0000-000000000000";

/// A temporary folder with a set of files and the strict configuration; it is removed together with this value.
#[derive(Debug)]
pub struct Folder {
    place: TempDir,
}

impl Folder {
    /// Writes files, each a relative path and a text, into a fresh folder.
    pub fn write(files: &[(impl AsRef<Path>, impl AsRef<str>)]) -> Result<Self, String> {
        let place = TempDir::with_prefix("bicep-").map_err(|error| format!("no temporary folder: {error}"))?;
        let folder = Self { place };
        for (name, text) in files {
            let name = name.as_ref();
            if let Some(reason) = refusal(name) {
                return Err(format!("`{}` {reason}", name.display()));
            }
            folder.add(name, text.as_ref())?;
        }
        // Every folder has a configuration of its own: it needs no folder above it that would outlive it, and the
        // compiler reads it as fast as it finds one further up.
        folder.add(Path::new(CONFIGURATION), &folder.configuration())?;
        Ok(folder)
    }

    /// The folder itself, as an absolute path.
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// The absolute path of one of its files.
    pub fn file(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path().join(name)
    }

    /// The strict configuration, with a cache of registries that lies among the files: what a test puts there, the compiler need
    /// not fetch.
    fn configuration(&self) -> String {
        let registry = json!({"registry": "contoso.azurecr.io", "modulePath": "platform"});
        let specs = json!({"subscription": SUBSCRIPTION, "resourceGroup": "rg-specs"});
        let more = json!({
            "cacheRootDirectory": self.file(CACHE),
            "moduleAliases": {"br": {"platform": registry}, "ts": {"platform": specs}},
            "extensions": {"things": THINGS},
        });
        let mut configuration = rules::configuration();
        configuration.extend(more.as_object().cloned().unwrap_or_default());
        format!("{:#}\n", serde_json::Value::from(configuration))
    }

    fn add(&self, name: &Path, text: &str) -> Result<(), String> {
        let file = self.file(name);
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            let mut file = File::create_new(&file)?;
            file.write_all(text.as_bytes())
        });
        written.map_err(|error| format!("`{}` could not be written, or is named twice: {error}", name.display()))
    }
}

fn refusal(name: &Path) -> Option<&'static str> {
    if name.file_name().is_some_and(|name| name == CONFIGURATION) {
        Some("would weaken the strict configuration: leave it out")
    } else if name.components().all(|component| matches!(component, Component::Normal(_))) {
        None
    } else {
        Some("is not a path inside the folder: name each file relative to it")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_and_removed() {
        let folder = Folder::write(&[("main.bicep", "var x = 1\n"), ("modules/a.bicep", "")]).unwrap();
        let place = folder.path().to_owned();
        assert_eq!(fs::read_to_string(folder.file("main.bicep")).unwrap(), "var x = 1\n");
        assert!(folder.file("modules/a.bicep").is_file());
        let configuration = fs::read_to_string(folder.file(CONFIGURATION)).unwrap();
        for line in rules::strict_configuration().lines().filter(|line| line.contains("level")) {
            assert!(configuration.contains(line), "{line}");
        }
        drop(folder);
        assert!(!place.exists());
    }

    #[test]
    fn a_name_outside_the_folder_or_used_twice_is_refused() {
        let absolute = std::env::temp_dir().join("main.bicep");
        for name in ["..", "../main.bicep", "a/../../main.bicep", absolute.to_str().unwrap()] {
            let refused = Folder::write(&[(name, "")]).unwrap_err();
            assert!(refused.contains("inside the folder"), "{refused}");
        }
        let refused = Folder::write(&[("a.bicep", ""), ("a.bicep", "")]).unwrap_err();
        assert!(refused.contains("named twice"), "{refused}");
    }

    #[test]
    fn the_configuration_cannot_be_weakened() {
        for name in ["bicepconfig.json", "modules/bicepconfig.json"] {
            let refused = Folder::write(&[(name, "{}")]).unwrap_err();
            assert!(refused.contains("leave it out"), "{refused}");
        }
    }
}

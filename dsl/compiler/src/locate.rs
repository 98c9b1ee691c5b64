//! Finds the official compiler on this machine; it must not start it, nor know what it is for.

use std::env::{self, consts::EXE_SUFFIX};
use std::ffi::OsString;
use std::fmt;
use std::path::{self, Path, PathBuf};

/// The place of the compiler: the environment variable `BICEP`, else a folder of `PATH`, else where `az bicep install`
/// puts it. The path is absolute, so it stays true when the current folder changes.
pub fn locate() -> Result<PathBuf, Missing> {
    search(env::var_os("BICEP"), env::var_os("PATH"), env::home_dir())
}

/// The compiler was not found; the text says where it was looked for and how to install it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Missing {
    looked: Looked,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Looked {
    /// Where `BICEP` points. Nothing else was tried: another compiler would not be the one that was asked for.
    AtNamed(PathBuf),
    /// In the folders of `PATH`, and at this path if there is a home folder.
    Everywhere(Option<PathBuf>),
}

fn search(named: Option<OsString>, path: Option<OsString>, home: Option<PathBuf>) -> Result<PathBuf, Missing> {
    if let Some(named) = named.filter(|named| !named.is_empty()) {
        return found(Path::new(&named)).ok_or_else(|| Missing { looked: Looked::AtNamed(named.into()) });
    }

    let program = format!("bicep{EXE_SUFFIX}");
    let installed = home.map(|home| home.join(".azure").join("bin").join(&program));
    env::split_paths(&path.unwrap_or_default())
        .map(|folder| folder.join(&program))
        .chain(installed.clone())
        .find_map(|candidate| found(&candidate))
        .ok_or(Missing { looked: Looked::Everywhere(installed) })
}

fn found(candidate: &Path) -> Option<PathBuf> {
    candidate.is_file().then(|| path::absolute(candidate).ok()).flatten()
}

impl std::error::Error for Missing {}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the official Bicep compiler was not found: ")?;
        match &self.looked {
            Looked::AtNamed(named) => {
                let named = named.display();
                write!(f, "the environment variable BICEP is `{named}`, which is not a file; correct it or unset it")
            }
            Looked::Everywhere(installed) => {
                f.write_str("the environment variable BICEP is not set, no folder of PATH has it")?;
                if let Some(installed) = installed {
                    write!(f, ", and `{}` is not a file", installed.display())?;
                }
                f.write_str(
                    "; install it (`az bicep install`, or https://github.com/Azure/bicep/releases) or set BICEP",
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn program(folder: &Path) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        let program = folder.join(format!("bicep{EXE_SUFFIX}"));
        fs::write(&program, "").unwrap();
        program
    }

    #[test]
    fn named_comes_before_path_and_path_before_home() {
        let root = tempfile::tempdir().unwrap();
        let named = program(&root.path().join("named"));
        let on_path = program(&root.path().join("path"));
        let at_home = program(&root.path().join("home/.azure/bin"));
        let path = env::join_paths([root.path(), &root.path().join("path")]).unwrap();
        let home = Some(root.path().join("home"));

        assert_eq!(search(Some(named.clone().into()), Some(path.clone()), home.clone()), Ok(named));
        assert_eq!(search(None, Some(path.clone()), home.clone()), Ok(on_path.clone()));
        assert_eq!(search(Some(OsString::new()), Some(path), home.clone()), Ok(on_path));
        assert_eq!(search(None, None, home), Ok(at_home));
    }

    #[test]
    fn a_relative_name_becomes_absolute() {
        let found = search(Some("Cargo.toml".into()), None, None).unwrap();
        assert_eq!(found, env::current_dir().unwrap().join("Cargo.toml"));
    }

    #[test]
    fn a_wrong_name_is_not_replaced_by_another_compiler() {
        let root = tempfile::tempdir().unwrap();
        program(root.path());
        let missing = search(Some("nowhere/bicep".into()), Some(root.path().into()), None).unwrap_err();
        assert!(missing.to_string().contains("BICEP is `nowhere/bicep`, which is not a file"), "{missing}");
    }

    #[test]
    fn the_message_tells_where_it_looked_and_how_to_install() {
        let missing = search(None, None, Some("home".into())).unwrap_err().to_string();
        for part in ["BICEP is not set", "no folder of PATH", ".azure", "az bicep install"] {
            assert!(missing.contains(part), "{missing}");
        }
        assert!(!missing.contains('\n'), "the message must fit on the line of a skipped test");
    }
}

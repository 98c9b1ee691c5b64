//! Finds the program `az` on this machine. It must not start it.

use std::env;
use std::ffi::OsString;
use std::path::{self, Path, PathBuf};

use super::Error;

/// How the program may be called in a folder.
#[cfg(windows)]
const NAMES: [&str; 2] = ["az.cmd", "az.exe"];
#[cfg(not(windows))]
const NAMES: [&str; 1] = ["az"];

/// Where the environment variable `AZ` says, else in a folder of `PATH`.
pub(super) fn locate() -> Result<PathBuf, Error> {
    search(env::var_os("AZ"), env::var_os("PATH"))
}

fn search(named: Option<OsString>, path: Option<OsString>) -> Result<PathBuf, Error> {
    if let Some(named) = named.filter(|named| !named.is_empty()) {
        // Another program would not be the one that was asked for.
        return found(Path::new(&named)).ok_or(Error::Missing { named: Some(named.into()) });
    }
    let path = path.unwrap_or_default();
    let mut candidates = env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    candidates.find_map(|candidate| found(&candidate)).ok_or(Error::Missing { named: None })
}

fn found(candidate: &Path) -> Option<PathBuf> {
    candidate.is_file().then(|| path::absolute(candidate).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_variable_comes_before_the_path_and_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join(NAMES[0]);
        fs::write(&program, "").unwrap();
        let path = || Some(folder.path().into());
        assert_eq!(search(None, path()).unwrap(), program);
        assert_eq!(search(Some(OsString::new()), path()).unwrap(), program);
        assert_eq!(search(Some(program.clone().into()), None).unwrap(), program);

        let error = search(Some("nowhere/az".into()), path()).unwrap_err();
        assert!(error.to_string().contains("AZ is `nowhere/az`, which is not a file"), "{error}");
        let error = search(None, None).unwrap_err();
        assert!(error.to_string().contains("the Azure CLI (az) is not installed"), "{error}");
        assert!(error.help().contains("https://aka.ms/installazurecli"), "{}", error.help());
    }
}

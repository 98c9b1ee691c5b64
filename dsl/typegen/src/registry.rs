//! What the official compiler has fetched from registries: its cache, which `bicep restore` fills. It must not know what an
//! artifact says.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

/// Where the compiler keeps a file of an artifact, and the last word of the artifact's path.
pub(crate) fn cached(reference: &str, file: &str) -> anyhow::Result<(PathBuf, String)> {
    let (address, version) = reference.rsplit_once(':').with_context(|| format!("`{reference}` names no version"))?;
    let address = address.trim_start_matches("br:").trim_start_matches("br/");
    // The one alias that every compiler knows.
    let address =
        address.strip_prefix("public:").map_or(address.to_owned(), |it| format!("mcr.microsoft.com/bicep/{it}"));
    let (registry, repository) = address.split_once('/').with_context(|| format!("`{reference}` names no artifact"))?;
    let folder = cache()?.join("br").join(registry).join(repository.replace('/', "$")).join(format!("{version}$"));
    let path = folder.join(file);
    ensure!(
        path.is_file(),
        "`{reference}` is not in the cache of the compiler (`{}`): run `bicep restore` on a file that uses it",
        path.display()
    );
    Ok((path, repository.rsplit('/').next().unwrap_or(repository).to_owned()))
}

fn cache() -> anyhow::Result<PathBuf> {
    if let Some(folder) = env::var_os("BICEP_CACHE_DIRECTORY") {
        return Ok(folder.into());
    }
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).context("no home folder is known")?;
    Ok(Path::new(&home).join(".bicep"))
}

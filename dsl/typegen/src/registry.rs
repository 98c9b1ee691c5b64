//! What the official compiler has fetched from registries and of template specs: its cache, which `bicep restore` fills. It must not know what an
//! artifact says.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

/// Where the compiler keeps a file of an artifact, and the last word of the artifact's path.
pub(crate) fn cached(reference: &str, file: &str) -> anyhow::Result<(PathBuf, String)> {
    let (address, version) = reference.rsplit_once(':').with_context(|| format!("`{reference}` names no version"))?;
    let address = address.trim_start_matches("br:").trim_start_matches("br/");
    // The one alias that every compiler knows.
    let address =
        address.strip_prefix("public:").map_or(address.to_owned(), |it| format!("mcr.microsoft.com/bicep/{it}"));
    let (registry, repository) = address.split_once('/').with_context(|| format!("`{reference}` names no artifact"))?;
    let folder = cache()?.join("br").join(registry).join(repository.replace('/', "$")).join(format!("{version}$"));
    let path = fetched(reference, folder.join(file))?;
    Ok((path, repository.rsplit('/').next().unwrap_or(repository).to_owned()))
}

/// Where the compiler keeps a template spec, `ts:SUBSCRIPTION/GROUP/NAME:VERSION`, and its name.
pub(crate) fn template_spec(reference: &str) -> anyhow::Result<(PathBuf, String)> {
    let address = reference.strip_prefix("ts:").map(|it| it.replace(':', "/"));
    let parts: Vec<_> = address.iter().flat_map(|it| it.split('/')).collect();
    let [_, _, name, _] = parts[..] else {
        bail!("`{reference}` is no template spec: write `ts:SUBSCRIPTION/GROUP/NAME:VERSION`, without an alias");
    };
    // The compiler writes the names of these folders in small letters.
    let folder = parts.iter().fold(cache()?.join("ts"), |folder, part| folder.join(part.to_ascii_lowercase()));
    Ok((fetched(reference, folder.join("main.json"))?, name.to_owned()))
}

fn fetched(reference: &str, path: PathBuf) -> anyhow::Result<PathBuf> {
    ensure!(
        path.is_file(),
        "`{reference}` is not in the cache of the compiler (`{}`): run `bicep restore` on a file that uses it",
        path.display()
    );
    Ok(path)
}

fn cache() -> anyhow::Result<PathBuf> {
    if let Some(folder) = env::var_os("BICEP_CACHE_DIRECTORY") {
        return Ok(folder.into());
    }
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).context("no home folder is known")?;
    Ok(Path::new(&home).join(".bicep"))
}

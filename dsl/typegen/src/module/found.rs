//! Where the template of a module is: a file, what the official compiler makes of one, or the compiler's cache. It must not
//! know what a template says.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::registry;

/// How many lines of what the compiler says are worth reading: where it fails itself, it says a hundred thousand.
const FINDINGS: usize = 20;

/// A module and its template.
#[derive(Debug)]
pub(super) struct Found {
    /// What a `module` statement says of it.
    pub(super) reference: String,
    /// The file beside the template, where it is one.
    pub(super) file: Option<String>,
    /// What to call it: the last word of its path.
    pub(super) name: String,
    /// ARM JSON.
    pub(super) template: String,
}

/// Looks a module up.
pub(super) fn find(source: &str) -> anyhow::Result<Found> {
    if source.starts_with("br:") || source.starts_with("br/") {
        return cached(source);
    }
    if source.starts_with("ts:") || source.starts_with("ts/") {
        return template_spec(source);
    }
    let path = Path::new(source);
    let template = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => std::fs::read_to_string(path).with_context(|| format!("cannot read `{source}`"))?,
        Some("bicep") => {
            assert_alone(path)?;
            compiled(path)?
        }
        _ => bail!(
            "`{source}` is neither a `.bicep` nor a `.json` file, nor a reference that begins with `br:`, `br/` or `ts:`"
        ),
    };
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let reference = format!("modules/{}", file.as_deref().unwrap_or(source));
    Ok(Found { reference, file, name, template })
}

/// What the official compiler makes of a file.
fn compiled(path: &Path) -> anyhow::Result<String> {
    let program = compiler::locate()?;
    let output = Command::new(&program).arg("build").arg(path).arg("--stdout").output();
    let output = output.with_context(|| format!("cannot run `{}`", program.display()))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<_> = stderr.trim().lines().take(FINDINGS).collect();
        bail!("the Bicep compiler refuses `{}`:\n{}", path.display(), lines.join("\n"));
    }
    String::from_utf8(output.stdout).context("the Bicep compiler has printed what is no text")
}

/// Refuses a file that reads others: it lands beside the template without them. Where the compiler reads text from files, it
/// wants them to be named by literals, so that all of these stand in the text.
fn assert_alone(path: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let is_code = |line: &&str| !line.trim_start().starts_with("//") && !line.trim_start().starts_with("@description");
    let words = text.lines().filter(is_code).flat_map(|line| line.split('\'').skip(1).step_by(2));
    let mut others = words.filter(|word| word.contains('.') && folder.join(word).is_file());
    if let Some(other) = others.next() {
        bail!(
            "`{path}` reads `{other}`, which would not land beside it: make one file of both by `bicep build {path}`, and \
             give the `.json` file",
            path = path.display()
        );
    }
    Ok(())
}

/// A module of a registry, as the compiler has fetched it before.
fn cached(reference: &str) -> anyhow::Result<Found> {
    let (path, name) = registry::cached(reference, "main.json")?;
    let template = std::fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
    Ok(Found { reference: reference.to_owned(), file: None, name, template })
}

/// A template spec, as the compiler has fetched it before: what Azure says of it, with the template inside.
fn template_spec(reference: &str) -> anyhow::Result<Found> {
    let (path, name) = registry::template_spec(reference)?;
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let spec: serde_json::Value =
        serde_json::from_str(&text).with_context(|| format!("`{}` is no JSON", path.display()))?;
    let template = spec["properties"]["mainTemplate"].to_string();
    Ok(Found { reference: reference.to_owned(), file: None, name, template })
}

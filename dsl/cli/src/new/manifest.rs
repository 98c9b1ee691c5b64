//! The manifests of the workspace and of the package `scenarios`: a package more in each. It must not know what is in it.

use std::path::Path;

use anyhow::{Context, bail};
use toml_edit::{DocumentMut, InlineTable, Item, Table, value};

use super::edits::Edits;
use super::toml::{add_entry, add_member};

const ROOT: &str = "Cargo.toml";
const SCENARIOS: &str = "scenarios/Cargo.toml";

/// What a package may take from its workspace.
const INHERITABLE: [&str; 5] = ["version", "edition", "rust-version", "license", "publish"];

/// The manifest at the root.
pub(super) struct Workspace {
    text: String,
    document: DocumentMut,
}

impl Workspace {
    /// Reads it, and refuses one that is no workspace of scenarios.
    pub(super) fn read(root: &Path) -> anyhow::Result<Self> {
        let (text, document) = read(root, ROOT)?;
        let workspace = Workspace { text, document };
        if workspace.table("dependencies").is_none_or(|it| !it.contains_key("azure")) {
            bail!(
                "`{}` has no `[workspace.dependencies]` with `azure`: run it in a repository of scenarios",
                root.join(ROOT).display()
            );
        }
        Ok(workspace)
    }

    /// The keys that a package takes from here.
    pub(super) fn inherited(&self) -> Vec<&'static str> {
        let package = self.table("package");
        INHERITABLE.into_iter().filter(|key| package.is_some_and(|it| it.contains_key(key))).collect()
    }

    pub(super) fn has_lints(&self) -> bool {
        self.table("lints").is_some()
    }

    /// Whether what the scenarios depend on is taken from a folder outside of the repository.
    pub(super) fn is_tied(&self) -> bool {
        let path = self.table("dependencies").and_then(|it| it.get("azure")?.get("path")?.as_str());
        path.is_some_and(|path| path.starts_with("..") || Path::new(path).is_absolute())
    }

    fn table(&self, name: &str) -> Option<&Table> {
        self.document.get("workspace")?.get(name)?.as_table()
    }

    /// Makes a package a member, and one that others depend on.
    pub(super) fn add_to(self, edits: &mut Edits, root: &Path, name: &str) -> anyhow::Result<()> {
        let Self { text, mut document } = self;
        let path = format!("scenarios/{name}");
        let members = document.get_mut("workspace").and_then(|it| it.get_mut("members")).and_then(Item::as_array_mut);
        add_member(members.with_context(|| format!("`{ROOT}` has no list `members`"))?, &path);
        let dependency = value(InlineTable::from_iter([("path", path)]));
        add_entry(dependencies(document.get_mut("workspace"), ROOT)?, name, dependency)?;
        edits.replace(ROOT, text, document.to_string());

        let (text, mut document) = read(root, SCENARIOS)?;
        let mut of_workspace = Table::from_iter([("workspace", true)]);
        of_workspace.set_dotted(true);
        add_entry(dependencies(Some(document.as_item_mut()), SCENARIOS)?, name, Item::Table(of_workspace))?;
        edits.replace(SCENARIOS, text, document.to_string());
        Ok(())
    }
}

fn dependencies<'a>(owner: Option<&'a mut Item>, file: &str) -> anyhow::Result<&'a mut Table> {
    let table = owner.and_then(|it| it.get_mut("dependencies")).and_then(Item::as_table_mut);
    table.with_context(|| format!("`{file}` has no table of dependencies"))
}

fn read(root: &Path, path: &str) -> anyhow::Result<(String, DocumentMut)> {
    let text = Edits::read(root, path)?;
    let document = text.parse().with_context(|| format!("cannot read `{path}`"))?;
    Ok((text, document))
}

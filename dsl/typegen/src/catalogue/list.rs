//! The list of the types that the catalogue holds. It must not know which files follow from it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use types::{Provider, ResourceType, catalogue, choose};

use super::{LIST, PACKAGE};
use crate::rust;

/// The types of the catalogue by their names, each with its version.
#[derive(Clone, Debug, Default)]
pub(crate) struct List(BTreeMap<String, String>);

impl List {
    /// Reads the list of the package.
    pub(crate) fn read(package: &Path) -> anyhow::Result<Self> {
        let path = package.join(LIST);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entry = |line: &str| {
            let (name, version) = line.split_once('@').with_context(|| format!("`{line}` has no version"))?;
            Ok((name.to_owned(), version.to_owned()))
        };
        lines.map(entry).collect::<anyhow::Result<_>>().map(List)
    }

    /// Adds a type, and those that it is declared under: with the version that is named, or else the one that it has or
    /// that the data chooses. Tells what was added.
    pub(crate) fn add(&mut self, name: &str, version: Option<&str>) -> anyhow::Result<Vec<String>> {
        let entry = catalogue()?.entry(name, version).map_err(types::Error::from)?;
        let mut added = Vec::new();
        let known = self.0.get(&entry.name);
        if known.is_none() || version.is_some_and(|_| known != Some(&entry.api_version)) {
            self.0.insert(entry.name.clone(), entry.api_version.clone());
            added.push(format!("{}@{}", entry.name, entry.api_version));
        }
        let (_, resource) = catalogue()?.find(&entry.name, Some(&entry.api_version))?;
        if let Some(parent) = rust::parent(&resource)? {
            added.extend(self.add(&parent, None)?);
        }
        Ok(added)
    }

    /// Removes a type; those that are declared under it have to go first.
    pub(crate) fn remove(&mut self, name: &str) -> anyhow::Result<String> {
        let known = self.0.keys().find(|it| it.eq_ignore_ascii_case(name)).cloned();
        let known = known.with_context(|| format!("`{name}` is not in the catalogue; `{PACKAGE}/{LIST}` lists it"))?;
        let below = format!("{known}/").to_ascii_lowercase();
        let children: Vec<_> =
            self.0.keys().filter(|it| it.to_ascii_lowercase().starts_with(&below)).cloned().collect();
        ensure!(children.is_empty(), "`{known}` is the parent of {}: remove that first", children.join(", "));
        self.0.remove(&known);
        Ok(known)
    }

    /// The list as the package keeps it.
    pub(super) fn text(&self) -> String {
        let head = "# The types of the catalogue, kept by `cargo run -p typegen -- add` and `remove`.\n".to_owned();
        self.0.iter().fold(head, |text, (name, version)| format!("{text}{name}@{version}\n"))
    }

    /// The namespaces, in lower case, for Azure's data does not always spell a namespace alike.
    pub(super) fn namespaces(&self) -> BTreeSet<String> {
        self.0.keys().filter_map(|name| name.split('/').next()).map(str::to_ascii_lowercase).collect()
    }

    /// The resource types of a namespace: all of it, each once, and those in the catalogue.
    pub(super) fn resources<'p>(
        &self,
        provider: &'p Provider,
    ) -> anyhow::Result<(Vec<&'p ResourceType>, Vec<&'p ResourceType>)> {
        let data = catalogue()?;
        let (mut all, mut own) = (Vec::new(), Vec::new());
        for versions in data.types().filter(|it| it[0].name.split('/').next().is_some_and(|it| is_of(it, provider))) {
            let listed = self.0.get(&versions[0].name).or_else(|| self.0.get(&versions[versions.len() - 1].name));
            let entry = match listed {
                Some(version) => data.entry(&versions[0].name, Some(version)).map_err(types::Error::from)?,
                None => choose(&versions.iter().collect::<Vec<_>>()).context("a type has a version at least")?,
            };
            let resource = provider.resource(entry).context("the directory and the block of a provider agree")?;
            all.push(resource);
            own.extend(listed.map(|_| resource));
        }
        Ok((all, own))
    }

    /// Where a type of the catalogue is found in Rust: its struct, and the feature that it needs.
    pub(crate) fn rust(&self, name: &str) -> anyhow::Result<Option<String>> {
        let Some(known) = self.0.keys().find(|it| it.eq_ignore_ascii_case(name)) else { return Ok(None) };
        let provider = catalogue()?.provider(known.split('/').next().unwrap_or_default())?;
        let (all, _) = self.resources(&provider)?;
        let (module, ty) = rust::path(&provider, &all, known);
        Ok(Some(format!("`azure::{module}::{ty}`, with the feature `{}`", super::feature(&module))))
    }
}

fn is_of(namespace: &str, provider: &Provider) -> bool {
    provider.namespace().eq_ignore_ascii_case(namespace)
}

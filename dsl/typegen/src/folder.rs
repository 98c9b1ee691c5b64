//! From a folder in the official format to providers, as straightforwardly as possible: the types of a provider are the
//! definitions of its files, one after the other. It must not know how they are stored.

mod convert;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};
use serde::de::DeserializeOwned;
use types::{Entry, Provider, ResourceType, Scopes, TypeId, choose};

pub(crate) use self::convert::Files;
use crate::official::{Definition, Index, Pairs, Reference};

/// An `index.json` and what it refers to.
pub(crate) struct Folder {
    path: PathBuf,
    /// By namespace, each ordered by name and version.
    namespaces: BTreeMap<String, Vec<Listed>>,
    functions: BTreeMap<(String, String), Vec<Reference>>,
}

/// A line of the index.
struct Listed {
    name: String,
    api_version: String,
    reference: Reference,
}

impl Folder {
    /// Reads the index of the folder, or of the folder `generated` in it, where Azure's repository has it.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let generated = path.join("generated");
        let path = if generated.join("index.json").is_file() { generated } else { path.to_owned() };
        let index: Index = read_json(&path.join("index.json"))?;
        let functions = index.resource_functions.0.into_iter().flat_map(|(name, Pairs(versions))| {
            versions.into_iter().map(move |(version, functions)| ((name.to_ascii_lowercase(), version), functions))
        });
        Ok(Self { path, functions: functions.collect(), namespaces: by_namespace(index.resources)? })
    }

    /// Leaves out what is not chosen when nobody names a version.
    pub(crate) fn keep_chosen(&mut self) {
        for listed in self.namespaces.values_mut() {
            let entries: Vec<_> = listed.iter().map(Listed::entry).collect();
            let types = entries.chunk_by(|one, next| next.is_named(&one.name));
            let chosen: BTreeSet<_> = types.filter_map(|it| choose(&it.iter().collect::<Vec<_>>())).collect();
            listed.retain(|it| chosen.contains(&it.entry()));
        }
    }

    /// The namespaces, in lower case and in order.
    pub(crate) fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.namespaces.keys().map(String::as_str)
    }

    /// All that the folder knows about a namespace.
    pub(crate) fn provider(&self, namespace: &str) -> anyhow::Result<Provider> {
        let listed = self.namespaces.get(namespace).map_or(&[][..], Vec::as_slice);
        let files = self.files(listed)?;
        let resources: Vec<_> = listed.iter().map(|it| self.resource(it, &files)).collect::<anyhow::Result<_>>()?;
        let provider = Provider::new(namespace, resources, files.types()?);
        provider.map_err(|error| anyhow!("{namespace}: a reference leads nowhere ({})", error.0))
    }

    /// The files in which types of a namespace and their functions are defined, each read once.
    fn files(&self, listed: &[Listed]) -> anyhow::Result<Files> {
        let references = listed.iter().flat_map(|it| [&it.reference].into_iter().chain(self.functions(it)));
        let paths: BTreeSet<&str> = references.map(|it| Ok(it.parse()?.0)).collect::<anyhow::Result<_>>()?;
        let mut files = Files::default();
        for path in paths {
            files.add(path, read_json(&self.path.join(path))?);
        }
        Ok(files)
    }

    fn functions(&self, listed: &Listed) -> &[Reference] {
        let key = (listed.name.to_ascii_lowercase(), listed.api_version.clone());
        self.functions.get(&key).map_or(&[], Vec::as_slice)
    }

    fn resource(&self, listed: &Listed, files: &Files) -> anyhow::Result<ResourceType> {
        let (path, definition) = files.get(&listed.reference)?;
        let place = &listed.reference.place;
        let Definition::ResourceType { name, body, readable_scopes, writable_scopes, .. } = definition else {
            bail!("`{place}` is no resource type");
        };
        let announced = format!("{}@{}", listed.name, listed.api_version);
        ensure!(name.eq_ignore_ascii_case(&announced), "`{place}` is `{name}`, but the index says `{announced}`");
        let scopes = |bits: Option<u64>| {
            let bits = bits.with_context(|| format!("`{place}` has no scopes"))?;
            Scopes::from_bits(bits).with_context(|| format!("`{place}` has an unknown scope: {bits}"))
        };
        let functions = self.functions(listed).iter().map(|it| files.function(it));
        Ok(ResourceType {
            name: listed.name.clone(),
            api_version: listed.api_version.clone(),
            readable_scopes: scopes(*readable_scopes)?,
            writable_scopes: scopes(*writable_scopes)?,
            body: files.id(path, body)?,
            functions: functions.filter_map(Result::transpose).collect::<anyhow::Result<_>>()?,
        })
    }
}

impl Listed {
    fn new(key: &str, reference: Reference) -> anyhow::Result<Self> {
        let (name, api_version) = key.rsplit_once('@').with_context(|| format!("`{key}` has no version"))?;
        Ok(Self { name: name.to_owned(), api_version: api_version.to_owned(), reference })
    }

    fn entry(&self) -> Entry {
        let scopes = Scopes::default();
        let (name, api_version) = (self.name.clone(), self.api_version.clone());
        Entry { name, api_version, readable_scopes: scopes, writable_scopes: scopes }
    }

    /// What tells it from others: case does not matter to Azure.
    fn key(&self) -> (String, String) {
        (self.name.to_ascii_lowercase(), self.api_version.to_ascii_lowercase())
    }
}

fn by_namespace(Pairs(resources): Pairs<Reference>) -> anyhow::Result<BTreeMap<String, Vec<Listed>>> {
    let mut namespaces: BTreeMap<String, Vec<Listed>> = BTreeMap::new();
    for (key, reference) in resources {
        let namespace = key.split('/').next().unwrap_or_default().to_ascii_lowercase();
        namespaces.entry(namespace).or_default().push(Listed::new(&key, reference)?);
    }
    for listed in namespaces.values_mut() {
        // Of two that differ by case only, the official reader takes the one whose path comes first.
        listed.sort_by_cached_key(|it| (it.key(), it.reference.place.to_ascii_lowercase()));
        listed.dedup_by_key(|it| it.key());
    }
    Ok(namespaces)
}

fn read_json<T: DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let text = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("`{}` is not in the official format", path.display()))
}

/// The place of a definition among the types of its provider.
fn id(first: usize, number: usize) -> TypeId {
    TypeId::new(first + number)
}

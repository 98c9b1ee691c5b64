//! Looking facts up: the directory of all types, and one provider after the other. It must not know how they are stored.

use std::sync::OnceLock;

use crate::nearest::nearest;
use crate::records::Record;
use crate::{Damaged, Entry, Error, NotFound, Provider, ResourceType, choose, pack};

static DATA: &[u8] = include_bytes!("../data/types.bin");

/// The built-in data. Its directory is read once.
pub fn catalogue() -> Result<&'static Catalogue<'static>, Damaged> {
    static CATALOGUE: OnceLock<Result<Catalogue<'static>, Damaged>> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::read(DATA)).as_ref().map_err(|error| *error)
}

/// A resource type of the built-in data, with the provider that has the types it is made of; see [`Catalogue::find`].
pub fn find(name: &str, api_version: Option<&str>) -> Result<(Provider, ResourceType), Error> {
    catalogue()?.find(name, api_version)
}

/// As [`find`], but each provider is unpacked once and kept: for many look-ups in one run of a program.
pub fn find_shared(name: &str, api_version: Option<&str>) -> Result<(&'static Provider, &'static ResourceType), Error> {
    let entry = catalogue()?.entry(name, api_version)?;
    let provider = shared(namespace(name))?;
    let resource = provider.resource(entry).ok_or(Damaged("the directory lists other types"))?;
    Ok((provider, resource))
}

/// A provider of the built-in data, which is unpacked when it is asked for the first time.
pub(crate) fn shared(namespace: &str) -> Result<&'static Provider, Error> {
    static PROVIDERS: OnceLock<Vec<OnceLock<Result<Provider, Damaged>>>> = OnceLock::new();
    let catalogue = catalogue()?;
    let place = catalogue.place(namespace)?;
    let providers = PROVIDERS.get_or_init(|| catalogue.records.iter().map(|_| OnceLock::new()).collect());
    let provider = providers[place].get_or_init(|| pack::provider(&catalogue.records[place], catalogue.blocks));
    Ok(provider.as_ref().map_err(|damaged| *damaged)?)
}

/// The directory of all types. A provider is unpacked when it is asked for, each time.
pub struct Catalogue<'a> {
    records: Vec<Record>,
    blocks: &'a [u8],
}

impl<'a> Catalogue<'a> {
    /// Reads the directory of such data as [`pack`](crate::pack()) makes.
    pub fn read(data: &'a [u8]) -> Result<Self, Damaged> {
        let (records, blocks) = pack::directory(data)?;
        Ok(Self { records, blocks })
    }

    /// All versions of all types, ordered by namespace, name and version.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.records.iter().flat_map(|record| &record.entries)
    }

    /// All types: for each, its versions, the oldest first.
    pub fn types(&self) -> impl Iterator<Item = &[Entry]> {
        self.records.iter().flat_map(|record| record.entries.chunk_by(|one, next| next.is_named(&one.name)))
    }

    /// The namespaces, in lower case.
    pub fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.records.iter().map(|record| record.namespace.as_str())
    }

    /// All versions of one type, the oldest first; case does not matter.
    pub fn versions(&self, name: &str) -> Vec<&Entry> {
        let entries = self.record(namespace(name)).into_iter().flat_map(|record| &record.entries);
        entries.filter(|entry| entry.is_named(name)).collect()
    }

    /// One version of a type; case does not matter. Without a version, what [`choose`] says.
    pub fn entry(&self, name: &str, api_version: Option<&str>) -> Result<&Entry, NotFound> {
        let versions = self.versions(name);
        let Some(chosen) = choose(&versions) else { return Err(self.no_type(name)) };
        let Some(wanted) = api_version else { return Ok(chosen) };
        let found = versions.iter().copied().find(|entry| entry.api_version.eq_ignore_ascii_case(wanted));
        found.ok_or_else(|| NotFound {
            what: format!("version `{wanted}` of `{}`", chosen.name),
            nearest: versions.iter().rev().map(|entry| format!("`{}`", entry.api_version)).collect(),
        })
    }

    /// One version of a type, as [`Catalogue::entry`] finds it, with the provider that has the types it is made of.
    pub fn find(&self, name: &str, api_version: Option<&str>) -> Result<(Provider, ResourceType), Error> {
        let entry = self.entry(name, api_version)?;
        let provider = self.provider(namespace(name))?;
        let resource = provider.resource(entry).cloned().ok_or(Damaged("the directory lists other types"))?;
        Ok((provider, resource))
    }

    /// One provider; case does not matter.
    pub fn provider(&self, namespace: &str) -> Result<Provider, Error> {
        Ok(pack::provider(&self.records[self.place(namespace)?], self.blocks)?)
    }

    /// Where the record of a provider stands.
    fn place(&self, namespace: &str) -> Result<usize, NotFound> {
        let place = self.records.iter().position(|record| record.namespace.eq_ignore_ascii_case(namespace));
        place.ok_or_else(|| NotFound {
            what: format!("provider `{namespace}`"),
            nearest: quoted(nearest(namespace, self.namespaces())),
        })
    }

    fn record(&self, namespace: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.namespace.eq_ignore_ascii_case(namespace))
    }

    fn no_type(&self, name: &str) -> NotFound {
        let names = self.types().filter_map(|versions| versions.last()).map(|entry| entry.name.as_str());
        NotFound { what: format!("resource type `{name}`"), nearest: quoted(nearest(name, names)) }
    }
}

fn namespace(name: &str) -> &str {
    name.split('/').next().unwrap_or(name)
}

fn quoted(names: Vec<String>) -> Vec<String> {
    names.into_iter().map(|name| format!("`{name}`")).collect()
}

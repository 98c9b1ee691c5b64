//! From the files of an extension to its types, as those of Azure are known. It must not know how they are called in Rust.

use anyhow::{Context, anyhow, bail, ensure};
use types::{Object, Provider, ResourceType, Scopes, Type, TypeId};

use super::source::Source;
use crate::folder::Files;
use crate::official::{Definition, Index, Reference, Settings};
use crate::rust::Extension;

/// Where a resource can be that says nothing of that.
const EVERYWHERE: u64 = 31;
/// Flags of a resource.
const READ_ONLY: u64 = 1;
const WRITE_ONLY: u64 = 2;

/// Reads all types of an extension.
pub(super) fn read(source: &Source) -> anyhow::Result<Extension> {
    let Index { resources, settings, .. } = source.index()?;
    let Settings { name, version, configuration_type } =
        settings.context("its index has no `settings`, which every extension has")?;
    let files = files(source, resources.0.iter().map(|(_, it)| it).chain(&configuration_type))?;
    let mut listed = Vec::new();
    for (key, reference) in &resources.0 {
        listed.push(resource(&files, key, reference)?);
    }
    listed.sort_by(|one, other| one.name.cmp(&other.name));
    let configuration = configuration_type.map(|it| definition(&files, &it)).transpose()?;
    let (types, configuration) = configured(files.types()?, configuration);
    let provider = Provider::new(name.clone(), listed, types);
    let provider = provider.map_err(|error| anyhow!("a reference leads nowhere ({})", error.0))?;
    Ok(Extension { name, version, provider, configuration })
}

/// The files that are referred to, each read once.
fn files<'r>(source: &Source, references: impl Iterator<Item = &'r Reference>) -> anyhow::Result<Files> {
    let mut files = Files::of_extension();
    for reference in references {
        let (path, _) = reference.parse()?;
        if !files.has(path) {
            files.add(path, source.read(path)?);
        }
    }
    Ok(files)
}

fn resource(files: &Files, key: &str, reference: &Reference) -> anyhow::Result<ResourceType> {
    let (path, definition) = files.get(reference)?;
    let Definition::ResourceType { name, body, readable_scopes, writable_scopes, flags } = definition else {
        bail!("`{}` is no resource type", reference.place);
    };
    ensure!(name.eq_ignore_ascii_case(key), "`{}` is `{name}`, but the index says `{key}`", reference.place);
    let (_, version) = key.rsplit_once('@').with_context(|| format!("`{key}` has no version"))?;
    let scopes = match (readable_scopes.unwrap_or_default(), writable_scopes.unwrap_or_default()) {
        (0, 0) => (EVERYWHERE, EVERYWHERE),
        scopes => scopes,
    };
    let allowed = |bits: u64, forbidden: u64| if flags & forbidden == 0 { bits } else { 0 };
    let known = |bits| Scopes::from_bits(bits).with_context(|| format!("`{key}` has an unknown scope: {bits}"));
    Ok(ResourceType {
        name: key.to_owned(),
        api_version: version.to_owned(),
        readable_scopes: known(allowed(scopes.0, WRITE_ONLY))?,
        writable_scopes: known(allowed(scopes.1, READ_ONLY))?,
        body: files.id(path, body)?,
        functions: Vec::new(),
    })
}

fn definition(files: &Files, reference: &Reference) -> anyhow::Result<TypeId> {
    let (path, number) = reference.parse()?;
    files.id(path, &Reference { place: format!("#/{number}") })
}

/// The types with one for what the extension has to know: an object without properties where it says of none.
fn configured(mut types: Vec<Type>, configuration: Option<TypeId>) -> (Vec<Type>, TypeId) {
    let is_of_properties = |it: &TypeId| match &types[it.index()] {
        Type::Object(object) => !object.properties.is_empty(),
        Type::Discriminated(_) => true,
        _ => false,
    };
    if let Some(configuration) = configuration.filter(is_of_properties) {
        return (types, configuration);
    }
    let (name, properties) = ("configuration".to_owned(), Vec::new());
    types.push(Type::Object(Object { name, properties, additional: None, sensitive: false }));
    let last = TypeId::new(types.len() - 1);
    (types, last)
}

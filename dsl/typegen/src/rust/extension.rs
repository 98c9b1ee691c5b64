//! All types of an extension as one file of Rust. It must not know where it was found.

use std::collections::BTreeMap;

use askama::Template;
use heck::ToShoutySnakeCase;
use types::{Flags, Object, Property, Provider, ResourceType, Scopes, Type, TypeId};

use super::files::Plan;
use super::identifiers::{Identifier, identifiers};
use super::item;
use super::names::Names;
use super::reach::{Item, Mode};
use super::structs::structs;
use super::table::{Place, Scope, Sections};
use super::words::{field, pascal};

/// What is known about an extension.
pub(crate) struct Extension {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Its resources, each by its name with the version.
    pub(crate) provider: Provider,
    /// What it has to know.
    pub(crate) configuration: TypeId,
}

#[derive(Template)]
#[template(path = "extension.rs.txt", escape = "none")]
struct ExtensionFile<'a> {
    name: &'a str,
    version: &'a str,
    items: Vec<String>,
}

#[derive(Template)]
#[template(path = "extension_resource.rs.txt", escape = "none")]
struct ResourceText<'a> {
    ty: &'a str,
    version: &'a str,
    name: &'a str,
    scopes: String,
    extension: &'a str,
    body: Option<String>,
    is_found: bool,
    found: Vec<String>,
    found_by: Vec<String>,
    sections: String,
    others: Option<String>,
}

/// The file with the structs of the resources that are asked for, by their names.
pub(crate) fn extension_file(extension: &Extension, wanted: &[&str]) -> anyhow::Result<String> {
    let (provider, configuration) = with_configuration(extension)?;
    let name = pascal(&extension.name);
    let all: Vec<_> = provider.resources().iter().chain([&configuration]).collect();
    let names = names(extension, &provider, &all, &name);
    let resources = provider.resources().iter().filter(|it| wanted.contains(&&*it.name));
    let resources: Vec<_> = [&configuration].into_iter().chain(resources).collect();
    let plan = Plan::new(&provider, &resources, |_| String::new());
    let scope = |resource| Scope {
        provider: &provider,
        names: &names,
        files: &plan.files,
        file: "",
        resource,
        has_rules: false,
        is_of_extension: true,
    };
    let structs = resources.iter().skip(1).map(|it| resource(scope(it), &name));
    let structs: Vec<_> = structs.collect::<anyhow::Result<_>>()?;
    // What the extension has to know is met first, and is what a reader looks for first.
    let mut items = plan.items(scope(&configuration))?;
    items.splice(1..1, structs);
    Ok(ExtensionFile { name: &extension.name, version: &extension.version, items }.render()?)
}

/// What the extension has to know, as a resource of one property: it is written and named like those.
fn with_configuration(extension: &Extension) -> anyhow::Result<(Provider, ResourceType)> {
    let Extension { name, version, provider, configuration } = extension;
    let property = Property { name: "configuration".to_owned(), ty: *configuration, flags: Flags::default() };
    let body = Object { name: name.clone(), properties: vec![property], additional: None, sensitive: false };
    let types = [provider.types(), &[Type::Object(body)]].concat();
    let configuration = ResourceType {
        name: name.clone(),
        api_version: version.clone(),
        readable_scopes: Scopes::default(),
        writable_scopes: Scopes::from_bits(1).unwrap_or_default(),
        body: TypeId::new(types.len() - 1),
        functions: Vec::new(),
    };
    let provider = Provider::new(name.clone(), provider.resources().to_vec(), types);
    Ok((provider.map_err(|error| anyhow::anyhow!(error.0))?, configuration))
}

fn names(extension: &Extension, provider: &Provider, all: &[&ResourceType], name: &str) -> Names {
    let types: Vec<_> = provider.resources().iter().map(|it| &*it.name).collect();
    let structs = structs(name, &types).into_iter().map(|(ty, name)| (ty.to_ascii_lowercase(), name));
    let structs: BTreeMap<_, _> = structs.chain([(extension.name.to_ascii_lowercase(), name.to_owned())]).collect();
    let mut names = Names::of(provider, all, structs);
    names.rename(Item::Object(extension.configuration), name);
    names.rename(Item::Union(extension.configuration), name);
    names
}

fn resource(scope: Scope<'_>, extension: &str) -> anyhow::Result<String> {
    let Scope { provider, resource, .. } = scope;
    let sections = body(scope);
    let is_written = !resource.writable_scopes.is_empty();
    let is_union = matches!(provider[resource.body], Type::Discriminated(_));
    // Bicep asks for the property that tells variants apart, and takes it of none that is there already.
    let is_found = !resource.readable_scopes.is_empty() && !is_union;
    let identifiers = if is_found { identifiers(provider, resource.body) } else { Vec::new() };
    let (found, found_by): (Vec<_>, Vec<_>) = identifiers.iter().partition(|it| it.is_required);
    // Of what is only read, no types are there but those that are read.
    let mode = if is_written { Mode::Written } else { Mode::Read };
    let line = |it: &Identifier, name: String| format!("{name}: {} = {:?};", scope.ty(it.ty, mode), it.path);
    let last = |it: &Identifier| it.path.rsplit('.').next().unwrap_or_default().to_owned();
    let text = ResourceText {
        ty: resource.name.rsplit_once('@').map_or("", |(ty, _)| ty),
        version: &resource.api_version,
        name: scope.names.resource(&resource.name),
        scopes: item::scopes(resource.writable_scopes),
        extension,
        body: (is_written && is_union).then(|| scope.path(Item::Union(resource.body), "")),
        is_found,
        found: found.into_iter().map(|it| line(it, field(&last(it)))).collect(),
        found_by: found_by.into_iter().map(|it| line(it, last(it).to_shouty_snake_case())).collect(),
        sections: item::text_of(&sections)?,
        others: sections.others,
    };
    Ok(text.render()?)
}

fn body(scope: Scope<'_>) -> Sections {
    let Scope { provider, resource, .. } = scope;
    match &provider[resource.body] {
        Type::Object(body) if !resource.writable_scopes.is_empty() => {
            let place = Place { path: "", object: &body.name, is_body: true };
            scope.written(body.properties.iter(), body.additional, place)
        }
        Type::Object(body) => scope.read(body.properties.iter(), Mode::Read, true),
        Type::Discriminated(body) => scope.read(body.base.iter(), Mode::Read, true),
        _ => Sections::default(),
    }
}

//! All that is known about a resource type, as a page. It must not know where it is shown.

use types::{Catalogue, EXCEPTIONS, Entry, Provider, ResourceType, Scopes, choose};

use crate::tree::Tree;

/// How much of a type a page has.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    /// How many levels of properties.
    pub(crate) depth: usize,
    /// Whether all values of long enums.
    pub(crate) all_values: bool,
}

/// The page of a resource type.
pub(crate) fn page(
    catalogue: &Catalogue<'_>,
    provider: &Provider,
    resource: &ResourceType,
    rust: &str,
    extent: Extent,
) -> String {
    let mut tree = Tree::new(provider, extent.depth, extent.all_values);
    tree.members(0, resource.body);
    let (properties, is_cut) = tree.finish();
    let (functions, is_cut_too) = functions(provider, resource, extent);
    let head = head(catalogue, resource, rust);
    let hint = if is_cut || is_cut_too { "\n…: there is more below; see it with `--depth N`\n" } else { "" };
    format!("{head}\nproperties\n{properties}{functions}{hint}")
}

fn head(catalogue: &Catalogue<'_>, resource: &ResourceType, rust: &str) -> String {
    let versions = catalogue.versions(&resource.name);
    let row = |label: &str, values: Vec<String>| {
        let values = if values.is_empty() { vec!["none".to_owned()] } else { values };
        format!("{label:10}{}\n", values.join(&format!("\n{:10}", "")))
    };
    [
        format!("{}@{}\n\n", resource.name, resource.api_version),
        row("version", version(&versions, resource)),
        row("writable", vec![scopes(resource.writable_scopes)]),
        row("readable", vec![scopes(resource.readable_scopes)]),
        row("parent", parent(catalogue, &versions)),
        row("children", children(catalogue, &resource.name)),
        row("rust", vec![rust.to_owned()]),
    ]
    .concat()
}

/// Why this version, and which others there are.
fn version(versions: &[&Entry], resource: &ResourceType) -> Vec<String> {
    let is_this = |entry: &Entry| entry.api_version == resource.api_version;
    let chosen = choose(versions).filter(|entry| is_this(entry));
    let exception = EXCEPTIONS.iter().find(|it| chosen.is_some_and(|entry| entry.is_named(it.name)));
    let why = match (chosen, exception) {
        (None, _) => "not the one that is chosen when nobody names a version".to_owned(),
        (Some(_), Some(exception)) => format!("chosen by exception: {}", exception.reason),
        (Some(entry), None) if entry.is_stable() => "newest stable version".to_owned(),
        (Some(_), None) => "newest preview; there is no stable version".to_owned(),
    };
    let others: Vec<_> = versions.iter().filter(|it| !is_this(it)).map(|it| it.api_version.as_str()).collect();
    let others = (!others.is_empty()).then(|| format!("others here: {}", others.join(", ")));
    [why].into_iter().chain(others).collect()
}

fn scopes(scopes: Scopes) -> String {
    let names: Vec<_> = scopes.names().collect();
    if names.is_empty() { "nowhere".to_owned() } else { names.join(", ") }
}

fn parent(catalogue: &Catalogue<'_>, versions: &[&Entry]) -> Vec<String> {
    let parent = versions.first().and_then(|entry| entry.parent());
    let known = |name| choose(&catalogue.versions(name)).map(|entry| entry.name.clone());
    parent.map(|name| known(name).unwrap_or_else(|| format!("{name} (no type of its own)"))).into_iter().collect()
}

fn children(catalogue: &Catalogue<'_>, name: &str) -> Vec<String> {
    let chosen = catalogue.types().filter_map(|versions| choose(&versions.iter().collect::<Vec<_>>()));
    let is_child = |entry: &&Entry| entry.parent().is_some_and(|parent| parent.eq_ignore_ascii_case(name));
    chosen.filter(is_child).map(|entry| entry.name.clone()).collect()
}

/// The list functions, and whether some of their types have more below.
fn functions(provider: &Provider, resource: &ResourceType, extent: Extent) -> (String, bool) {
    if resource.functions.is_empty() {
        return (String::new(), false);
    }
    let mut tree = Tree::new(provider, extent.depth, extent.all_values);
    for function in &resource.functions {
        let arguments = if function.input.is_some() { "(input)" } else { "()" };
        tree.line(1, &format!("{}{arguments}", function.name), Vec::new(), function.output);
        if let Some(input) = function.input {
            tree.line(2, "with input", Vec::new(), input);
        }
    }
    let (lines, is_cut) = tree.finish();
    (format!("\nfunctions\n{lines}"), is_cut)
}

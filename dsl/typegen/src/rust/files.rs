//! From a list of types to the files of the catalogue. It must not know where they are written, nor which there were.

use std::collections::BTreeMap;

use askama::Template;
use types::{Provider, ResourceType, Type, TypeId};

use super::interfaces::interfaces;
use super::item;
use super::names::Names;
use super::reach::{Item, Meeting, reach};
use super::table::Scope;
use super::words::{module, snake};

/// The file of the shapes that several resources of a namespace share.
const SHAPES: &str = "shapes";

#[derive(Template)]
#[template(path = "type.rs.txt", escape = "none")]
struct TypeFile<'a> {
    resource: &'a ResourceType,
    items: Vec<String>,
}

#[derive(Template)]
#[template(path = "shapes.rs.txt", escape = "none")]
struct ShapesFile<'a> {
    namespace: &'a str,
    items: Vec<String>,
}

#[derive(Template)]
#[template(path = "module.rs.txt", escape = "none")]
struct ModuleFile<'a> {
    namespace: &'a str,
    files: Vec<&'a str>,
}

#[derive(Template)]
#[template(path = "types.rs.txt", escape = "none")]
struct TypesFile<'a> {
    types: &'a [String],
}

#[derive(Template)]
#[template(path = "directory.rs.txt", escape = "none")]
struct DirectoryFile<'a> {
    types: &'a [String],
}

#[derive(Template)]
#[template(path = "identities.rs.txt", escape = "none")]
struct IdentitiesFile<'a> {
    types: &'a [String],
}

/// A resource type, for the lists of all.
pub(crate) struct Listed {
    /// The type as Azure spells it.
    pub(crate) ty: String,
    /// The version of its struct.
    pub(crate) version: String,
    /// Its struct.
    pub(crate) name: String,
    /// Whether Azure can make an identity for it.
    pub(crate) has_identity: bool,
    /// The common interfaces that its data supports, as the macro wants them.
    pub(crate) interfaces: Vec<String>,
}

/// What is generated for one namespace.
pub(crate) struct Module {
    /// The module, which is the folder too.
    pub(crate) name: String,
    /// The resources that it has.
    pub(crate) resources: Vec<Listed>,
    /// Texts by their names in that folder.
    pub(crate) files: BTreeMap<String, String>,
}

/// The list of the types that can have an identity which Azure makes for them.
pub(crate) fn identities_file(types: &[String]) -> anyhow::Result<String> {
    Ok(IdentitiesFile { types }.render()? + "\n")
}

/// The list of all types of the catalogue by their names.
pub(crate) fn directory_file(types: &[String]) -> anyhow::Result<String> {
    Ok(DirectoryFile { types }.render()? + "\n")
}

/// Whether the object id of an identity can be read, of those that can be set.
fn has_identity(provider: &Provider, resource: &ResourceType) -> bool {
    let property = |object: TypeId, name: &str| match &provider[object] {
        Type::Object(object) => object.properties.iter().find(|it| it.name == name).cloned(),
        _ => None,
    };
    let identity = property(resource.body, "identity").filter(|it| !it.flags.is_read_only());
    identity.and_then(|it| property(it.ty, "principalId")).is_some()
}

/// The module and the struct of a resource type.
pub(crate) fn path(provider: &Provider, all: &[&ResourceType], name: &str) -> (String, String) {
    (module(spelling(all)), Names::new(provider, all).resource(name).to_owned())
}

/// The list of all structs, for the tests that go through all of them.
pub(crate) fn types_file(types: &[String]) -> anyhow::Result<String> {
    // A template does not end with the line break of its file.
    Ok(TypesFile { types }.render()? + "\n")
}

/// The files of a namespace, for the resource types of it that are in the catalogue. `all` has each type of the namespace
/// once: the names follow from it.
pub(crate) fn module_files(
    provider: &Provider,
    all: &[&ResourceType],
    resources: &[&ResourceType],
    has_rules: bool,
) -> anyhow::Result<Module> {
    let names = Names::new(provider, all);
    let plan = Plan::new(provider, resources, |users| match users {
        [one] => snake(names.resource(one)),
        _ => SHAPES.to_owned(),
    });
    let mut files = BTreeMap::new();
    for resource in resources {
        let file = snake(names.resource(&resource.name));
        let scope = Scope {
            provider,
            names: &names,
            files: &plan.files,
            file: &file,
            resource,
            has_rules,
            is_of_extension: false,
        };
        let mut items = vec![item::resource(scope)?];
        items.extend(plan.items(scope)?);
        files.insert(format!("{file}.rs"), TypeFile { resource, items }.render()?);
    }
    let namespace = spelling(all);
    if let Some(resource) = resources.first() {
        let scope = Scope {
            provider,
            names: &names,
            files: &plan.files,
            file: SHAPES,
            resource,
            has_rules,
            is_of_extension: false,
        };
        let items = plan.items(scope)?;
        if !items.is_empty() {
            files.insert(format!("{SHAPES}.rs"), ShapesFile { namespace, items }.render()?);
        }
    }
    let stems = files.keys().filter_map(|name| name.strip_suffix(".rs")).collect();
    let list = ModuleFile { namespace, files: stems }.render()?;
    files.insert("mod.rs".to_owned(), list);
    let name = module(namespace);
    let resources = resources.iter().map(|it| Listed {
        ty: it.name.clone(),
        version: it.api_version.clone(),
        name: names.resource(&it.name).to_owned(),
        has_identity: has_identity(provider, it),
        interfaces: interfaces(provider, it),
    });
    let resources = resources.collect();
    Ok(Module { name, resources, files })
}

/// The namespace as most of its types spell it.
fn spelling<'r>(resources: &[&'r ResourceType]) -> &'r str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for namespace in resources.iter().filter_map(|it| it.name.split('/').next()) {
        *counts.entry(namespace).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or("", |(namespace, _)| namespace)
}

/// Which item stands in which file.
pub(super) struct Plan<'r> {
    pub(super) files: BTreeMap<Item, String>,
    /// Every item with the resource that meets it first, how, and how many resources do.
    meetings: Vec<(&'r ResourceType, Meeting, usize)>,
}

impl<'r> Plan<'r> {
    /// `file` says where an item stands, by the resources that are made of it.
    pub(super) fn new(provider: &Provider, resources: &[&'r ResourceType], file: impl Fn(&[&str]) -> String) -> Self {
        let mut users: BTreeMap<Item, Vec<&str>> = BTreeMap::new();
        let mut first = Vec::new();
        for &resource in resources {
            for meeting in reach(provider, resource) {
                let users = users.entry(meeting.item).or_default();
                if users.is_empty() {
                    first.push((resource, meeting));
                }
                if users.last() != Some(&resource.name.as_str()) {
                    users.push(&resource.name);
                }
            }
        }
        merge_views(&mut users);
        let files = users.iter().map(|(item, users)| (*item, file(users))).collect();
        let kept = first.into_iter().filter_map(|(resource, meeting)| {
            let count = users.get(&meeting.item)?.len();
            Some((resource, meeting, count))
        });
        Plan { files, meetings: kept.collect() }
    }

    /// The items of the file that the scope is for, in the order in which they are met.
    pub(super) fn items(&self, scope: Scope<'_>) -> anyhow::Result<Vec<String>> {
        let here =
            self.meetings.iter().filter(|(_, it, _)| self.files.get(&it.item).is_some_and(|it| it == scope.file));
        let text = |(resource, meeting, count): &(&ResourceType, Meeting, usize)| {
            item::item(Scope { resource, ..scope }, meeting, &doc(&resource.name, meeting, *count))
        };
        here.map(text).collect()
    }
}

/// What is written has a view of its own, so whoever only reads it uses that.
fn merge_views(users: &mut BTreeMap<Item, Vec<&str>>) {
    let views: Vec<_> = users.keys().copied().filter(|item| matches!(item, Item::View(_))).collect();
    for view in views {
        let Item::View(id) = view else { continue };
        let written = [Item::Object(id), Item::Union(id)].into_iter().find(|it| users.contains_key(it));
        let Some(written) = written else { continue };
        let readers = users.remove(&view).unwrap_or_default();
        let writers = users.entry(written).or_default();
        for reader in readers {
            if !writers.contains(&reader) {
                writers.push(reader);
            }
        }
    }
}

/// Where the item is met, as a sentence.
fn doc(resource: &str, meeting: &Meeting, count: usize) -> String {
    let path = if meeting.path.is_empty() { "the body".to_owned() } else { format!("`{}`", meeting.path) };
    let others = match count - 1 {
        0 => String::new(),
        1 => ", and of one other resource".to_owned(),
        others => format!(", and of {others} other resources"),
    };
    match meeting.item {
        Item::Choice(_) => format!("Values of {path} of `{resource}`{others}."),
        Item::Variant(..) => format!("A variant of {path} of `{resource}`{others}."),
        Item::Secrets(_) => format!("What {path} of `{resource}` returns{others}."),
        _ => format!("{} of `{resource}`{others}.", if meeting.path.is_empty() { "The body".to_owned() } else { path }),
    }
}

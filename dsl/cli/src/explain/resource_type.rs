//! The page of a type of resource: its struct, its versions, and the roles that mean something on it. It must not know its
//! properties, of which there are too many for a page.

use azure::directory::{BuiltIn, Listed, ROLES, TYPES};
use types::{Catalogue, Damaged, Entry, catalogue, choose};

use super::{indented, table};
use crate::command::CALL;

/// How many names one line has.
const MOST: usize = 8;

/// The types that are structs, each with its struct.
pub(super) fn list() -> String {
    let rows: Vec<_> = TYPES.iter().map(|listed| (listed.ty, format!("azure::{}", listed.path))).collect();
    table(rows.iter().map(|(ty, path)| (*ty, path.as_str())))
}

/// The page of what a topic names, with or without a version; nothing where Azure has no such type.
pub(super) fn page(topic: &str) -> Result<Option<String>, Damaged> {
    let catalogue = catalogue()?;
    let name = topic.split('@').next().unwrap_or(topic);
    Ok(choose(&catalogue.versions(name)).map(|entry| text(catalogue, entry)))
}

fn text(catalogue: &Catalogue<'_>, entry: &Entry) -> String {
    let name = &entry.name;
    let listed = TYPES.iter().find(|listed| listed.ty.eq_ignore_ascii_case(name));
    format!(
        "{name}\n\n{}{}{}\n{}",
        in_rust(entry, listed),
        place(catalogue, entry),
        properties(name),
        listed.map_or_else(untyped_roles, roles)
    )
}

fn in_rust(entry: &Entry, listed: Option<&Listed>) -> String {
    let Entry { name, api_version, .. } = entry;
    if let Some(Listed { path, feature, version, .. }) = listed {
        format!("In Rust     `azure::{path}`, with the feature `{feature}`; version {version}\n")
    } else {
        let add = "`cargo run -p typegen -- add` makes one, in the repository of the library";
        format!("In Rust     `dsl::raw(\"{name}@{api_version}\", \"NAME\")`, for it is no struct yet; {add}\n")
    }
}

/// Where it can be, and what can be in it.
fn place(catalogue: &Catalogue<'_>, entry: &Entry) -> String {
    let scopes = entry.writable_scopes.names().collect::<Vec<_>>().join(", ");
    let scopes = if scopes.is_empty() { "nothing: Azure makes it".to_owned() } else { scopes };
    let newest = catalogue.types().filter_map(<[Entry]>::last);
    let is_inside = |it: &&Entry| it.parent().is_some_and(|parent| parent.eq_ignore_ascii_case(&entry.name));
    let inside: Vec<_> = newest.filter(is_inside).filter_map(|it| it.name.rsplit('/').next()).collect();
    format!("Deploys to  {scopes}\n{}", if inside.is_empty() { String::new() } else { shortened(&inside) })
}

fn shortened(names: &[&str]) -> String {
    let shown = names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(MOST);
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    format!("In it       {shown}{more}\n")
}

/// Microsoft's reference writes types in small letters.
fn properties(name: &str) -> String {
    format!("Properties  https://learn.microsoft.com/azure/templates/{}\n", name.to_ascii_lowercase())
}

fn roles(listed: &Listed) -> String {
    let of_type: Vec<_> = ROLES.iter().filter(|role| role.is_for(listed)).collect();
    let of_type = if of_type.is_empty() {
        none_of_its_own(listed)
    } else {
        format!("Roles that mean something on it, or on what is declared under it:\n\n{}", rows(&of_type))
    };
    format!("{of_type}\n{}", roles_for_all())
}

/// Roles are made for services, not for their parts.
fn none_of_its_own(listed: &Listed) -> String {
    let parent = listed.ty.rsplit_once('/').map(|(parent, _)| parent).filter(|parent| parent.contains('/'));
    let parent = parent.map(|parent| format!(": see those for `{parent}`"));
    format!("No role is made for it in particular{}.\n", parent.unwrap_or_default())
}

fn untyped_roles() -> String {
    format!("A `dsl::raw` resource takes every role: `{CALL} explain --roles` lists them.\n\n{}", how())
}

fn roles_for_all() -> String {
    let of_all: Vec<_> = ROLES.iter().filter(|role| role.targets.is_none()).collect();
    format!("Roles that mean something on everything:\n\n{}\n{}", rows(&of_all), how())
}

fn rows(roles: &[&BuiltIn]) -> String {
    indented(&table(roles.iter().map(|role| (role.ident, role.name))))
}

fn how() -> String {
    let how = "A role is granted by `g.grant(\"symbol\", &who, role::NAME, &resource).describe(\"…\")`.\n";
    format!("{how}How, and its actions: `{CALL} explain NAME`.\n")
}

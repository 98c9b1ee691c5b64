//! Which of the common interfaces a type supports: what its data says, and what a table says of its diagnostics. It must not
//! know how an interface is used.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use askama::Template;
use types::{Property, Provider, ResourceType, Type, TypeId};

#[derive(Template)]
#[template(path = "interfaces.rs.txt", escape = "none")]
struct InterfacesFile<'a> {
    types: &'a [String],
}

/// The list of all types that have a common interface, each with its interfaces.
pub(crate) fn interfaces_file(types: &[String]) -> anyhow::Result<String> {
    Ok(InterfacesFile { types }.render()? + "\n")
}

/// What the data of a type says: whether it can be locked, has tags, and takes identities.
pub(crate) fn interfaces(provider: &Provider, resource: &ResourceType) -> Vec<String> {
    let scopes = resource.writable_scopes;
    let is_lockable = scopes.resource_group() && !scopes.extension();
    let is_tagged = property(provider, resource.body, "tags").is_some();
    let lock = is_lockable.then(|| "lock".to_owned());
    let tags = is_tagged.then(|| "tags".to_owned());
    lock.into_iter().chain(tags).chain(identities(provider, resource)).collect()
}

/// The identities that can be set, and the type's spelling of having both kinds.
fn identities(provider: &Provider, resource: &ResourceType) -> Vec<String> {
    let identity = property(provider, resource.body, "identity").map(|it| it.ty);
    let kinds = identity.and_then(|it| property(provider, it, "type"));
    let kinds = kinds.map_or(Vec::new(), |it| literals(provider, it.ty));
    let has = |kind: &str| kinds.iter().any(|it| it == kind);
    let takes_users = identity.is_some_and(|it| property(provider, it, "userAssignedIdentities").is_some());
    let (system, user) = (has("SystemAssigned"), has("UserAssigned") && takes_users);
    let both = kinds.iter().find(|it| it.starts_with("System") && it.ends_with("UserAssigned"));
    let both = both.map_or_else(|| "None".to_owned(), |it| format!("Some({it:?})"));
    let line = |is: bool, text: &str| is.then(|| text.to_owned());
    let identity = line(system || user, "").map(|_| format!("identity({both})"));
    identity.into_iter().chain(line(system, "system_identity")).chain(line(user, "user_identities")).collect()
}

/// A property of an object that can be written.
fn property(provider: &Provider, object: TypeId, name: &str) -> Option<Property> {
    let Type::Object(object) = &provider[object] else { return None };
    object.properties.iter().find(|it| it.name == name && !it.flags.is_read_only()).cloned()
}

fn literals(provider: &Provider, ty: TypeId) -> Vec<String> {
    match &provider[ty] {
        Type::Union(union) => union.members.clone(),
        Type::StringLiteral(literal) => vec![literal.clone()],
        _ => Vec::new(),
    }
}

/// What each type of a table emits, by its name in lower case, as the macro wants it. A line has the type and, after a tab,
/// `logs`, `metrics` or both, separated by a comma.
pub(crate) fn diagnostics(table: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let row = |line: &str| {
        let (ty, emits) = line.split_once('\t').with_context(|| format!("`{line}` lacks a tab"))?;
        let is_known = emits.split(',').all(|it| matches!(it, "logs" | "metrics"));
        ensure!(is_known, "`{line}`: a resource emits `logs`, `metrics` or `logs,metrics`");
        let has = |kind: &str| emits.split(',').any(|it| it == kind);
        Ok((ty.to_ascii_lowercase(), format!("diagnostics({}, {})", has("logs"), has("metrics"))))
    };
    lines.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_is_emitted() {
        let table = diagnostics("# A comment.\nA.B/c\tlogs\nA.B/d\tlogs,metrics\n").unwrap();
        assert_eq!(table["a.b/c"], "diagnostics(true, false)");
        assert_eq!(table["a.b/d"], "diagnostics(true, true)");
        assert!(diagnostics("A.B/c\n").is_err());
        assert!(diagnostics("A.B/c\ttraces\n").is_err());
    }
}

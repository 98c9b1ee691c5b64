//! Changes in the reviewer's words, or for programs. It must not know how they were found.

use serde_json::{Value, json};

use super::compare::{Change, PropertyChange, differences};
use super::comparison::Compared;
use super::resource::Resource;

const ROLE_ASSIGNMENT: &str = "Microsoft.Authorization/roleAssignments";

/// A line for each resource, below it one for each property, and how many there are of each kind.
pub(super) fn text(compared: &Compared) -> String {
    let changes = &compared.changes;
    let entries: String = changes.iter().map(entry).collect();
    let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    let counts = [
        (count(|it| matches!(it, Change::Added(_))), "added"),
        (count(|it| matches!(it, Change::Removed(_))), "removed"),
        (count(|it| matches!(it, Change::Replaced { .. })), "replaced"),
        (count(|it| matches!(it, Change::Changed { .. })), "changed"),
    ];
    let counts: Vec<_> = counts.iter().filter(|it| it.0 > 0).map(|(count, word)| format!("{count} {word}")).collect();
    match counts.as_slice() {
        [] if compared.is_foretold => "no difference\n".to_owned(),
        [] => "no difference in the text of the Bicep\n".to_owned(),
        counts => format!("{entries}\n{}\n", counts.join(", ")),
    }
}

fn entry(change: &Change) -> String {
    let resource = change.resource();
    let (ty, name) = (&resource.ty, resource.name.trim_matches('\''));
    match change {
        Change::Added(_) => format!("+ {ty} `{name}` is added\n") + &grant(resource),
        Change::Removed(_) => format!("- {ty} `{name}` is removed\n") + &grant(resource),
        Change::Replaced { old, new } => {
            let [before, after] = [old, new].map(|it| it.name.trim_matches('\''));
            let after = if old.ty == new.ty { format!("`{after}`") } else { format!("{ty} `{after}`") };
            let head = format!("! {} `{before}` is replaced by {after}: {}\n", old.ty, why_replaced(change));
            head + &differences(old, new).iter().map(property).collect::<String>()
        }
        Change::Changed { properties, .. } => {
            format!("~ {ty} `{name}` is changed\n") + &properties.iter().map(property).collect::<String>()
        }
    }
}

/// Who may do what, for of a grant that is all.
fn grant(resource: &Resource) -> String {
    if resource.ty != ROLE_ASSIGNMENT {
        return String::new();
    }
    let told = |(path, value): (&String, &String)| format!("    {path}: {}\n", named(value));
    resource.properties.iter().map(told).collect()
}

/// A value, with the name of the role that it leads to.
fn named(value: &str) -> String {
    let mut guids = value.split(|char: char| !char.is_ascii_hexdigit() && char != '-').filter(|part| part.len() == 36);
    match guids.find_map(azure::role::name_of) {
        Some(role) => format!("{value} ({role})"),
        None => value.to_owned(),
    }
}

fn why_replaced(change: &Change) -> &'static str {
    match change {
        Change::Replaced { old, new } if old.ty != new.ty => "it has another type",
        Change::Replaced { old, new } if old.name != new.name => "it has another name",
        _ => "it is in another place",
    }
}

fn property(change: &PropertyChange) -> String {
    let PropertyChange { path, old, new } = change;
    match (old, new) {
        (None, Some(new)) => format!("    {path}: {} (was not set)\n", named(new)),
        (Some(old), None) => format!("    {path}: no longer set (was {})\n", named(old)),
        (old, new) => {
            let [old, new] = [old, new].map(|it| named(it.as_deref().unwrap_or_default()));
            format!("    {path}: {old} -> {new}\n")
        }
    }
}

/// Each change as an object.
pub(crate) fn records(changes: &[Change]) -> Value {
    let list = |changes: &[PropertyChange]| -> Value {
        changes.iter().map(|it| json!({ "path": it.path, "old": it.old, "new": it.new })).collect()
    };
    let record = |change: &Change| {
        let resource = change.resource();
        let mut record = json!({ "type": resource.ty, "name": resource.name.trim_matches('\'') });
        let (kind, properties) = match change {
            Change::Added(_) => ("added", Value::Null),
            Change::Removed(_) => ("removed", Value::Null),
            Change::Changed { properties, .. } => ("changed", list(properties)),
            Change::Replaced { old, new } => {
                record["replaces"] = json!({ "type": old.ty, "name": old.name.trim_matches('\'') });
                ("replaced", list(&differences(old, new)))
            }
        };
        record["change"] = kind.into();
        record["properties"] = properties;
        record
    };
    changes.iter().map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::super::compare::changes;
    use super::*;

    const READER: &str = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    const OWNER: &str = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    const OFFICER: &str = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";

    fn grant(name: &str, scope: &str, principal: &str, role: &str) -> Resource {
        let pairs = [
            ("scope", scope.to_owned()),
            ("properties.principalId", format!("'{principal}'")),
            ("properties.roleDefinitionId", format!("'.../roleDefinitions/{role}'")),
        ];
        let properties = pairs.map(|(path, value)| (path.to_owned(), value)).into();
        Resource { key: name.to_owned(), ty: ROLE_ASSIGNMENT.to_owned(), name: name.to_owned(), properties }
    }

    #[test]
    fn another_role_of_the_same_principal_is_no_new_grant_to_somebody_else() {
        let old = vec![grant("b", "storage", "shop", READER)];
        let new = vec![grant("a", "vault", "team", OFFICER), grant("c", "storage", "shop", OWNER)];
        let told: String = changes(old, new).iter().map(entry).collect();
        let (added, replaced) = told.split_once("! ").expect("one is replaced");
        assert!(added.starts_with("+ Microsoft.Authorization/roleAssignments `a` is added\n"), "{told}");
        assert!(added.contains(&format!("{OFFICER}' (Key Vault Secrets Officer)\n")), "{told}");
        assert!(added.contains("    scope: vault\n"), "{told}");
        assert!(replaced.contains("`b` is replaced by `c`: it has another name\n"), "{told}");
        let roles = ["Storage Blob Data Reader", "Storage Blob Data Owner"];
        let [reader, owner] = roles.map(|role| replaced.find(role).expect("both roles have their names"));
        assert!(reader < owner && !replaced.contains("principalId"), "{told}");
    }
}

//! Changes in the reviewer's words, or for programs. It must not know how they were found.

use serde_json::{Value, json};

use super::compare::{Change, PropertyChange, differences};
use super::comparison::Compared;

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
        Change::Added(_) => format!("+ {ty} `{name}` is added\n"),
        Change::Removed(_) => format!("- {ty} `{name}` is removed\n"),
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
        (None, Some(new)) => format!("    {path}: {new} (was not set)\n"),
        (Some(old), None) => format!("    {path}: no longer set (was {old})\n"),
        (old, new) => {
            let [old, new] = [old, new].map(|it| it.as_deref().unwrap_or_default());
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

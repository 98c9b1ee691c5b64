//! How two lists of foretold resources differ, as rows of a table. It must not know where the lists come from.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// Four cells of a row, `| resource | property | original | here |`, without the reason.
pub(crate) fn rows(original: &[Value], here: &[Value]) -> Vec<String> {
    let (original, here) = (by_id(original), by_id(here));
    let ids: BTreeSet<_> = original.keys().chain(here.keys()).collect();
    let mut rows = Vec::new();
    for id in ids {
        match (original.get(id), here.get(id)) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => compare(id, "", old, new, &mut rows),
            (old, new) => rows.push(format!("| `{id}` | | {} | {} |", presence(old), presence(new))),
        }
    }
    rows
}

/// The resources by what their ids say behind the resource group, which both sides have in common.
fn by_id(resources: &[Value]) -> BTreeMap<String, Value> {
    let entry = |resource: &Value| {
        let id = resource["id"].as_str().unwrap_or_default();
        let short = id.split_once("/providers/").map_or(id, |(_, short)| short);
        let mut resource = resource.clone();
        // What the id says already.
        for repeated in ["id", "type", "name"] {
            resource.as_object_mut().map(|it| it.remove(repeated));
        }
        (short.to_owned(), resource)
    };
    resources.iter().map(entry).collect()
}

fn compare(id: &str, prefix: &str, old: &Map<String, Value>, new: &Map<String, Value>, rows: &mut Vec<String>) {
    let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for name in names {
        let path = format!("{prefix}{name}");
        match (old.get(name), new.get(name)) {
            (Some(old), Some(new)) if old == new => {}
            (Some(Value::Object(old)), Some(Value::Object(new))) => compare(id, &format!("{path}."), old, new, rows),
            (Some(Value::Array(old)), Some(Value::Array(new))) => {
                compare(id, &format!("{path}."), &numbered(old), &numbered(new), rows);
            }
            (old, new) => rows.push(format!("| `{id}` | `{path}` | {} | {} |", cell(old), cell(new))),
        }
    }
}

fn numbered(items: &[Value]) -> Map<String, Value> {
    items.iter().enumerate().map(|(number, item)| (number.to_string(), item.clone())).collect()
}

fn presence(resource: Option<&Value>) -> &'static str {
    if resource.is_some() { "present" } else { "absent" }
}

/// A value as Markdown shows it in a table.
fn cell(value: Option<&Value>) -> String {
    value.map_or_else(|| "absent".to_owned(), |value| format!("`{}`", value.to_string().replace('|', "\\|")))
}

//! What the official compiler makes of resources, compared with what was set. It must not know any type.

use std::collections::BTreeMap;

use compiler::{Findings, Gate};
use dsl::{Entry, Expr, Item};
use serde_json::{Map, Value, json};

use crate::instances::{Instance, bicep};
use crate::{Level, replay};

/// Resources in a file.
const BATCH: usize = 100;

/// Compiles the instances and compares the properties of each with those of the template.
pub(crate) fn assert_equal(gate: &mut Gate, instances: &[Instance<'_>]) {
    let mut levels: BTreeMap<(Level, usize), Vec<&Instance<'_>>> = BTreeMap::new();
    for instance in instances {
        // Types of one depth do not have each other as parents, so no file declares what it also refers to.
        let depth = instance.resource.name.matches('/').count();
        levels.entry((instance.place.level, depth)).or_default().push(instance);
    }
    for ((level, _), instances) in levels {
        instances.chunks(BATCH).for_each(|batch| assert_file(gate, level, batch));
    }
}

fn assert_file(gate: &mut Gate, level: Level, instances: &[&Instance<'_>]) {
    let own: Vec<_> = instances.iter().map(|instance| (*instance, &instance.body)).collect();
    let text = bicep(level, &own, &|resource, instance, body| replay(resource, &instance.resource.name, body));
    let text = text.unwrap_or_else(|report| panic!("{report}"));
    let template = gate.template(&text, Findings::AllowWarnings).unwrap_or_else(|report| panic!("{report}"));
    for (index, instance) in instances.iter().enumerate() {
        // Where a file refers to no existing resource, the template has a list in the order of the file.
        let resources = &template["resources"];
        let resource = if resources.is_array() { &resources[index] } else { &resources[format!("instance{index}")] };
        let Expr::Object(entries) = &instance.body else { panic!("a body is an object") };
        // One type of Azure has a property of that name, which wins.
        let has_own_type = entries.iter().any(|entry| property(entry).0 == "type");
        assert!(has_own_type || resource["type"] == instance.resource.name);
        for entry in entries.iter() {
            let (name, value) = property(entry);
            assert_eq!(resource[name], json(value), "`{name}` of {}", instance.type_and_version());
        }
        // Besides the properties: the type, its version, the name, and where the resource belongs.
        let given = resource.as_object().map_or(0, Map::len);
        let besides = ["type", "apiVersion", "name", "scope", "dependsOn"];
        let besides = besides.iter().filter(|name| !resource[**name].is_null()).count();
        assert_eq!(
            given,
            entries.len() + besides - usize::from(has_own_type),
            "{} has other properties",
            instance.type_and_version()
        );
    }
}

fn property(entry: &Entry) -> (&str, &Expr) {
    match entry {
        Entry::Property(key, value) => (key.as_name().expect("all names are known"), value),
        Entry::Spread(_) => panic!("nothing is spread"),
    }
}

/// The value as ARM writes it.
fn json(value: &Expr) -> Value {
    match value {
        Expr::Null => Value::Null,
        Expr::Bool(value) => json!(value),
        Expr::Int(value) => json!(value),
        Expr::String(text) if text.starts_with('[') && text.ends_with(']') => json!(format!("[{text}")),
        Expr::String(text) => json!(text),
        Expr::Symbol(symbol) => json!(format!("[parameters('{symbol}')]")),
        Expr::Array(items) => items.iter().map(|item| json(item_value(item))).collect(),
        Expr::Object(entries) => {
            entries.iter().map(property).map(|(name, value)| (name.to_owned(), json(value))).collect()
        }
        other => panic!("`{other}` is no value of an instance"),
    }
}

fn item_value(item: &Item) -> &Expr {
    match item {
        Item::Value(value) => value,
        Item::Spread(_) => panic!("nothing is spread"),
    }
}

//! A resource as two versions of a scenario are compared: what tells it from others, and its properties by path. It must not
//! know where it was read.

use std::collections::BTreeMap;

use serde_json::Value;

/// A resource of one version.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Resource {
    /// What it is found by in the other version: its id, or its symbol.
    pub(crate) key: String,
    /// `Microsoft.Storage/storageAccounts`
    pub(crate) ty: String,
    pub(crate) name: String,
    /// `properties.networkAcls.bypass`, with elements of lists by their names or positions.
    pub(crate) properties: BTreeMap<String, String>,
}

impl Resource {
    /// As the compiler foretells it.
    pub(crate) fn foretold(resource: &Value) -> Self {
        let text = |name: &str| resource[name].as_str().unwrap_or_default().to_owned();
        let mut properties = BTreeMap::new();
        for (name, value) in resource.as_object().into_iter().flatten() {
            if !["id", "type", "name"].contains(&name.as_str()) {
                flatten(name.clone(), value, &mut properties);
            }
        }
        Resource { key: text("id"), ty: text("type"), name: text("name"), properties }
    }
}

fn flatten(path: String, value: &Value, properties: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(name, value)| flatten(format!("{path}.{name}"), value, properties));
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            let element = |(position, item): (usize, &Value)| {
                let name = item["name"].as_str().map_or_else(|| position.to_string(), str::to_owned);
                (format!("{path}[{name}]"), item.clone())
            };
            for (path, item) in items.iter().enumerate().map(element) {
                flatten(path, &item, properties);
            }
        }
        Value::String(text) => _ = properties.insert(path, format!("'{text}'")),
        other => _ = properties.insert(path, other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn properties_have_paths() {
        let resource = Resource::foretold(&json!({
            "id": "/x/y", "type": "A.B/c", "name": "y", "apiVersion": "2026-01-01",
            "properties": {"a": {"b": 1}, "of": [{"name": "one", "x": true}, {"x": null}], "plain": [1, "2"], "none": {}},
        }));
        let expected = [
            ("apiVersion", "'2026-01-01'"),
            ("properties.a.b", "1"),
            ("properties.none", "{}"),
            ("properties.of[1].x", "null"),
            ("properties.of[one].name", "'one'"),
            ("properties.of[one].x", "true"),
            ("properties.plain", "[1,\"2\"]"),
        ];
        let properties: Vec<_> = resource.properties.iter().map(|(path, value)| (&**path, &**value)).collect();
        assert_eq!((&*resource.key, &*resource.ty, &*resource.name), ("/x/y", "A.B/c", "y"));
        assert_eq!(properties, expected);
    }
}

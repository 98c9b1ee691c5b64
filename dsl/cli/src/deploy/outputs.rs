//! The outputs of a deployment, for people or for programs. It must not know how they were asked for.

use serde_json::{Map, Value, json};

/// The outputs in what `az … create` or `az … show` answers; a deployment and a stack have them in different places.
pub(super) fn of(answer: &Value) -> Map<String, Value> {
    let found = [&answer["properties"]["outputs"], &answer["outputs"]].into_iter().find_map(Value::as_object);
    let values = found.into_iter().flatten().map(|(name, output)| (name.clone(), output["value"].clone()));
    values.collect()
}

/// A line for each: `endpoint = https://contoso.openai.azure.com/`.
pub(super) fn table(outputs: &Map<String, Value>) -> String {
    let width = outputs.keys().map(String::len).max().unwrap_or(0);
    let line = |(name, value): (&String, &Value)| format!("{name:width$} = {}\n", shown(value));
    outputs.iter().map(line).collect()
}

/// As an object for programs.
pub(super) fn record(name: &str, outputs: &Map<String, Value>) -> Value {
    json!({ "deployment": name, "outputs": outputs })
}

fn shown(value: &Value) -> String {
    match value {
        // Azure gives back no secrets.
        Value::Null => "(a secret, or nothing)".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_of_both_kinds_are_shown() {
        let outputs = json!({
            "endpoint": { "type": "String", "value": "https://contoso.example/" },
            "ids": { "type": "Array", "value": ["a", 1] },
            "key": { "type": "SecureString" },
        });
        let of_deployment = of(&json!({ "properties": { "outputs": outputs.clone() } }));
        assert_eq!(of_deployment, of(&json!({ "outputs": outputs, "properties": null })));
        let lines = "endpoint = https://contoso.example/\nids      = [\"a\",1]\nkey      = (a secret, or nothing)\n";
        assert_eq!(table(&of_deployment), lines);
        assert_eq!(record("x", &of_deployment)["outputs"]["ids"][1], 1);
        assert_eq!(table(&of(&Value::Null)), "");
    }
}

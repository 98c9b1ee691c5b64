//! What a template takes and gives, from its ARM JSON. It must not know how that is called in Rust.

use std::collections::BTreeMap;

use anyhow::Context;
use serde::Deserialize;

/// What a module takes and gives.
#[derive(Debug)]
pub(super) struct Interface {
    /// The kind of scope that it is deployed to, as the DSL calls it.
    pub(super) scope: &'static str,
    pub(super) params: Vec<Value>,
    pub(super) outputs: Vec<Value>,
    /// The objects that these are made of, by name.
    pub(super) objects: Vec<(String, Vec<Value>)>,
}

/// A param, an output or a property.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    Number,
    Bool,
    List(Box<Kind>),
    /// An object that the template declares.
    Object(String),
    Any,
    Secret(Box<Kind>),
}

#[derive(Deserialize)]
struct Template {
    #[serde(rename = "$schema", default)]
    schema: String,
    #[serde(default)]
    parameters: Named,
    #[serde(default)]
    outputs: Named,
    #[serde(default)]
    definitions: BTreeMap<String, Schema>,
}

/// Values by name.
type Named = serde_json::Map<String, serde_json::Value>;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Schema {
    #[serde(rename = "type")]
    ty: String,
    #[serde(rename = "$ref")]
    reference: String,
    default_value: Option<serde_json::Value>,
    nullable: bool,
    items: Option<Items>,
    properties: Named,
    metadata: Metadata,
}

/// What stands in a list: one type of items, or whether there are others than those that stand at fixed positions.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Items {
    All(Box<Schema>),
    Others(#[allow(dead_code, reason = "a tuple is a list of anything")] bool),
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Metadata {
    description: Option<String>,
}

/// Reads a template.
pub(super) fn read(text: &str) -> anyhow::Result<Interface> {
    let template: Template = serde_json::from_str(text).context("it is no ARM template")?;
    let params = values(&template, &template.parameters)?;
    let outputs = values(&template, &template.outputs)?;
    let mut objects = Vec::new();
    for (name, schema) in &template.definitions {
        if schema.ty == "object" && !schema.properties.is_empty() {
            objects.push((name.clone(), values(&template, &schema.properties)?));
        }
    }
    Ok(Interface { scope: scope(&template.schema), params, outputs, objects })
}

fn scope(schema: &str) -> &'static str {
    if schema.contains("subscriptionDeploymentTemplate") {
        "Subscription"
    } else if schema.contains("managementGroupDeploymentTemplate") {
        "ManagementGroup"
    } else if schema.contains("tenantDeploymentTemplate") {
        "Tenant"
    } else {
        "ResourceGroup"
    }
}

fn values(template: &Template, values: &Named) -> anyhow::Result<Vec<Value>> {
    values.iter().map(|(name, value)| self::value(template, name, value)).collect()
}

fn value(template: &Template, name: &str, value: &serde_json::Value) -> anyhow::Result<Value> {
    let schema: Schema =
        serde_json::from_value(value.clone()).with_context(|| format!("`{name}` is no declaration"))?;
    let behind = behind(template, &schema);
    let has_default = schema.default_value.as_ref().is_some_and(|default| !is_place(default));
    let is_required = !has_default && !schema.nullable && !behind.nullable;
    Ok(Value { name: name.to_owned(), kind: kind(template, &schema), is_required, note: schema.metadata.description })
}

/// Whether a default is the region of the caller. The linter wants such a param to be given all the same, for the caller
/// may be elsewhere than what it deploys.
fn is_place(default: &serde_json::Value) -> bool {
    default
        .as_str()
        .is_some_and(|text| text.contains("resourceGroup().location") || text.contains("deployment().location"))
}

/// The definition that a declaration refers to, or itself.
fn behind<'t>(template: &'t Template, schema: &'t Schema) -> &'t Schema {
    schema.reference.strip_prefix("#/definitions/").and_then(|name| template.definitions.get(name)).unwrap_or(schema)
}

fn kind(template: &Template, schema: &Schema) -> Kind {
    let definition = behind(template, schema);
    match definition.ty.to_ascii_lowercase().as_str() {
        "string" => Kind::Text,
        "int" => Kind::Number,
        "bool" => Kind::Bool,
        "securestring" => Kind::Secret(Box::new(Kind::Text)),
        "secureobject" => Kind::Secret(Box::new(Kind::Any)),
        "array" => Kind::List(Box::new(match &definition.items {
            Some(Items::All(item)) => kind(template, item),
            _ => Kind::Any,
        })),
        "object" if !definition.properties.is_empty() => match schema.reference.strip_prefix("#/definitions/") {
            Some(name) => Kind::Object(name.to_owned()),
            None => Kind::Any,
        },
        _ => Kind::Any,
    }
}

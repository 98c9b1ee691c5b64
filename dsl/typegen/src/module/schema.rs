//! Declarations of ARM JSON, and the references between them. It must not know what is made of them.

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::Value as Json;

/// Values by name.
pub(super) type Named = serde_json::Map<String, Json>;

/// How many references may follow each other.
const DEPTH: usize = 32;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    #[serde(rename = "type")]
    pub(super) ty: String,
    #[serde(rename = "$ref")]
    pub(super) reference: String,
    pub(super) default_value: Option<Json>,
    pub(super) allowed_values: Vec<Json>,
    pub(super) nullable: bool,
    /// A declaration, or whether there are others than those of a tuple.
    pub(super) items: Option<Json>,
    pub(super) properties: Named,
    /// A declaration, or whether there are any.
    pub(super) additional_properties: Option<Json>,
    pub(super) discriminator: Option<Discriminator>,
    pub(super) metadata: Metadata,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Discriminator {
    pub(super) property_name: String,
    pub(super) mapping: Named,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Metadata {
    pub(super) description: Option<String>,
}

impl Schema {
    pub(super) fn read(json: &Json) -> anyhow::Result<Self> {
        Ok(serde_json::from_value(json.clone())?)
    }
}

/// What a declaration refers to in the end, or itself, with the last reference on the way. Null is allowed where one of
/// them allows it.
pub(super) fn behind(template: &Json, schema: &Schema) -> anyhow::Result<(Schema, Option<String>)> {
    let (mut found, mut last) = (schema.clone(), None);
    for _ in 0..DEPTH {
        if found.reference.is_empty() {
            return Ok((found, last));
        }
        let reference = std::mem::take(&mut found.reference);
        let target = reference.strip_prefix('#').and_then(|path| template.pointer(path));
        let target = target.with_context(|| format!("`{reference}` leads nowhere"))?;
        let target = Schema::read(target).with_context(|| format!("`{reference}` is no declaration"))?;
        found = Schema { nullable: found.nullable || target.nullable, ..target };
        last = Some(reference);
    }
    bail!("`{}` leads to no type", schema.reference)
}

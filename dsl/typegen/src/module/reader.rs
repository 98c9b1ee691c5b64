//! From ARM JSON to what a template takes and gives. It must not know how that is called in Rust.

use std::collections::BTreeMap;

use anyhow::Context;
use serde_json::Value as Json;

use super::interface::{Declared, Interface, Kind, Object, Shape, Value};
use super::schema::{Named, Schema, behind};

/// Reads a template.
pub(super) fn read(text: &str) -> anyhow::Result<Interface> {
    let template: Json = serde_json::from_str(text).context("it is no ARM template")?;
    let scope = scope(template["$schema"].as_str().unwrap_or_default());
    let mut reader = Reader { template: &template, types: Vec::new(), known: BTreeMap::new() };
    let params = reader.section("parameters")?;
    let mut outputs = reader.section("outputs")?;
    // One that may be null is not required, and whoever reads it has to say what holds then.
    for output in outputs.iter_mut().filter(|it| !it.is_required) {
        output.kind = Kind::Maybe(Box::new(output.kind.clone()));
    }
    Ok(Interface { scope, params, outputs, types: reader.types })
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

struct Reader<'t> {
    template: &'t Json,
    types: Vec<Declared>,
    /// The types by the references to them, so that each is declared once, and one that refers to itself has an end.
    known: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn section(&mut self, name: &str) -> anyhow::Result<Vec<Value>> {
        match self.template.get(name) {
            None | Some(Json::Null) => Ok(Vec::new()),
            Some(Json::Object(values)) => self.values(values, ""),
            Some(_) => anyhow::bail!("its `{name}` are no object"),
        }
    }

    fn values(&mut self, values: &Named, way: &str) -> anyhow::Result<Vec<Value>> {
        values.iter().map(|(name, value)| self.value(name, value, way)).collect()
    }

    fn value(&mut self, name: &str, value: &Json, way: &str) -> anyhow::Result<Value> {
        let schema = Schema::read(value).with_context(|| format!("`{name}` is no declaration"))?;
        let (behind, _) = behind(self.template, &schema)?;
        let has_default = schema.default_value.as_ref().is_some_and(|default| !is_place(default));
        let is_required = !has_default && !behind.nullable;
        let kind = self.kind(&schema, &format!("{way} {name}"))?;
        Ok(Value { name: name.to_owned(), kind, is_required, note: schema.metadata.description })
    }

    /// The kind of a value, whose types are called after the way to it where they have no names.
    fn kind(&mut self, schema: &Schema, way: &str) -> anyhow::Result<Kind> {
        let (schema, reference) = behind(self.template, schema)?;
        let place = Place { way: reference.as_deref().map_or(way, words), reference: reference.as_deref() };
        Ok(match schema.ty.to_ascii_lowercase().as_str() {
            "string" => self.text(&schema, place),
            "int" => Kind::Number,
            "bool" => Kind::Bool,
            "securestring" => Kind::Secret(Box::new(Kind::Text)),
            // A secret comes whole from a param, whatever is in it.
            "secureobject" => Kind::Secret(Box::new(Kind::Any)),
            "array" => Kind::List(Box::new(self.item(&schema, place)?)),
            "object" => self.object(&schema, place)?,
            _ => Kind::Any,
        })
    }

    fn text(&mut self, schema: &Schema, place: Place<'_>) -> Kind {
        let texts = schema.allowed_values.iter().map(|it| it.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
        match texts.filter(|it| !it.is_empty()) {
            Some(texts) => Kind::Declared(self.declare(place, |_| Ok(Shape::Choice(texts))).unwrap_or_default()),
            None => Kind::Text,
        }
    }

    /// Of an array. What `allowedValues` it has are those of its items, and of those that may be null, nothing is known.
    fn item(&mut self, schema: &Schema, place: Place<'_>) -> anyhow::Result<Kind> {
        if let Some(item @ Json::Object(_)) = &schema.items {
            let item = Schema::read(item)?;
            let (target, _) = behind(self.template, &item)?;
            return if target.nullable { Ok(Kind::Any) } else { self.kind(&item, place.way) };
        }
        Ok(match self.text(schema, place) {
            Kind::Text => Kind::Any,
            choice => choice,
        })
    }

    fn object(&mut self, schema: &Schema, place: Place<'_>) -> anyhow::Result<Kind> {
        let others = match &schema.additional_properties {
            Some(others @ Json::Object(_)) => Some(Schema::read(others)?),
            _ => None,
        };
        if let Some(union) = &schema.discriminator {
            let shape = |reader: &mut Self| {
                let variants =
                    union.mapping.iter().map(|(value, it)| reader.variant(&union.property_name, value, it, place.way));
                Ok(Shape::Union(union.property_name.clone(), variants.collect::<anyhow::Result<_>>()?))
            };
            return self.declare(place, shape).map(Kind::Declared);
        }
        if !schema.properties.is_empty() {
            return self.declare(place, |reader| reader.shape(schema, others, place.way)).map(Kind::Declared);
        }
        let is_nullable = |it: &Schema| behind(self.template, it).map(|(target, _)| target.nullable);
        match others {
            Some(others) if !is_nullable(&others)? => Ok(Kind::Map(Box::new(self.kind(&others, place.way)?))),
            Some(_) => Ok(Kind::Map(Box::new(Kind::Any))),
            None => Ok(Kind::Any),
        }
    }

    fn shape(&mut self, schema: &Schema, others: Option<Schema>, way: &str) -> anyhow::Result<Shape> {
        let properties = self.values(&schema.properties, way)?;
        let others = others.map(|it| self.kind(&it, &format!("{way} other"))).transpose()?;
        Ok(Shape::Object(Object { constant: None, properties, others }))
    }

    /// An object of a union, whose first property says which one it is.
    fn variant(&mut self, property: &str, value: &str, schema: &Json, way: &str) -> anyhow::Result<(String, usize)> {
        let (mut schema, _) = behind(self.template, &Schema::read(schema)?)?;
        schema.properties.remove(property);
        let place = Place { way: &format!("{way} {value}"), reference: None };
        let others = schema.additional_properties.take().filter(Json::is_object);
        let others = others.map(|it| Schema::read(&it)).transpose()?;
        let constant = Some((property.to_owned(), value.to_owned()));
        let declared = self.declare(place, |reader| {
            let shape = reader.shape(&schema, others, place.way)?;
            Ok(if let Shape::Object(object) = shape { Shape::Object(Object { constant, ..object }) } else { shape })
        });
        Ok((value.to_owned(), declared?))
    }

    /// Declares a type, unless a reference has led to it before. Its place is taken before what is in it is read.
    fn declare(
        &mut self,
        place: Place<'_>,
        shape: impl FnOnce(&mut Self) -> anyhow::Result<Shape>,
    ) -> anyhow::Result<usize> {
        if let Some(known) = place.reference.and_then(|it| self.known.get(it)) {
            return Ok(*known);
        }
        let at = self.types.len();
        self.types.push(Declared { words: place.way.to_owned(), shape: Shape::Choice(Vec::new()) });
        self.known.extend(place.reference.map(|it| (it.to_owned(), at)));
        self.types[at].shape = shape(self)?;
        Ok(at)
    }
}

/// Where a type stands.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// The words that it is called after.
    way: &'p str,
    /// What has led to it, if it has a name.
    reference: Option<&'p str>,
}

/// What a reference calls a type, without the mark of those that another file declares: `#/definitions/_1.sku` → `sku`.
fn words(reference: &str) -> &str {
    let name = reference.trim_start_matches("#/definitions/");
    name.split_once('.').filter(|(mark, _)| mark.starts_with('_')).map_or(name, |(_, name)| name)
}

/// Whether a default is the region of the caller. The linter wants such a param to be given all the same, for the caller
/// may be elsewhere than what it deploys.
fn is_place(default: &Json) -> bool {
    default
        .as_str()
        .is_some_and(|text| text.contains("resourceGroup().location") || text.contains("deployment().location"))
}

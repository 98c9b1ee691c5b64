//! The official format as Rust: one `index.json`, and files with lists of definitions that refer to each other. It must
//! not know what becomes of them.

use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// `index.json`: where each version of each type is defined.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Index {
    /// By name and version, such as `Microsoft.Search/searchServices@2025-05-01`.
    pub(crate) resources: Pairs<Reference>,
    /// By name, then by version.
    #[serde(default)]
    pub(crate) resource_functions: Pairs<Pairs<Vec<Reference>>>,
    /// What an extension says of itself.
    pub(crate) settings: Option<Settings>,
}

/// What an extension says of itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) configuration_type: Option<Reference>,
}

/// A place in a file, such as `#/12`; in the index with the path of the file before it.
#[derive(Clone, Deserialize)]
pub(crate) struct Reference {
    #[serde(rename = "$ref")]
    pub(crate) place: String,
}

impl Reference {
    /// The path, empty for the same file, and the number of the definition.
    pub(crate) fn parse(&self) -> anyhow::Result<(&str, usize)> {
        let parts = self.place.split_once("#/").and_then(|(path, number)| Some((path, number.parse().ok()?)));
        parts.ok_or_else(|| anyhow::anyhow!("`{}` is no reference of the form `PATH#/NUMBER`", self.place))
    }
}

/// What stands at one place of a file.
#[derive(Deserialize)]
#[serde(tag = "$type", rename_all_fields = "camelCase")]
#[expect(clippy::enum_variant_names, reason = "the names are those of the format")]
pub(crate) enum Definition {
    ResourceType {
        name: String,
        body: Reference,
        readable_scopes: Option<u64>,
        writable_scopes: Option<u64>,
        /// Of extensions: it can only be read, or only be written.
        #[serde(default)]
        flags: u64,
    },
    ResourceFunctionType {
        name: String,
        input: Option<Reference>,
        output: Reference,
    },
    ObjectType {
        name: String,
        properties: Pairs<Property>,
        additional_properties: Option<Reference>,
        #[serde(default)]
        sensitive: Option<bool>,
    },
    DiscriminatedObjectType {
        name: String,
        discriminator: String,
        base_properties: Pairs<Property>,
        elements: Pairs<Reference>,
    },
    UnionType {
        elements: Vec<Reference>,
    },
    StringLiteralType {
        value: String,
    },
    StringType {
        min_length: Option<u64>,
        max_length: Option<u64>,
        pattern: Option<String>,
        #[serde(default)]
        sensitive: Option<bool>,
    },
    IntegerType {
        min_value: Option<i64>,
        max_value: Option<i64>,
    },
    ArrayType {
        item_type: Reference,
        min_length: Option<u64>,
        max_length: Option<u64>,
    },
    BooleanType,
    AnyType,
    /// The types from here on, only extensions have.
    NullType,
    BuiltInType {
        kind: u64,
    },
    FunctionType,
    NamespaceFunctionType,
}

/// What an object says about one of its properties.
#[derive(Deserialize)]
pub(crate) struct Property {
    #[serde(rename = "type")]
    pub(crate) ty: Reference,
    pub(crate) flags: u64,
}

/// An object of JSON in the order of the file.
pub(crate) struct Pairs<T>(pub(crate) Vec<(String, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
    type Value = Pairs<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

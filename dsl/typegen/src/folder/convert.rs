//! From the definitions of some files to types. It must not know where the files come from.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use types::{Array, Discriminated, Flags, Function, Integer, Object, Text, Type, TypeId, Union, Variant};

use crate::official::{Definition, Pairs, Property, Reference};

/// Some files. The types are their definitions, one file after the other.
#[derive(Default)]
pub(crate) struct Files {
    by_path: BTreeMap<String, File>,
    count: usize,
    is_of_extension: bool,
}

struct File {
    /// It has kinds of types that Azure's files do not have.
    is_of_extension: bool,
    /// How many definitions the files before it have.
    first: usize,
    definitions: Vec<Definition>,
}

impl Files {
    /// Those of an extension, which has more kinds of types than Azure. What Rust has no type for, takes anything.
    pub(crate) fn of_extension() -> Self {
        Self { is_of_extension: true, ..Self::default() }
    }

    pub(crate) fn add(&mut self, path: &str, definitions: Vec<Definition>) {
        let first = self.count;
        self.count += definitions.len();
        let is_of_extension = self.is_of_extension;
        self.by_path.insert(path.to_owned(), File { is_of_extension, first, definitions });
    }

    /// Whether a file has been added.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// What a reference of the index leads to, and the file it is in.
    pub(crate) fn get<'a>(&self, reference: &'a Reference) -> anyhow::Result<(&'a str, &Definition)> {
        let (path, number) = reference.parse()?;
        let definition = self.by_path.get(path).and_then(|file| file.definitions.get(number));
        Ok((path, definition.with_context(|| format!("`{}` leads nowhere", reference.place))?))
    }

    /// The type that a reference inside a file leads to.
    pub(crate) fn id(&self, path: &str, reference: &Reference) -> anyhow::Result<TypeId> {
        self.file(path)?.id(reference).with_context(|| format!("in `{path}`"))
    }

    /// The function that a reference of the index leads to, if templates can call it.
    pub(crate) fn function(&self, reference: &Reference) -> anyhow::Result<Option<Function>> {
        let (path, definition) = self.get(reference)?;
        let Definition::ResourceFunctionType { name, input, output } = definition else {
            bail!("`{}` is no function of a resource", reference.place);
        };
        if !name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("list")) {
            return Ok(None);
        }
        let input = input.as_ref().map(|input| self.id(path, input)).transpose()?;
        Ok(Some(Function { name: name.clone(), input, output: self.id(path, output)? }))
    }

    /// All types. What is none, a resource type or a function, leaves a gap that no reference leads to.
    pub(crate) fn types(&self) -> anyhow::Result<Vec<Type>> {
        let mut types = vec![Type::Any; self.count];
        for (path, file) in &self.by_path {
            for (number, definition) in file.definitions.iter().enumerate() {
                let ty = file.ty(definition).with_context(|| format!("in `{path}#/{number}`"))?;
                types[file.first + number] = ty;
            }
        }
        Ok(types)
    }

    fn file(&self, path: &str) -> anyhow::Result<&File> {
        self.by_path.get(path).with_context(|| format!("`{path}` has not been read"))
    }
}

impl File {
    fn definition(&self, reference: &Reference) -> anyhow::Result<(usize, &Definition)> {
        let (path, number) = reference.parse()?;
        ensure!(path.is_empty(), "`{}` leads to another file", reference.place);
        let definition = self.definitions.get(number);
        Ok((number, definition.with_context(|| format!("`{}` leads nowhere", reference.place))?))
    }

    fn id(&self, reference: &Reference) -> anyhow::Result<TypeId> {
        let (number, definition) = self.definition(reference)?;
        ensure!(!is_gap(definition), "`{}` leads to no type", reference.place);
        Ok(super::id(self.first, number))
    }

    fn ty(&self, definition: &Definition) -> anyhow::Result<Type> {
        Ok(match definition {
            Definition::AnyType => Type::Any,
            it if is_gap(it) => Type::Any,
            Definition::NullType | Definition::BuiltInType { .. } if !self.is_of_extension => {
                bail!("it is of a kind that only extensions have")
            }
            Definition::BuiltInType { kind } => built_in(*kind),
            Definition::BooleanType => Type::Boolean,
            Definition::IntegerType { min_value: min, max_value: max } => {
                Type::Integer(Integer { min: *min, max: *max })
            }
            Definition::StringType { .. } => Type::String(text(definition).unwrap_or_default()),
            Definition::StringLiteralType { value } => Type::StringLiteral(value.clone()),
            Definition::UnionType { elements } if self.is_of_extension => self.wider_union(elements),
            Definition::UnionType { elements } => Type::Union(self.union(elements)?),
            Definition::ArrayType { item_type, min_length, max_length } => {
                let item = self.id(item_type)?;
                Type::Array(Array { item, min_length: *min_length, max_length: *max_length })
            }
            Definition::ObjectType { name, properties, additional_properties, sensitive } => Type::Object(Object {
                name: name.clone(),
                properties: self.properties(properties)?,
                additional: additional_properties.as_ref().map(|it| self.id(it)).transpose()?,
                sensitive: sensitive.unwrap_or_default(),
            }),
            Definition::DiscriminatedObjectType { name, discriminator, base_properties, elements } => {
                Type::Discriminated(Discriminated {
                    name: name.clone(),
                    discriminator: discriminator.clone(),
                    base: self.properties(base_properties)?,
                    variants: self.variants(elements)?,
                })
            }
            _ => Type::Any,
        })
    }

    fn union(&self, elements: &[Reference]) -> anyhow::Result<Union> {
        let mut union = Union { members: Vec::new(), others: None };
        for element in elements {
            match self.definition(element)?.1 {
                Definition::StringLiteralType { value } => union.members.push(value.clone()),
                other => {
                    let others = text(other).filter(|_| union.others.is_none());
                    union.others = Some(others.context("a union has other members than literals and one string")?);
                }
            }
        }
        Ok(union)
    }

    /// A union that may have members of any kind. What is optional may be null all the same.
    fn wider_union(&self, elements: &[Reference]) -> Type {
        let is_null = |it: &&Reference| matches!(self.definition(it), Ok((_, Definition::NullType)));
        let elements: Vec<_> = elements.iter().filter(|it| !is_null(it)).cloned().collect();
        match self.union(&elements) {
            Ok(union) if union.members.is_empty() => union.others.map_or(Type::Any, Type::String),
            Ok(union) => Type::Union(union),
            Err(_) => Type::Any,
        }
    }

    fn properties(&self, Pairs(properties): &Pairs<Property>) -> anyhow::Result<Vec<types::Property>> {
        let property = |(name, it): &(String, Property)| {
            let flags = Flags::from_bits(it.flags).with_context(|| format!("`{name}` has an unknown flag"))?;
            Ok(types::Property { name: name.clone(), ty: self.id(&it.ty)?, flags })
        };
        properties.iter().map(property).collect()
    }

    fn variants(&self, Pairs(elements): &Pairs<Reference>) -> anyhow::Result<Vec<Variant>> {
        let variant = |(value, body): &(String, _)| Ok(Variant { value: value.clone(), body: self.id(body)? });
        elements.iter().map(variant).collect()
    }
}

/// Whether it is no type of a value.
fn is_gap(definition: &Definition) -> bool {
    matches!(
        definition,
        Definition::ResourceType { .. }
            | Definition::ResourceFunctionType { .. }
            | Definition::FunctionType
            | Definition::NamespaceFunctionType
    )
}

/// A type by its number, as older files have it.
fn built_in(kind: u64) -> Type {
    match kind {
        3 => Type::Boolean,
        4 => Type::Integer(Integer::default()),
        5 => Type::String(Text::default()),
        _ => Type::Any,
    }
}

fn text(definition: &Definition) -> Option<Text> {
    let Definition::StringType { min_length, max_length, pattern, sensitive } = definition else { return None };
    let sensitive = sensitive.unwrap_or_default();
    Some(Text { min_length: *min_length, max_length: *max_length, pattern: pattern.clone(), sensitive })
}

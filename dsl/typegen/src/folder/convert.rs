//! From the definitions of some files to types. It must not know where the files come from.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use types::{Array, Discriminated, Flags, Function, Integer, Object, Text, Type, TypeId, Union, Variant};

use crate::official::{Definition, Pairs, Property, Reference};

/// Some files. The types are their definitions, one file after the other.
#[derive(Default)]
pub(super) struct Files {
    files: BTreeMap<String, File>,
    count: usize,
}

struct File {
    /// How many definitions the files before it have.
    first: usize,
    definitions: Vec<Definition>,
}

impl Files {
    pub(super) fn add(&mut self, path: &str, definitions: Vec<Definition>) {
        let first = self.count;
        self.count += definitions.len();
        self.files.insert(path.to_owned(), File { first, definitions });
    }

    /// What a reference of the index leads to, and the file it is in.
    pub(super) fn get<'a>(&self, reference: &'a Reference) -> anyhow::Result<(&'a str, &Definition)> {
        let (path, number) = reference.parse()?;
        let definition = self.files.get(path).and_then(|file| file.definitions.get(number));
        Ok((path, definition.with_context(|| format!("`{}` leads nowhere", reference.place))?))
    }

    /// The type that a reference inside a file leads to.
    pub(super) fn id(&self, path: &str, reference: &Reference) -> anyhow::Result<TypeId> {
        self.file(path)?.id(reference).with_context(|| format!("in `{path}`"))
    }

    /// The function that a reference of the index leads to, if templates can call it.
    pub(super) fn function(&self, reference: &Reference) -> anyhow::Result<Option<Function>> {
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
    pub(super) fn types(&self) -> anyhow::Result<Vec<Type>> {
        let mut types = vec![Type::Any; self.count];
        for (path, file) in &self.files {
            for (number, definition) in file.definitions.iter().enumerate() {
                let ty = file.ty(definition).with_context(|| format!("in `{path}#/{number}`"))?;
                types[file.first + number] = ty;
            }
        }
        Ok(types)
    }

    fn file(&self, path: &str) -> anyhow::Result<&File> {
        self.files.get(path).with_context(|| format!("`{path}` has not been read"))
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
        let is_gap = matches!(definition, Definition::ResourceType { .. } | Definition::ResourceFunctionType { .. });
        ensure!(!is_gap, "`{}` leads to no type", reference.place);
        Ok(super::id(self.first, number))
    }

    fn ty(&self, definition: &Definition) -> anyhow::Result<Type> {
        Ok(match definition {
            Definition::ResourceType { .. } | Definition::ResourceFunctionType { .. } | Definition::AnyType => {
                Type::Any
            }
            Definition::BooleanType => Type::Boolean,
            Definition::IntegerType { min_value: min, max_value: max } => {
                Type::Integer(Integer { min: *min, max: *max })
            }
            Definition::StringType { .. } => Type::String(text(definition).unwrap_or_default()),
            Definition::StringLiteralType { value } => Type::StringLiteral(value.clone()),
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

fn text(definition: &Definition) -> Option<Text> {
    let Definition::StringType { min_length, max_length, pattern, sensitive } = definition else { return None };
    let sensitive = sensitive.unwrap_or_default();
    Some(Text { min_length: *min_length, max_length: *max_length, pattern: pattern.clone(), sensitive })
}

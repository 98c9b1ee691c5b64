//! Bicep's types, as params and outputs declare them, and the Rust types that stand for them.
//! It must not know how a type is printed.

use std::ops::RangeBounds;

use crate::expr::{Accessor, Expr, Text};
use crate::graph::inclusive;
use crate::shape::Map;
use crate::value::Secret;

/// A type of Bicep.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Type {
    /// `string`
    String,
    /// `int`, 64 bits with sign
    Int,
    /// `bool`
    Bool,
    /// A literal as a type: `'dev'`, `1`, `true`.
    Literal(Expr),
    /// `'dev' | 'prod'`
    Union(Vec<Type>),
    /// `T[]`
    Array(Box<Type>),
    /// `{ name: T }`
    Object(Vec<Field>),
    /// `{ *: T }`: any names, with values of one type.
    Map(Box<Type>),
    /// `[T, U]`
    Tuple(Vec<Type>),
    /// `T?`
    Nullable(Box<Type>),
    /// `T!`: a type that may be null, without null.
    NonNull(Box<Type>),
    /// `T.name`, `T[0]`, `T[*]`: a part of another type.
    Part(Box<Type>, Part),
    /// `resourceInput<'Microsoft.Storage/storageAccounts@2026-09-01'>`: what Azure takes for a resource. Bicep wants a part
    /// of it: see [`Type::input`].
    ResourceInput(Text),
    /// `resourceOutput<'Microsoft.Storage/storageAccounts@2026-09-01'>`: what Azure gives back. Bicep wants a part of it.
    ResourceOutput(Text),
    /// `any`. The linter wants another type.
    Any,
    /// `object`. The linter wants its properties: [`Type::Object`] or [`Type::Map`].
    AnyObject,
    /// `array`. The linter wants the type of its items: [`Type::Array`].
    AnyArray,
    /// A type that is declared elsewhere, by its name: `Subnet`, `Subnet.name`.
    Named(Text),
}

/// Which part of a type another one is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Part {
    /// `.name`
    Property(Text),
    /// `.*`: the values of a map.
    Values,
    /// `[0]`: an item of a tuple.
    Item(u32),
    /// `[*]`: the items of an array.
    Items,
}

impl Type {
    /// What Azure takes for a property of a resource, by its path:
    /// `Type::input("Microsoft.Storage/storageAccounts@2026-09-01", "properties.networkAcls")`.
    pub fn input(type_and_version: impl Into<Text>, path: &str) -> Type {
        Type::ResourceInput(type_and_version.into()).at(path)
    }

    /// What Azure gives back for a property of a resource, by its path.
    pub fn output(type_and_version: impl Into<Text>, path: &str) -> Type {
        Type::ResourceOutput(type_and_version.into()).at(path)
    }

    fn at(self, path: &str) -> Type {
        path.split('.').fold(self, |whole, name| whole.part(Part::Property(name.to_owned().into())))
    }

    /// The same type with null, once.
    pub(crate) fn or_null(self) -> Type {
        if matches!(self, Type::Nullable(_)) { self } else { Type::Nullable(self.into()) }
    }

    fn part(self, part: Part) -> Type {
        Type::Part(self.into(), part)
    }

    /// The type of what a step reads of a value of this one. A promise or a call changes nothing.
    pub(crate) fn behind(self, step: &Accessor) -> Type {
        match step {
            Accessor::Property(name) | Accessor::SafeProperty(name) => self.part(Part::Property(name.clone())),
            Accessor::Index(_) | Accessor::SafeIndex(_) => self.part(Part::Items),
            _ => self,
        }
    }

    /// Whether it is one that is declared elsewhere, or a part of such a one.
    pub(crate) fn is_named(&self) -> bool {
        match self {
            Type::Named(_) => true,
            Type::Part(whole, _) => whole.is_named(),
            _ => false,
        }
    }

    /// The same type with a description of the values of each map, as the linter wants it of types with names.
    pub(crate) fn describing_maps(&self, text: &Text) -> Type {
        let inside = |inner: &Type| inner.describing_maps(text);
        let all = |types: &[Type]| types.iter().map(inside).collect();
        match self {
            Type::Map(value) => Type::Object(vec![Field::typed("*", inside(value), text.clone())]),
            Type::Array(inner) => Type::Array(inside(inner).into()),
            Type::Nullable(inner) => Type::Nullable(inside(inner).into()),
            Type::Tuple(items) => Type::Tuple(all(items)),
            Type::Union(members) => Type::Union(all(members)),
            Type::Object(fields) => {
                let described =
                    |field: &Field| Field { ty: field.ty.describing_maps(&field.description), ..field.clone() };
                Type::Object(fields.iter().map(described).collect())
            }
            other => other.clone(),
        }
    }

    /// Visits the properties of the objects in it.
    pub(crate) fn for_each_field<'t>(&'t self, visit: &mut dyn FnMut(&'t Field)) {
        match self {
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::NonNull(inner) => {
                inner.for_each_field(visit);
            }
            Type::Union(members) | Type::Tuple(members) => {
                for member in members {
                    member.for_each_field(visit);
                }
            }
            Type::Object(fields) => fields.iter().for_each(|field| {
                visit(field);
                field.ty.for_each_field(visit);
            }),
            _ => {}
        }
    }

    /// Visits the names of other types.
    pub(crate) fn for_each_name<'t>(&'t self, visit: &mut dyn FnMut(&'t str)) {
        match self {
            Type::Named(name) => visit(name),
            Type::Array(inner)
            | Type::Map(inner)
            | Type::Nullable(inner)
            | Type::NonNull(inner)
            | Type::Part(inner, _) => inner.for_each_name(visit),
            Type::Union(members) | Type::Tuple(members) => {
                for member in members {
                    member.for_each_name(visit);
                }
            }
            Type::Object(fields) => fields.iter().for_each(|field| field.ty.for_each_name(visit)),
            Type::String
            | Type::Int
            | Type::Bool
            | Type::Literal(_)
            | Type::ResourceInput(_)
            | Type::ResourceOutput(_)
            | Type::Any
            | Type::AnyObject
            | Type::AnyArray => {}
        }
    }
}

/// A property of an object type.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The property's name, or `*` for all others.
    pub name: Text,
    /// What it holds; [`Type::Nullable`] makes it optional.
    pub ty: Type,
    /// What it means, for the reader of the Bicep.
    pub description: Text,
    /// Whether it must not be shown.
    pub secure: bool,
    /// How long or how large it may be.
    pub bounds: Bounds,
}

/// Bounds of a property, which its decorators say. Made by [`Field::length`] and [`Field::range`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounds(Vec<(&'static str, i64)>);

impl Bounds {
    /// The decorators, each with its argument.
    pub(crate) fn decorators(&self) -> impl Iterator<Item = (&'static str, i64)> {
        self.0.iter().copied()
    }

    fn add(&mut self, names: [&'static str; 2], range: &impl RangeBounds<i64>) {
        let (least, most) = inclusive(range);
        let bounds = names.into_iter().zip([least, most]);
        self.0.extend(bounds.filter_map(|(name, bound)| Some((name, bound?))));
    }
}

impl Field {
    /// The values under all other names: `*: T`.
    pub fn others<T: Declare>(description: &'static str) -> Self {
        Field::of::<T>("*", description)
    }

    /// A property of a type of Rust.
    pub fn of<T: Declare>(name: &'static str, description: &'static str) -> Self {
        Field { secure: T::SECURE, ..Field::typed(name, T::declare(), description) }
    }

    /// A property of a type of Bicep.
    pub fn typed(name: impl Into<Text>, ty: Type, description: impl Into<Text>) -> Self {
        Field { name: name.into(), ty, description: description.into(), secure: false, bounds: Bounds::default() }
    }

    /// `@minLength(…)` and `@maxLength(…)`: characters of a string, items of a list.
    pub fn length(mut self, range: impl RangeBounds<i64>) -> Self {
        self.bounds.add(["minLength", "maxLength"], &range);
        self
    }

    /// `@minValue(…)` and `@maxValue(…)` of a number.
    pub fn range(mut self, range: impl RangeBounds<i64>) -> Self {
        self.bounds.add(["minValue", "maxValue"], &range);
        self
    }
}

/// The types with names of their own that a param or an output needs, those that others need first.
#[derive(Debug, Default)]
pub struct Definitions {
    begun: Vec<Text>,
    pub(crate) all: Vec<Definition>,
}

#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) name: &'static str,
    pub(crate) description: String,
    pub(crate) ty: Type,
    pub(crate) discriminator: Option<&'static str>,
}

impl Definitions {
    /// For a file that has these types from elsewhere.
    pub(crate) fn without(names: impl Iterator<Item = Text>) -> Self {
        Definitions { begun: names.collect(), all: Vec::new() }
    }

    /// Adds a type, after those that `inner` adds. A type that is there already, or that needs itself, is added once.
    pub fn add(
        &mut self,
        name: &'static str,
        documentation: &[&str],
        ty: impl FnOnce() -> Type,
        discriminator: Option<&'static str>,
        inner: &[fn(&mut Definitions)],
    ) {
        if self.begun.iter().any(|begun| begun == name) {
            return;
        }
        self.begun.push(name.into());
        for inner in inner {
            inner(self);
        }
        let lines: Vec<_> = documentation.iter().map(|line| line.trim()).collect();
        let description = lines.join(" ").trim().to_owned();
        self.all.push(Definition { name, description, ty: ty(), discriminator });
    }
}

/// A Rust type that stands for a type of Bicep, so that a param or an output of it can be declared.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which type of Bicep it stands for",
    label = "a param or output cannot have this type",
    note = "use `String`, `i64`, `bool`, `Vec<T>`, `Option<T>` or `Secret<T>`, or implement `dsl::Declare` for your type"
)]
pub trait Declare {
    /// Whether its values must not be shown; the declaration then carries `@secure()`.
    const SECURE: bool = false;

    /// The type in Bicep.
    fn declare() -> Type;

    /// Adds the types with names of their own that it needs.
    fn define(definitions: &mut Definitions) {
        let _ = definitions;
    }
}

impl Declare for String {
    fn declare() -> Type {
        Type::String
    }
}

impl Declare for i64 {
    fn declare() -> Type {
        Type::Int
    }
}

impl Declare for bool {
    fn declare() -> Type {
        Type::Bool
    }
}

/// Bicep keeps no list secret, and so the check of the graph refuses one of secrets.
impl<T: Declare> Declare for Vec<T> {
    const SECURE: bool = T::SECURE;

    fn declare() -> Type {
        Type::Array(Box::new(T::declare()))
    }

    fn define(definitions: &mut Definitions) {
        T::define(definitions);
    }
}

impl<T: Declare> Declare for Map<T> {
    const SECURE: bool = T::SECURE;

    fn declare() -> Type {
        Type::Map(Box::new(T::declare()))
    }

    fn define(definitions: &mut Definitions) {
        T::define(definitions);
    }
}

impl<T: Declare> Declare for Option<T> {
    const SECURE: bool = T::SECURE;

    fn declare() -> Type {
        T::declare().or_null()
    }

    fn define(definitions: &mut Definitions) {
        T::define(definitions);
    }
}

macro_rules! tuples {
    ($(($($item:ident),*))*) => {$(
        impl<$($item: Declare),*> Declare for ($($item,)*) {
            const SECURE: bool = $($item::SECURE)||*;

            fn declare() -> Type {
                Type::Tuple(vec![$($item::declare()),*])
            }

            fn define(definitions: &mut Definitions) {
                $($item::define(definitions);)*
            }
        }
    )*};
}

tuples! { (A, B) (A, B, C) (A, B, C, D) }

impl<T: Declare> Declare for Secret<T> {
    const SECURE: bool = true;

    fn declare() -> Type {
        T::declare()
    }

    fn define(definitions: &mut Definitions) {
        T::define(definitions);
    }
}

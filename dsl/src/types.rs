//! Bicep's types, as params and outputs declare them, and the Rust types that stand for them.
//! It must not know how a type is printed.

use crate::expr::{Expr, Text};
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
    /// `T?`
    Nullable(Box<Type>),
    /// A type that is declared elsewhere, by its name: `Subnet`, `Subnet.name`.
    Named(Text),
}

/// A property of an object type.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The property's name.
    pub name: Text,
    /// What it holds; [`Type::Nullable`] makes it optional.
    pub ty: Type,
    /// What it means, for the reader of the Bicep.
    pub description: Text,
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

impl<T: Declare> Declare for Vec<T> {
    fn declare() -> Type {
        Type::Array(Box::new(T::declare()))
    }
}

impl<T: Declare> Declare for Map<T> {
    fn declare() -> Type {
        Type::Map(Box::new(T::declare()))
    }
}

impl<T: Declare> Declare for Option<T> {
    const SECURE: bool = T::SECURE;

    fn declare() -> Type {
        Type::Nullable(Box::new(T::declare()))
    }
}

impl<T: Declare> Declare for Secret<T> {
    const SECURE: bool = true;

    fn declare() -> Type {
        T::declare()
    }
}

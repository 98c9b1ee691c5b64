//! The params of instances: what the linter wants from outside instead of as a literal. It must not know graphs.

use dsl::{Expr, Field, Type as Declared};
use types::{Object, Property, Provider, Type, TypeId};

use super::builder::Builder;

/// A param that an instance refers to.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) ty: Declared,
    pub(crate) secure: bool,
}

impl Builder<'_> {
    pub(super) fn text_input(&mut self, symbol: &str) -> Expr {
        self.input(symbol, Input { ty: Declared::String, secure: false })
    }

    pub(super) fn secret(&mut self) -> Expr {
        self.input("secret", Input { ty: Declared::String, secure: true })
    }

    /// An object that is a secret as a whole.
    pub(super) fn secret_object(&mut self, object: &Object) -> Expr {
        let ty = declared_object(self.provider, &object.properties);
        self.input(&format!("secret{}", object.name), Input { ty, secure: true })
    }

    fn input(&mut self, symbol: &str, input: Input) -> Expr {
        self.inputs.insert(symbol.to_owned(), input);
        Expr::Symbol(symbol.into())
    }
}

/// The type of a param for a value, with what is required of it.
fn declared(provider: &Provider, ty: TypeId) -> Declared {
    match &provider[ty] {
        Type::Boolean => Declared::Bool,
        Type::Integer(_) => Declared::Int,
        Type::Array(array) => Declared::Array(Box::new(declared(provider, array.item))),
        Type::Object(object) => declared_object(provider, &object.properties),
        Type::StringLiteral(text) => Declared::Literal(text.clone().into()),
        Type::Any | Type::String(_) | Type::Union(_) | Type::Discriminated(_) => Declared::String,
    }
}

fn declared_object(provider: &Provider, properties: &[Property]) -> Declared {
    let required = properties.iter().filter(|property| property.flags.is_required());
    let field = |property: &Property| Field::typed(property.name.clone(), declared(provider, property.ty), "Required.");
    Declared::Object(required.map(field).collect())
}

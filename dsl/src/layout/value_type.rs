//! Which type of Bicep a value has that crosses from file to file. It must not know which files these are.

use types::{Provider, Type as Data, TypeId, find_shared};

use super::chain::Chain;
use crate::expr::{Accessor, Text};
use crate::graph::{ModuleNode, Node, ResourceNode};
use crate::shape::Given;
use crate::types::Type;

/// The type, and whether the value is a secret.
pub(super) struct ValueType {
    pub(super) ty: Type,
    pub(super) secure: bool,
}

/// Of what a chain takes from a resource, by Azure's data.
pub(super) fn of_chain(resource: &ResourceNode, chain: &Chain) -> ValueType {
    if resource.extension.is_some() {
        return of_given(&resource.gives, chain, &chain.steps).unwrap_or_else(|| or_null(Type::String, chain));
    }
    let Ok((provider, ty)) = find_shared(&resource.ty, Some(&resource.api_version)) else { return unknown() };
    let is_nullable = chain.steps.iter().any(|step| matches!(step, Accessor::SafeProperty(_)));
    let secure = chain.words().any(|word| word.starts_with("list"));
    let steps = &chain.steps[..];
    let id = match steps {
        [Accessor::Call(call), rest @ ..] => {
            let function = ty.functions.iter().find(|function| function.name == call.function);
            function.and_then(|function| walk(provider, function.output, rest))
        }
        steps => walk(provider, ty.body, steps),
    };
    let whole = || Type::ResourceOutput(format!("{}@{}", resource.ty, resource.api_version).into());
    let plain = id.and_then(|id| of_data(provider, id));
    let derived = || chain.steps.iter().fold(whole(), Type::behind);
    let ty = plain.unwrap_or_else(|| if id.is_some() && !secure { derived() } else { Type::String });
    let secure = secure || id.is_some_and(|id| is_sensitive(&provider[id]));
    ValueType { ty: if is_nullable { Type::Nullable(Box::new(ty)) } else { ty }, secure }
}

/// Of what a chain takes from a module, by the Rust type of its output.
pub(super) fn of_output(module: &ModuleNode, chain: &Chain) -> ValueType {
    of_given(&module.outputs, chain, chain.steps.get(1..).unwrap_or_default())
        .unwrap_or_else(|| or_null(Type::Any, chain))
}

/// Of what steps lead to from the values whose Rust types are known.
fn of_given(known: &[(Text, Given)], chain: &Chain, steps: &[Accessor]) -> Option<ValueType> {
    let [Accessor::Property(name) | Accessor::SafeProperty(name), rest @ ..] = steps else { return None };
    let (_, given) = known.iter().find(|(known, _)| known == name)?;
    let ty = or_null(rest.iter().fold(given.ty.clone(), part), chain).ty;
    Some(ValueType { ty, secure: given.secure })
}

fn or_null(ty: Type, chain: &Chain) -> ValueType {
    let is_nullable = chain.steps.iter().any(|step| matches!(step, Accessor::SafeProperty(_)));
    ValueType { ty: if is_nullable { ty.or_null() } else { ty }, secure: false }
}

fn part(of: Type, step: &Accessor) -> Type {
    match (of, step) {
        (of, Accessor::NonNull) => of,
        (Type::Array(item), Accessor::Index(_) | Accessor::SafeIndex(_)) => *item,
        (Type::Map(value), Accessor::Property(_) | Accessor::SafeProperty(_)) => *value,
        _ => Type::Any,
    }
}

/// What a value is, for the reader of the other file.
pub(super) fn description(node: &Node, chain: &Chain) -> String {
    let words: Vec<_> = chain.words().collect();
    match words.as_slice() {
        ["id"] => format!("Resource id of `{}`.", node.symbol),
        ["name"] => format!("Name of `{}`.", node.symbol),
        words => format!("`{}` of `{}`.", words.join("."), node.symbol),
    }
}

fn unknown() -> ValueType {
    ValueType { ty: Type::String, secure: false }
}

fn walk(provider: &Provider, from: TypeId, steps: &[Accessor]) -> Option<TypeId> {
    steps.iter().try_fold(from, |id, step| match (&provider[id], step) {
        (_, Accessor::NonNull) => Some(id),
        (Data::Array(array), Accessor::Index(_) | Accessor::SafeIndex(_)) => Some(array.item),
        (Data::Object(object), Accessor::Property(name) | Accessor::SafeProperty(name)) => {
            let property = object.properties.iter().find(|property| property.name == *name);
            property.map(|property| property.ty).or(object.additional)
        }
        (Data::Discriminated(object), Accessor::Property(name) | Accessor::SafeProperty(name)) => {
            object.base.iter().find(|property| property.name == *name).map(|property| property.ty)
        }
        _ => None,
    })
}

/// The plain types of Bicep; nothing for objects.
fn of_data(provider: &Provider, id: TypeId) -> Option<Type> {
    match &provider[id] {
        Data::String(_) | Data::StringLiteral(_) | Data::Union(_) => Some(Type::String),
        Data::Integer(_) => Some(Type::Int),
        Data::Boolean => Some(Type::Bool),
        Data::Array(array) => of_data(provider, array.item).map(|item| Type::Array(Box::new(item))),
        Data::Any | Data::Object(_) | Data::Discriminated(_) => None,
    }
}

fn is_sensitive(ty: &Data) -> bool {
    matches!(ty, Data::String(text) if text.sensitive)
}

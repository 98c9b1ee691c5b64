//! Which type of Bicep the item of a loop has, by the list that is walked. It must not know what is done with the item.

use crate::check::Context;
use crate::expr::{Accessor, Call, Entry, Expr, Item};
use crate::graph::NodeKind;
use crate::types::{Bounds, Field, Part, Type};

/// Of the items of a list; text, where nothing is known.
pub(super) fn of_item(graph: &Context<'_>, list: &Expr) -> Type {
    of(graph, list).and_then(item).unwrap_or(Type::String)
}

fn item(list: Type) -> Option<Type> {
    match list {
        Type::Array(item) => Some(*item),
        Type::Named(_) | Type::Part(..) => Some(Type::Part(list.into(), Part::Items)),
        _ => None,
    }
}

/// Of an expression, as far as its text says it.
fn of(graph: &Context<'_>, expr: &Expr) -> Option<Type> {
    match expr {
        Expr::Int(_) => Some(Type::Int),
        Expr::Bool(_) => Some(Type::Bool),
        Expr::String(_) | Expr::Multiline(_) | Expr::Interpolated(_) => Some(Type::String),
        Expr::Array(items) => match items.first()? {
            Item::Value(first) => of(graph, first).map(list),
            Item::Spread(list) => of(graph, list),
        },
        Expr::Object(entries) => {
            entries.iter().map(|entry| field(graph, entry)).collect::<Option<_>>().map(Type::Object)
        }
        Expr::Access(access) => step(of(graph, &access.0)?, &access.1),
        Expr::Call(call) => of_call(graph, call),
        Expr::Ternary(parts) => of(graph, &parts[1]).or_else(|| of(graph, &parts[2])),
        Expr::For(each) => of(graph, &each.body).map(list),
        Expr::Reference(_) | Expr::Symbol(_) => match &graph.target(expr)?.1.kind {
            NodeKind::Param(param) => Some(param.ty.clone()),
            NodeKind::Var(var) => of(graph, &var.value),
            _ => None,
        },
        _ => None,
    }
}

fn list(item: Type) -> Type {
    Type::Array(item.into())
}

fn field(graph: &Context<'_>, entry: &Entry) -> Option<Field> {
    let Entry::Property(key, value) = entry else { return None };
    let name = key.as_name()?;
    let description = format!("`{name}` of the item.").into();
    let (ty, bounds) = (of(graph, value)?, Bounds::default());
    Some(Field { name: name.to_owned().into(), ty, description, secure: false, bounds })
}

fn step(of: Type, step: &Accessor) -> Option<Type> {
    match (&of, step) {
        (Type::Object(fields), Accessor::Property(name) | Accessor::SafeProperty(name)) => {
            fields.iter().find(|field| field.name == *name).map(|field| field.ty.clone())
        }
        (_, Accessor::Index(_)) => item(of),
        (Type::Named(_) | Type::Part(..), Accessor::Property(_)) => Some(of.behind(step)),
        _ => None,
    }
}

/// Functions that return some of the items that they are given, and those that return texts or numbers.
fn of_call(graph: &Context<'_>, call: &Call) -> Option<Type> {
    let first = call.arguments.first();
    match &*call.function {
        "range" => Some(list(Type::Int)),
        "split" | "objectKeys" => Some(list(Type::String)),
        "filter" | "sort" | "take" | "skip" | "reverse" | "union" | "intersection" | "concat" => of(graph, first?),
        "flatten" => item(of(graph, first?)?),
        "map" => match call.arguments.get(1)? {
            Expr::Lambda(lambda) => of(graph, &lambda.body).map(list),
            _ => None,
        },
        "toLower" | "toUpper" | "string" | "trim" | "replace" | "format" => Some(Type::String),
        "length" | "int" | "min" | "max" => Some(Type::Int),
        _ => None,
    }
}

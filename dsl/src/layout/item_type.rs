//! Which type of Bicep the item of a loop has, by the list that is walked. It must not know what is done with the item.

use crate::check::Context;
use crate::expr::{Accessor, BinaryOperator, Call, Entry, Expr, Item, Text, UnaryOperator};
use crate::graph::{NodeKind, RegionId};
use crate::types::{Bounds, Field, Part, Type};

/// Of the items of a list that stands in a region; text, where nothing is known.
pub(super) fn of_item(graph: &Context<'_>, list: &Expr, region: RegionId) -> Type {
    Types { graph, region, variables: Vec::new() }.of(list).and_then(item).unwrap_or(Type::String)
}

fn item(list: Type) -> Option<Type> {
    match list {
        Type::Array(item) => Some(*item),
        Type::Named(_) | Type::Part(..) => Some(Type::Part(list.into(), Part::Items)),
        _ => None,
    }
}

fn list(item: Type) -> Type {
    Type::Array(item.into())
}

/// The types of expressions, as far as their text says them.
struct Types<'c, 'g> {
    graph: &'c Context<'g>,
    /// Where the text stands.
    region: RegionId,
    /// The variables of lambdas and loops around a part of it, the innermost last.
    variables: Vec<(Text, Option<Type>)>,
}

impl Types<'_, '_> {
    fn of(&mut self, expr: &Expr) -> Option<Type> {
        match expr {
            Expr::Int(_) => Some(Type::Int),
            Expr::Bool(_) => Some(Type::Bool),
            Expr::String(_) | Expr::Multiline(_) | Expr::Interpolated(_) => Some(Type::String),
            Expr::Array(items) => match items.first()? {
                Item::Value(first) => self.of(first).map(list),
                Item::Spread(list) => self.of(list),
            },
            Expr::Object(entries) => {
                entries.iter().map(|entry| self.field(entry)).collect::<Option<_>>().map(Type::Object)
            }
            Expr::Access(access) => step(self.of(&access.0)?, &access.1),
            Expr::Call(call) => self.of_call(call),
            Expr::Unary(parts) => Some(if parts.0 == UnaryOperator::Not { Type::Bool } else { Type::Int }),
            Expr::Binary(parts) => self.of_operation(&parts.0, parts.1, &parts.2),
            Expr::Ternary(parts) => self.of(&parts[1]).or_else(|| self.of(&parts[2])),
            Expr::For(each) => {
                let item = self.of(&each.source).and_then(item);
                let index = each.index.iter().map(|index| (index.clone(), Some(Type::Int)));
                let variables = [(each.item.clone(), item)].into_iter().chain(index).collect();
                self.with(variables, &each.body).map(list)
            }
            Expr::Local(name) => self.of_variable(name),
            Expr::Reference(_) | Expr::Symbol(_) => self.of_node(expr),
            _ => None,
        }
    }

    fn of_node(&mut self, expr: &Expr) -> Option<Type> {
        let (_, node) = self.graph.target(expr)?;
        match &node.kind {
            NodeKind::Param(param) => Some(param.ty.clone()),
            NodeKind::Var(var) => {
                var.ty.clone().or_else(|| Types { region: node.region, variables: Vec::new(), ..*self }.of(&var.value))
            }
            _ => None,
        }
    }

    /// Of a variable of a lambda, or else of a loop around the text.
    fn of_variable(&mut self, name: &str) -> Option<Type> {
        if let Some((_, ty)) = self.variables.iter().rev().find(|(variable, _)| variable == name) {
            return ty.clone();
        }
        let regions = &self.graph.nodes.regions;
        let mut loops = regions.loops_around(self.region);
        let (id, each) = loops.find(|(_, each)| each.variables().iter().any(|variable| variable == name))?;
        let region = regions.get(id).map_or(RegionId::FILE, |region| region.outer);
        match &each.item {
            item if item == name => Some(of_item(self.graph, &each.source, region)),
            _ => Some(Type::Int),
        }
    }

    /// Of an expression in which variables mean something.
    fn with(&mut self, variables: Vec<(Text, Option<Type>)>, expr: &Expr) -> Option<Type> {
        let before = self.variables.len();
        self.variables.extend(variables);
        let ty = self.of(expr);
        self.variables.truncate(before);
        ty
    }

    fn field(&mut self, entry: &Entry) -> Option<Field> {
        let Entry::Property(key, value) = entry else { return None };
        let name = key.as_name()?.to_owned();
        Some(field(name.into(), self.of(value)?))
    }

    fn of_operation(&mut self, left: &Expr, operator: BinaryOperator, right: &Expr) -> Option<Type> {
        match operator {
            BinaryOperator::Coalesce => self.of(right).or_else(|| self.of(left)),
            BinaryOperator::Add
            | BinaryOperator::Subtract
            | BinaryOperator::Multiply
            | BinaryOperator::Divide
            | BinaryOperator::Modulo => Some(Type::Int),
            _ => Some(Type::Bool),
        }
    }

    /// Functions that return some of the items that they are given, and those that return texts or numbers.
    fn of_call(&mut self, call: &Call) -> Option<Type> {
        let first = call.arguments.first();
        match &*call.function {
            "range" => Some(list(Type::Int)),
            "split" | "objectKeys" => Some(list(Type::String)),
            "filter" | "sort" | "take" | "skip" | "reverse" | "union" | "intersection" | "concat" => self.of(first?),
            "flatten" | "first" | "last" => item(self.of(first?)?),
            "array" => self.of(first?).map(list),
            "items" => self.entries(first?),
            "map" => self.mapped(first?, call.arguments.get(1)?),
            "toLower" | "toUpper" | "string" | "trim" | "replace" | "format" => Some(Type::String),
            "length" | "int" | "min" | "max" | "indexOf" => Some(Type::Int),
            "contains" | "empty" | "startsWith" | "endsWith" | "bool" => Some(Type::Bool),
            function => match self.graph.target(&Expr::Symbol(function.into()))?.1.kind {
                NodeKind::Function(ref function) => Some(function.returns.clone()),
                _ => None,
            },
        }
    }

    fn mapped(&mut self, of: &Expr, lambda: &Expr) -> Option<Type> {
        let Expr::Lambda(lambda) = lambda else { return None };
        let types = [self.of(of).and_then(item), Some(Type::Int)];
        self.with(lambda.parameters.iter().cloned().zip(types).collect(), &lambda.body).map(list)
    }

    /// Of what `items(…)` makes of an object.
    fn entries(&mut self, object: &Expr) -> Option<Type> {
        let value = match self.of(object)? {
            Type::Map(value) => *value,
            Type::Object(fields) => fields.into_iter().next()?.ty,
            _ => return None,
        };
        let fields = [("key", Type::String), ("value", value)];
        Some(list(Type::Object(fields.into_iter().map(|(name, ty)| field(name.into(), ty)).collect())))
    }
}

fn field(name: Text, ty: Type) -> Field {
    let description = format!("`{name}` of the item.").into();
    Field { name, ty, description, secure: false, bounds: Bounds::default() }
}

fn step(of: Type, step: &Accessor) -> Option<Type> {
    match (&of, step) {
        (Type::Object(fields), Accessor::Property(name) | Accessor::SafeProperty(name)) => {
            fields.iter().find(|field| field.name == *name).map(|field| field.ty.clone())
        }
        (Type::Map(value), Accessor::Property(_) | Accessor::SafeProperty(_)) => Some((**value).clone()),
        (_, Accessor::Index(_)) => item(of),
        (_, Accessor::NonNull) => Some(of),
        (Type::Named(_) | Type::Part(..), Accessor::Property(_)) => Some(of.behind(step)),
        _ => None,
    }
}

//! How long a computed text can be, as far as that is known: what the official compiler would say about it.

use std::collections::BTreeMap;

use super::call;
use crate::check::Context;
use crate::expr::{Accessor, BinaryOperator, Call, Expr};
use crate::graph::{Constraints, Node, NodeKind, ParamNode};
use crate::types::Type;

/// How deep expressions and vars are followed.
const DEEPEST: u8 = 16;

/// The length of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Length {
    /// It is never shorter.
    pub(super) min: Option<u64>,
    /// It is never longer.
    pub(super) max: Option<u64>,
    /// Something in it is longer than is known here, so that the text may never be as short as `min`.
    pub(super) is_vague: bool,
}

impl Length {
    const VAGUE: Self = Length { min: None, max: None, is_vague: true };

    fn between(min: u64, max: u64) -> Self {
        Length { min: Some(min), max: Some(max), is_vague: false }
    }

    fn exactly(length: u64) -> Self {
        Length::between(length, length)
    }

    /// Of one text behind the other.
    fn and(self, next: Length) -> Self {
        Length {
            min: Some(self.min.unwrap_or(0) + next.min.unwrap_or(0)),
            max: self.max.zip(next.max).map(|(one, other)| one + other),
            is_vague: self.is_vague || next.is_vague,
        }
    }

    /// Of one text or the other.
    fn or(self, other: Length) -> Self {
        Length {
            min: self.min.zip(other.min).map(|(one, other)| one.min(other)),
            max: self.max.zip(other.max).map(|(one, other)| one.max(other)),
            is_vague: self.is_vague || other.is_vague,
        }
    }

    /// Of the first characters, `count` at most.
    fn cut(self, count: u64) -> Self {
        Length {
            min: self.min.map(|min| min.min(count)),
            max: Some(self.max.map_or(count, |max| max.min(count))),
            is_vague: self.is_vague,
        }
    }

    /// Without the first characters.
    fn behind(self, count: u64) -> Self {
        let less = |bound: u64| bound.saturating_sub(count);
        Length { min: self.min.map(less), max: self.max.map(less), ..self }
    }

    /// Filled up to a width.
    fn padded(self, width: u64) -> Self {
        Length { min: Some(self.min.unwrap_or(0).max(width)), max: self.max.map(|max| max.max(width)), ..self }
    }

    /// With another text wherever a text of that length was. How often that is, nobody knows.
    fn replaced(self, old: u64, new: Length) -> Self {
        let grown = |max: u64, new: u64| if new > old { max / old * new + max % old } else { max };
        let max = self.max.zip(new.max).map(|(max, new)| grown(max, new));
        match new.min {
            Some(new) if new >= old => Length { max, ..self },
            _ => Length { max, ..Length::VAGUE },
        }
    }
}

/// Bicep counts UTF-16 units.
pub(super) fn count(text: &str) -> u64 {
    if text.is_ascii() { text.len() as u64 } else { text.encode_utf16().count() as u64 }
}

/// What is asked about lengths: the graph, and what the data says about its params.
pub(super) struct Lengths<'l, 'g> {
    pub(super) graph: &'l Context<'g>,
    pub(super) inferred: &'l BTreeMap<usize, Constraints>,
}

impl Lengths<'_, '_> {
    pub(super) fn of(&self, expr: &Expr) -> Length {
        self.within(expr, DEEPEST)
    }

    fn within(&self, expr: &Expr, depth: u8) -> Length {
        let Some(depth) = depth.checked_sub(1) else { return Length::VAGUE };
        match expr {
            Expr::String(text) => Length::exactly(count(text)),
            Expr::Multiline(text) => Length::exactly(count(text)),
            Expr::Int(value) => Length::exactly(count(&value.to_string())),
            Expr::Interpolated(parts) => {
                parts.iter().fold(Length::exactly(0), |length, part| length.and(self.within(part, depth)))
            }
            Expr::Ternary(parts) => self.within(&parts[1], depth).or(self.within(&parts[2], depth)),
            Expr::Binary(binary) => operation(binary.1),
            Expr::Call(call) => self.call(call, depth),
            Expr::Access(access) => self.read(access, depth),
            _ => match self.graph.target(expr) {
                Some((_, Node { kind: NodeKind::Var(var), .. })) => self.within(&var.value, depth),
                Some((index, Node { kind: NodeKind::Param(param), .. })) => self.param(index, param),
                _ => Length::VAGUE,
            },
        }
    }

    fn call(&self, call: &Call, depth: u8) -> Length {
        let of = |text: &Expr| self.within(text, depth);
        match (call::name(call), &call.arguments[..]) {
            ("toLower" | "toUpper" | "string", [text]) => of(text),
            ("trim", [text]) => Length { max: of(text).max, ..Length::VAGUE },
            ("uniqueString", _) => Length::exactly(13),
            ("guid" | "newGuid", _) => Length::exactly(36),
            ("take", [text, Expr::Int(count)]) => of(text).cut(positive(*count)),
            ("skip" | "substring", [text, Expr::Int(start)]) => of(text).behind(positive(*start)),
            // Of a text that is too short for it, the deployment fails.
            ("substring", [_, _, Expr::Int(length)]) => Length::exactly(positive(*length)),
            ("padLeft", [text, Expr::Int(width), ..]) => of(text).padded(positive(*width)),
            ("replace", [text, Expr::String(old), new]) if !old.is_empty() => of(text).replaced(count(old), of(new)),
            _ => Length::VAGUE,
        }
    }

    /// What is read of a resource: of its name, that it is no longer than the resource says.
    fn read(&self, access: &(Expr, Accessor), depth: u8) -> Length {
        match (self.graph.target(&access.0), &access.1) {
            (Some((_, Node { kind: NodeKind::Resource(resource), .. })), Accessor::Property(name))
                if name == "name" =>
            {
                let name = resource.body.get("name").map(|name| self.within(name, depth));
                name.map_or(Length::VAGUE, |name| Length { is_vague: true, ..name })
            }
            _ => Length::VAGUE,
        }
    }

    fn param(&self, index: usize, param: &ParamNode) -> Length {
        let inferred = self.inferred.get(&index);
        let allowed = [Some(&param.constraints), inferred].into_iter().flatten().map(|it| &it.allowed);
        match allowed.into_iter().find(|allowed| !allowed.is_empty()) {
            Some(allowed) => one_of(allowed.iter().map(|literal| self.within(literal, 1))),
            None => match &param.ty {
                Type::String => {
                    let bound = |of: fn(&Constraints) -> Option<i64>| {
                        of(&param.constraints).or_else(|| inferred.and_then(of)).and_then(|it| u64::try_from(it).ok())
                    };
                    Length { min: bound(|it| it.min_length), max: bound(|it| it.max_length), is_vague: false }
                }
                ty => self.declared(ty),
            },
        }
    }

    fn declared(&self, ty: &Type) -> Length {
        match ty {
            Type::String => Length::default(),
            Type::Int => NUMBER,
            Type::Bool => BOOL,
            Type::Literal(literal) => self.within(literal, 1),
            Type::Union(members) => one_of(members.iter().map(|member| self.declared(member))),
            _ => Length::VAGUE,
        }
    }
}

/// The digits of any number, with its sign.
const NUMBER: Length = Length { min: Some(1), max: Some(20), is_vague: false };
/// `true` or `false`.
const BOOL: Length = Length { min: Some(4), max: Some(5), is_vague: false };

/// A count that is less than none is none.
fn positive(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

fn one_of(lengths: impl Iterator<Item = Length>) -> Length {
    lengths.reduce(Length::or).unwrap_or(Length::VAGUE)
}

fn operation(operator: BinaryOperator) -> Length {
    use BinaryOperator as Op;
    match operator {
        Op::Coalesce => Length::VAGUE,
        Op::Multiply | Op::Divide | Op::Modulo | Op::Add | Op::Subtract => NUMBER,
        _ => BOOL,
    }
}

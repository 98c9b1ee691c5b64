//! Decorators that Bicep does not take on a type: bounds and secrecy belong to the type itself where that has a name, only
//! texts and objects are kept secret, and not everything has a length. It must not know how a decorator is printed.

use super::constraint::CHECK;
use super::{Context, Finding};
use crate::graph::{Constraints, Node, NodeKind};
use crate::types::{Field, Type};

/// What is wrong, and what to do.
type Problem = (&'static str, &'static str);

const NO_SECRET: Problem = (
    "cannot be secret: Bicep keeps only texts and objects secret, and no lists and numbers",
    "take a text or a map of secrets: `Secret<String>`, `Map<Secret<String>>`",
);

const NO_RANGE: Problem = (
    "has a least or a greatest value, which only numbers have",
    "take `.length(…)` for texts and lists, or leave it out",
);

const NO_LENGTH: Problem =
    ("has a length, which only texts and lists have", "take `.range(…)` for numbers, or leave it out");

/// What the decorators of a declaration say.
struct Decorators {
    secure: bool,
    bounds: Vec<Bound>,
}

#[derive(PartialEq)]
enum Bound {
    Length,
    Range,
    Allowed,
}

impl Decorators {
    fn of(secure: bool, constraints: &Constraints) -> Self {
        let Constraints { allowed, min_value, max_value, min_length, max_length, .. } = constraints;
        let is_there = [
            (Bound::Length, min_length.or(*max_length).is_some()),
            (Bound::Range, min_value.or(*max_value).is_some()),
            (Bound::Allowed, !allowed.is_empty()),
        ];
        Decorators { secure, bounds: is_there.into_iter().filter(|it| it.1).map(|it| it.0).collect() }
    }

    fn of_field(field: &Field) -> Self {
        let bound = |name: &str| if name.ends_with("Length") { Bound::Length } else { Bound::Range };
        Decorators { secure: field.secure, bounds: field.bounds.decorators().map(|(name, _)| bound(name)).collect() }
    }

    fn has(&self, bound: &Bound) -> bool {
        self.bounds.contains(bound)
    }
}

pub(super) fn check(graph: &Context<'_>, node: &Node) -> Vec<Finding> {
    let (ty, secure, constraints) = match &node.kind {
        NodeKind::Param(param) => (&param.ty, param.secure, &param.constraints),
        NodeKind::Output(output) => (&output.ty, output.secure, &output.constraints),
        NodeKind::Type(ty) => (&ty.ty, ty.secure, &ty.constraints),
        _ => return Vec::new(),
    };
    let finding = |place: &str, (what, help): Problem| {
        let message = format!("{place}the {} `{}` {what}", node.keyword(), node.symbol);
        Finding::at(CHECK, node, message).help(help)
    };
    // An output of a loop is a list.
    let is_list = matches!(node.kind, NodeKind::Output(_)) && graph.nodes.regions.loop_around(node.region).is_some();
    let own = if secure && is_list { Some(NO_SECRET) } else { problem(ty, &Decorators::of(secure, constraints)) };
    let mut findings = Vec::from_iter(own.map(|own| finding("", own)));
    ty.for_each_field(&mut |field| {
        let of_field = problem(&field.ty, &Decorators::of_field(field));
        findings.extend(of_field.map(|problem| finding(&format!("`{}` of ", field.name), problem)));
    });
    findings
}

fn problem(ty: &Type, decorators: &Decorators) -> Option<Problem> {
    let (has_length, has_range) = (decorators.has(&Bound::Length), decorators.has(&Bound::Range));
    let is_bounded = !decorators.bounds.is_empty();
    match ty {
        Type::Nullable(inner) | Type::NonNull(inner) => problem(inner, decorators),
        named if named.is_named() && decorators.secure => Some((
            "cannot be secret as a whole, for its type has a name",
            "make the fields of that type secret: `Secret<…>`",
        )),
        named if named.is_named() && is_bounded => {
            Some(("has bounds besides those of its type, which has a name", "give that type the bounds"))
        }
        Type::Literal(_) | Type::Union(_) if is_bounded => {
            Some(("has bounds, and its type says all values already", "leave the bounds out"))
        }
        Type::Array(_) | Type::Tuple(_) | Type::Int | Type::Bool | Type::AnyArray if decorators.secure => {
            Some(NO_SECRET)
        }
        Type::Int | Type::Bool | Type::Object(_) | Type::Map(_) | Type::AnyObject if has_length => Some(NO_LENGTH),
        // What is a number further in, only the compiler knows.
        Type::Int | Type::Any | Type::Part(..) | Type::ResourceInput(_) | Type::ResourceOutput(_) => None,
        _ if has_range => Some(NO_RANGE),
        _ => None,
    }
}

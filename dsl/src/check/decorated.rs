//! Decorators that Bicep does not take on a type: bounds and secrecy belong to the type itself where that has a name, and
//! only texts and objects are kept secret. It must not know how a decorator is printed.

use super::constraint::CHECK;
use super::{Context, Finding};
use crate::graph::{Node, NodeKind};
use crate::types::Type;

/// What is wrong, and what to do.
type Problem = (&'static str, &'static str);

const NO_SECRET: Problem = (
    "cannot be secret: Bicep keeps only texts and objects secret, and no lists and numbers",
    "take a text or a map of secrets: `Secret<String>`, `Map<Secret<String>>`",
);

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
    let own = if secure && is_list { Some(NO_SECRET) } else { problem(ty, secure, constraints.is_bounded()) };
    let mut findings = Vec::from_iter(own.map(|own| finding("", own)));
    ty.for_each_field(&mut |field| {
        let is_bounded = field.bounds.decorators().next().is_some();
        let of_field = problem(&field.ty, field.secure, is_bounded);
        findings.extend(of_field.map(|problem| finding(&format!("`{}` of ", field.name), problem)));
    });
    findings
}

fn problem(ty: &Type, secure: bool, is_bounded: bool) -> Option<Problem> {
    match ty {
        Type::Nullable(inner) | Type::NonNull(inner) => problem(inner, secure, is_bounded),
        named if named.is_named() && secure => Some((
            "cannot be secret as a whole, for its type has a name",
            "make the fields of that type secret: `Secret<…>`",
        )),
        named if named.is_named() && is_bounded => {
            Some(("has bounds besides those of its type, which has a name", "give that type the bounds"))
        }
        Type::Literal(_) | Type::Union(_) if is_bounded => {
            Some(("has bounds, and its type says all values already", "leave the bounds out"))
        }
        Type::Array(_) | Type::Tuple(_) | Type::Int | Type::Bool | Type::AnyArray if secure => Some(NO_SECRET),
        _ => None,
    }
}

//! What the compiler of Bicep, as of 0.49, takes for another one: an element of what is found in a loop by one name in several
//! scopes. Of its id, the compiler has the scope of whatever turn it is in, so that such an element is found by itself. It must
//! not know who reads it.

use super::chain::Chain;
use crate::check::Context;
use crate::expr::Expr;
use crate::graph::{Loop, NodeKind, Presence, ResourceNode};

/// Whether a graph has any of these.
pub(super) fn is_possible(graph: &Context<'_>) -> bool {
    let mut nodes = graph.nodes.survey.resources.iter().map(|index| &graph.nodes.all[*index]);
    nodes.any(|node| match (&node.kind, graph.nodes.regions.loop_around(node.region)) {
        (NodeKind::Resource(resource), Some((_, each))) => is_told_apart_by_scope(resource, each),
        _ => false,
    })
}

/// Whether a chain means an element whose scope the compiler would mistake. That of the turn in which it is read is right.
pub(super) fn is_misread(graph: &Context<'_>, chain: &Chain) -> bool {
    let is_chosen = matches!(&chain.element, Some(element) if !matches!(element, Expr::Local(_)));
    let node = &graph.nodes.all[chain.node.index()];
    let NodeKind::Resource(resource) = &node.kind else { return false };
    let each = graph.nodes.regions.loop_around(node.region).filter(|_| is_chosen);
    let is_asked = chain.steps.is_empty() || chain.is_id();
    is_asked && each.is_some_and(|(_, each)| is_told_apart_by_scope(resource, each))
}

fn is_told_apart_by_scope(resource: &ResourceNode, each: &Loop) -> bool {
    let varies = |expr: &Expr| each.is_walked_in(expr, |_| false);
    resource.presence != Presence::Deployed
        && resource.scope.as_ref().is_some_and(varies)
        && !resource.body.get("name").is_some_and(varies)
}

//! `conditional-read`: a resource that stands under a condition is read where the condition may not hold, so that the
//! deployment would fail half-way.

use std::panic::Location;

use super::{Context, Finding};
use crate::expr::{Accessor, Expr};
use crate::graph::{Node, NodeId, NodeKind, RegionId, needs_deployment};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    if graph.nodes.regions.is_empty() {
        return;
    }
    for node in &graph.nodes.all {
        let mut read = Vec::new();
        node.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |part| {
                if let Expr::Access(access) = part
                    && needs_deployment(&access.1)
                {
                    read.extend(named(&access.0));
                }
            });
        });
        read.dedup();
        findings.extend(read.into_iter().filter_map(|target| finding(graph, node, target)));
    }
}

fn finding(graph: &Context<'_>, node: &Node, target: NodeId) -> Option<Finding> {
    let target = graph.nodes.get(target).filter(|target| matches!(target.kind, NodeKind::Resource(_)))?;
    let condition = missing_condition(graph, target.region, node.region)?;
    let message = format!("`{}` reads `{}`, which is deployed only under a condition", node.symbol, target.symbol);
    let finding = Finding::at("conditional-read", node, message).note(target, "it is declared here");
    let finding = finding.note_at(condition, "under this condition");
    Some(
        finding.help(
            "use what `g.when(…)` returned: `.read(|it| …)` may be null, `.non_null()` promises that it is there",
        ),
    )
}

/// A condition of one place that need not hold in the other.
fn missing_condition(graph: &Context<'_>, of: RegionId, from: RegionId) -> Option<&'static Location<'static>> {
    let regions = &graph.nodes.regions;
    let (id, _) = regions.conditions_around(of).find(|(id, _)| !regions.encloses(*id, from))?;
    regions.get(id).map(|region| region.location)
}

/// The resource that is read without a promise: itself, or an element of it.
fn named(expr: &Expr) -> Option<NodeId> {
    match expr {
        Expr::Reference(node) => Some(*node),
        Expr::Access(access) if matches!(access.1, Accessor::Index(_)) => named(&access.0),
        _ => None,
    }
}

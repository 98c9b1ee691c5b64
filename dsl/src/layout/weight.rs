//! How much a node adds to the size of its file. It must not know which file that is.

use super::limits::Limits;
use crate::check::Context;
use crate::expr::Expr;
use crate::graph::{Node, NodeKind};

/// What every resource has besides its properties: type, version, name, dependencies.
const FRAME: usize = 320;

/// The share of one node in the size of its file.
pub(super) fn of(graph: &Context<'_>, node: &Node) -> Limits {
    let resources = match node.kind {
        NodeKind::Resource(_) | NodeKind::Module(_) => repetitions(graph, node),
        _ => 0,
    };
    let vars = usize::from(matches!(node.kind, NodeKind::Var(_)));
    Limits { resources, vars, bytes: bytes(node), ..Limits::default() }
}

/// How often a loop repeats it, where the list is written out.
fn repetitions(graph: &Context<'_>, node: &Node) -> usize {
    match graph.nodes.regions.loop_around(node.region) {
        Some((_, each)) => match &each.source {
            Expr::Array(items) => items.len().max(1),
            _ => 1,
        },
        None => 1,
    }
}

/// About as many bytes as its JSON has.
fn bytes(node: &Node) -> usize {
    let mut bytes = FRAME + node.symbol.len() + node.description.as_ref().map_or(0, |text| text.len());
    node.for_each_expr(&mut |_, expr| {
        expr.walk(&mut |part| {
            bytes += match part {
                Expr::String(text) => text.len() + 8,
                Expr::Multiline(text) | Expr::Raw(text) => text.len() + 8,
                Expr::Object(entries) => 8 + 24 * entries.len(),
                _ => 12,
            }
        });
    });
    bytes
}

//! Which ids are needed so early that no output can bring them, by a file that cannot find their resources by name: in names,
//! scopes, tags and the like, conditions and loops. It must not know how they are brought.

use rustc_hash::FxHashSet;

use super::chain::Chain;
use super::files::Files;
use super::place::Place;
use crate::check::{Context, is_deploy_time};
use crate::expr::{Entry, Expr};
use crate::graph::{Node, NodeId, NodeKind};

/// The resources whose ids a file needs early that neither has them, nor calls a file that has them, nor finds them.
pub(super) fn ids(graph: &Context<'_>, files: &Files) -> FxHashSet<NodeId> {
    let mut ids = FxHashSet::default();
    for (node, file) in graph.nodes.all.iter().zip(&files.of_node) {
        let around = files.all[*file].region;
        let is_outside = |id: &NodeId| {
            let home = files.of_node[id.index()];
            home != *file && files.towards(*file, home).is_none() && {
                let there = Place::of(graph, graph.nodes.all[id.index()].region);
                !there.is_findable_from(&Place::of(graph, around))
            }
        };
        let mut read = Vec::new();
        for place in places(node).chain(graph.nodes.regions.exprs_around(node.region)) {
            collect(graph, place, &mut read, &mut Vec::new());
        }
        ids.extend(read.into_iter().filter(is_outside));
    }
    ids
}

/// What of a statement must be known early.
fn places(node: &Node) -> impl Iterator<Item = &Expr> {
    let (body, scope) = match &node.kind {
        NodeKind::Resource(resource) => (Some(&resource.body), resource.scope.as_ref()),
        NodeKind::Module(module) => (None, module.scope.as_ref()),
        _ => (None, None),
    };
    let entries = match body {
        Some(Expr::Object(entries)) => &**entries,
        _ => &[],
    };
    entries.iter().filter_map(early).chain(scope)
}

/// The value of a property that must be known early.
pub(super) fn early(entry: &Entry) -> Option<&Expr> {
    match entry {
        Entry::Property(key, value) => key.as_name().is_some_and(is_deploy_time).then_some(value),
        Entry::Spread(_) => None,
    }
}

/// The resources whose ids an expression reads, also through vars.
fn collect(graph: &Context<'_>, expr: &Expr, read: &mut Vec<NodeId>, vars: &mut Vec<usize>) {
    if let Some(chain) = Chain::of(graph, expr).filter(Chain::is_id) {
        read.push(chain.node);
    }
    match graph.target(expr) {
        Some((index, Node { kind: NodeKind::Var(var), .. })) if !vars.contains(&index) => {
            vars.push(index);
            collect(graph, &var.value, read, vars);
        }
        _ => expr.for_each_child(&mut |child| collect(graph, child, read, vars)),
    }
}

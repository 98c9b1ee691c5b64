//! What a statement waits for although it refers to nothing of it, without what it waits for anyway. It must not know why
//! it waits.

use std::collections::BTreeSet;

use super::chain::Chain;
use crate::expr::Expr;
use crate::graph::{Node, NodeId, NodeKind, Regions};

/// What statements of a file wait for anyway by other references, however many steps lie between: the statement, and the
/// position among what it says that it waits for.
pub(super) fn implied(nodes: &[Node], regions: &Regions) -> Vec<(usize, usize)> {
    if nodes.iter().all(|node| explicit(node).is_empty()) {
        return Vec::new();
    }
    let mut targets: Vec<Vec<usize>> = nodes.iter().map(|node| targets(node, regions)).collect();
    let mut implied = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        for (position, wait) in explicit(node).iter().enumerate() {
            if is_implied(&targets, index, wait) {
                forget(&mut targets[index], wait);
                implied.push((index, position));
            }
        }
    }
    implied
}

/// Takes them out.
pub(super) fn take_out(nodes: &mut [Node], implied: &[(usize, usize)]) {
    // From behind, so that the positions before stay true.
    for (index, position) in implied.iter().rev() {
        match &mut nodes[*index].kind {
            NodeKind::Resource(resource) => drop(resource.depends_on.remove(*position)),
            NodeKind::Module(module) => drop(module.depends_on.remove(*position)),
            _ => {}
        }
    }
}

fn explicit(node: &Node) -> &[Expr] {
    match &node.kind {
        NodeKind::Resource(resource) => &resource.depends_on,
        NodeKind::Module(module) => &module.depends_on,
        _ => &[],
    }
}

/// What a statement refers to, once for each time.
fn targets(node: &Node, regions: &Regions) -> Vec<usize> {
    let mut targets: Vec<_> = node.named_apart().map(NodeId::index).collect();
    let mut collect = |expr: &Expr| {
        expr.walk(&mut |part| {
            if let Expr::Reference(id) = part {
                targets.push(id.index());
            }
        });
    };
    regions.exprs_around(node.region).for_each(&mut collect);
    // `dependsOn` comes last, and is forgotten first.
    node.for_each_expr(&mut |_, expr| collect(expr));
    targets
}

/// Whether a statement would wait for it as well if it did not say so.
fn is_implied(targets: &[Vec<usize>], from: usize, wait: &Expr) -> bool {
    let Some(goal) = Chain::read(wait).map(|chain| chain.node.index()) else { return false };
    let mut first = targets[from].clone();
    forget(&mut first, wait);
    let (mut open, mut seen) = (first, BTreeSet::from([from]));
    while let Some(node) = open.pop() {
        if node == goal {
            return true;
        }
        if seen.insert(node) {
            open.extend(targets.get(node).into_iter().flatten());
        }
    }
    false
}

/// Takes out one reference.
fn forget(targets: &mut Vec<usize>, wait: &Expr) {
    let goal = Chain::read(wait).map(|chain| chain.node.index());
    if let Some(position) = targets.iter().rposition(|target| Some(*target) == goal) {
        targets.remove(position);
    }
}

//! The order of statements in a file: by kind, then what is needed before what needs it, then as inserted.

use super::{Edges, NodeKind, Nodes, Presence, depth_first};

const EXISTING: usize = 6;
const DEPLOYED: usize = 7;

/// The nodes that are statements of their own, in the order of the file, and for each node those nested in it.
pub(crate) fn statement_order(nodes: &Nodes, edges: &Edges) -> (Vec<usize>, Vec<Vec<usize>>) {
    let used = edges.used();
    let is_written = |index: &usize| used[*index] || nodes.all[*index].is_always_written();
    let mut nested = vec![Vec::new(); nodes.all.len()];
    for index in (0..nodes.all.len()).filter(is_written) {
        if let Some(parent) = nodes.all[index].nested_in {
            nested[parent.index()].push(index);
        }
    }
    let roots: Vec<usize> = (0..nodes.all.len()).map(|index| root(nodes, index)).collect();
    let statements = (0..roots.len()).filter(|index| roots[*index] == *index && is_written(index));
    let mut sections: [Vec<usize>; 9] = Default::default();
    let edges = edges.grouped(&roots);
    let mut placed = vec![0; roots.len()];
    let mut place = |index: usize| {
        placed[index] = match section(&nodes.all[index].kind) {
            // What belongs to a resource of this file is read beside it.
            EXISTING if edges.of(index).any(|target| placed[target] == DEPLOYED) => DEPLOYED,
            section => section,
        };
        sections[placed[index]].push(index);
    };
    // Handles exist only once something is added, so the order of insertion is nearly always right.
    if edges.point_back() {
        statements.for_each(place);
    } else {
        depth_first(statements, roots.len(), &edges, &mut place, |_| {});
    }
    (sections.concat(), nested)
}

/// The statement that a node is part of: itself, or the outermost resource around it.
fn root(nodes: &Nodes, mut index: usize) -> usize {
    while let Some(parent) = nodes.all[index].nested_in {
        index = parent.index();
    }
    index
}

fn section(kind: &NodeKind) -> usize {
    match kind {
        NodeKind::Metadata(_) => 0,
        NodeKind::Import(_) | NodeKind::Extension(_) => 1,
        NodeKind::Type(_) => 2,
        NodeKind::Param(_) => 3,
        NodeKind::Var(_) => 4,
        NodeKind::Function(_) => 5,
        NodeKind::Resource(resource) if resource.presence != Presence::Deployed => EXISTING,
        NodeKind::Resource(_) | NodeKind::Module(_) => DEPLOYED,
        NodeKind::Output(_) => 8,
    }
}

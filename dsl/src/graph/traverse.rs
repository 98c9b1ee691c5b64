//! Walking references from a node to what it needs. It must not know why it is asked.

use super::Edges;

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

/// Visits every node after all that it refers to; nodes that do not depend on each other come in the order of `nodes`.
/// `cycle` is called with the chain of nodes from one that is met again to the one that refers to it.
pub(crate) fn depth_first(
    nodes: impl IntoIterator<Item = usize>,
    count: usize,
    edges: &Edges,
    mut visit: impl FnMut(usize),
    mut cycle: impl FnMut(&mut dyn Iterator<Item = usize>),
) {
    let mut states = vec![State::New; count];
    // Explicit, because a chain of references may be longer than the machine's stack is deep.
    let mut path = Vec::new();
    for root in nodes {
        if states[root] != State::New {
            continue;
        }
        states[root] = State::Open;
        path.push((root, edges.of(root)));
        while let Some((node, targets)) = path.last_mut() {
            let node = *node;
            match targets.next() {
                Some(target) if states[target] == State::New => {
                    states[target] = State::Open;
                    path.push((target, edges.of(target)));
                }
                Some(target) if states[target] == State::Open => {
                    cycle(&mut path.iter().map(|(node, _)| *node).skip_while(|node| *node != target));
                }
                Some(_) => {}
                None => {
                    states[node] = State::Done;
                    visit(node);
                    path.pop();
                }
            }
        }
    }
}

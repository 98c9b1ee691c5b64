//! Which node refers to which, found once and kept in two flat lists. It must not judge what it finds.

use super::{Nodes, Reference, Symbols};

/// The nodes that each node refers to, in the order of its text.
#[derive(Debug)]
pub(crate) struct Edges {
    /// Where the targets of each node begin; one more than there are nodes.
    starts: Vec<u32>,
    targets: Vec<u32>,
}

/// A reference that leads nowhere.
#[derive(Debug)]
pub(crate) enum Unknown<'g> {
    /// The handle belongs to another graph.
    Node,
    /// No node has this symbol.
    Symbol(&'g str),
}

impl Edges {
    /// Finds all references, and apart from them those that lead nowhere, each with the node that makes it.
    pub(crate) fn find<'g>(nodes: &'g Nodes, symbols: &Symbols<'g>) -> (Self, Vec<(usize, Unknown<'g>)>) {
        let mut edges = Edges { starts: vec![0], targets: Vec::with_capacity(nodes.all.len() * 4) };
        let mut unknown = Vec::new();
        for (index, node) in nodes.all.iter().enumerate() {
            node.for_each_reference(&mut |reference| match resolve(nodes, symbols, reference) {
                Ok(target) => edges.targets.push(position(target)),
                Err(reason) => unknown.push((index, reason)),
            });
            edges.starts.push(position(edges.targets.len()));
        }
        (edges, unknown)
    }

    pub(crate) fn of(&self, node: usize) -> impl ExactSizeIterator<Item = usize> {
        let range = self.starts[node] as usize..self.starts[node + 1] as usize;
        self.targets[range].iter().map(|target| *target as usize)
    }

    /// The same references between groups of nodes: `group` says to which node each one counts.
    pub(crate) fn grouped(&self, group: &[usize]) -> Edges {
        let mut pairs: Vec<(usize, usize)> = Vec::with_capacity(self.targets.len());
        for (node, of) in group.iter().enumerate() {
            pairs.extend(self.of(node).map(|target| (*of, group[target])).filter(|(from, to)| from != to));
        }
        // A stable sort keeps the targets of one group in the order of the text.
        pairs.sort_by_key(|(from, _)| *from);
        let mut edges = Edges { starts: vec![0], targets: Vec::with_capacity(pairs.len()) };
        let mut pairs = pairs.into_iter().peekable();
        for node in 0..group.len() {
            while let Some((_, to)) = pairs.next_if(|(from, _)| *from == node) {
                edges.targets.push(position(to));
            }
            edges.starts.push(position(edges.targets.len()));
        }
        edges
    }
}

fn resolve<'g>(nodes: &Nodes, symbols: &Symbols<'_>, reference: Reference<'g>) -> Result<usize, Unknown<'g>> {
    match reference {
        Reference::Node(id) if nodes.get(id).is_some() => Ok(id.index()),
        Reference::Node(_) => Err(Unknown::Node),
        Reference::Symbol(symbol) => symbols.find(nodes, symbol).ok_or(Unknown::Symbol(symbol)),
    }
}

/// Nodes are counted in 32 bits, as their ids are.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

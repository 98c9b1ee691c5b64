//! Which node refers to which, found once and kept in two flat lists. It must not judge what it finds.

use super::{Node, NodeId, Nodes, Symbols};
use crate::expr::Expr;

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

/// What is met when references are looked for.
#[derive(Debug)]
pub(crate) enum Seen<'g> {
    Node(&'g Node),
    /// An expression anywhere inside the node, unless it is a reference.
    Expr(&'g Expr),
}

impl Edges {
    /// Finds all references, and apart from them those that lead nowhere, each with the node that makes it. Everything
    /// on the way is shown to `see`, so that the trees are walked once.
    pub(crate) fn find<'g>(
        nodes: &'g Nodes,
        symbols: &Symbols,
        mut see: impl FnMut(usize, Seen<'g>),
    ) -> (Self, Vec<(usize, Unknown<'g>)>) {
        let mut edges = Edges { starts: vec![0], targets: Vec::with_capacity(nodes.all.len() * 4) };
        let mut unknown = Vec::new();
        for (index, node) in nodes.all.iter().enumerate() {
            see(index, Seen::Node(node));
            let mut add = |target: Result<usize, Unknown<'g>>| match target {
                Ok(target) => edges.targets.push(position(target)),
                Err(reason) => unknown.push((index, reason)),
            };
            node.direct_references().for_each(|id| add(by_id(nodes, id)));
            node.for_each_expr(&mut |_, expr| {
                expr.walk(&mut |expr| match expr {
                    Expr::Reference(id) => add(by_id(nodes, *id)),
                    Expr::Symbol(symbol) => add(symbols.find(nodes, symbol).ok_or(Unknown::Symbol(symbol))),
                    other => see(index, Seen::Expr(other)),
                });
            });
            edges.starts.push(position(edges.targets.len()));
        }
        (edges, unknown)
    }

    pub(crate) fn of(&self, node: usize) -> impl ExactSizeIterator<Item = usize> {
        let range = self.starts[node] as usize..self.starts[node + 1] as usize;
        self.targets[range].iter().map(|target| *target as usize)
    }

    /// For each node, whether any refers to it.
    pub(crate) fn used(&self) -> Vec<bool> {
        let mut used = vec![false; self.starts.len() - 1];
        self.targets.iter().for_each(|target| used[*target as usize] = true);
        used
    }

    /// Whether every node refers to earlier ones only, so that there is no cycle and the order of insertion is right.
    pub(crate) fn point_back(&self) -> bool {
        (0..self.starts.len() - 1).all(|node| self.of(node).all(|target| target < node))
    }

    /// The same references between groups of nodes: `group` says to which node each one counts.
    pub(crate) fn grouped(&self, group: &[usize]) -> Edges {
        let pairs = group.iter().enumerate().flat_map(|(node, of)| self.of(node).map(|target| (*of, group[target])));
        let mut pairs: Vec<_> = pairs.filter(|(from, to)| from != to).collect();
        // A stable sort keeps the targets of one group in the order of the text, and costs little on what is sorted.
        pairs.sort_by_key(|(from, _)| *from);
        let starts = (0..=group.len()).scan(0, |at, node| {
            *at += pairs[*at..].iter().take_while(|(from, _)| *from < node).count();
            Some(position(*at))
        });
        Edges { starts: starts.collect(), targets: pairs.iter().map(|(_, to)| position(*to)).collect() }
    }
}

fn by_id<'g>(nodes: &Nodes, id: NodeId) -> Result<usize, Unknown<'g>> {
    nodes.get(id).map(|_| id.index()).ok_or(Unknown::Node)
}

/// Nodes are counted in 32 bits, as their ids are.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

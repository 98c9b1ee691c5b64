//! A graph as a list for people: its nodes in the order of the file, and what each refers to.

use std::fmt::Write;

use super::{Edges, NodeKind, Nodes, Presence, statement_order};
use crate::check::Context;

impl Nodes {
    pub(crate) fn outline(&self) -> String {
        let Context { edges, .. } = Context::new(self);
        let (order, nested) = statement_order(self, &edges);
        let mut out = String::new();
        for index in order {
            line(self, &edges, &nested, index, 0, &mut out);
        }
        out
    }
}

fn line(nodes: &Nodes, edges: &Edges, nested: &[Vec<usize>], index: usize, level: usize, out: &mut String) {
    let node = &nodes.all[index];
    let (indent, keyword, symbol) = ("  ".repeat(level), node.keyword(), &node.symbol);
    let ty = match &node.kind {
        NodeKind::Resource(resource) if resource.presence != Presence::Deployed => format!(" {} existing", resource.ty),
        NodeKind::Resource(resource) => format!(" {}", resource.ty),
        _ => String::new(),
    };
    let mut needs: Vec<&str> = edges.of(index).map(|target| &*nodes.all[target].symbol).collect();
    needs.sort_unstable();
    needs.dedup();
    let arrow = if needs.is_empty() { "" } else { " -> " };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{indent}{keyword} {symbol}{ty}{arrow}{}", needs.join(", "));
    nested[index].iter().for_each(|child| line(nodes, edges, nested, *child, level + 1, out));
}

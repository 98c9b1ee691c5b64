//! Looking nodes up by their symbols. It must not be walked: its order is random.

#![expect(clippy::disallowed_types, reason = "the map is only asked, never walked, so its order reaches no output")]

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use super::{Node, NodeKind, Nodes};

/// Symbols in different namespaces may be equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Namespace {
    /// Params, vars, resources: everything that an expression can name.
    File,
    /// The resources nested in one resource, by its position.
    Nested(usize),
    Outputs,
    Metadata,
}

/// The first node of each symbol. Symbols that differ only by case are the same one here, for Bicep refuses the second.
#[derive(Debug)]
pub(crate) struct Symbols<'g> {
    first: HashMap<(Namespace, IgnoringCase<'g>), usize>,
    /// Each later node with the first one of its symbol.
    repeated: Vec<(usize, usize)>,
}

impl<'g> Symbols<'g> {
    pub(crate) fn new(nodes: &'g Nodes) -> Self {
        let mut symbols = Symbols { first: HashMap::with_capacity(nodes.all.len()), repeated: Vec::new() };
        for (index, node) in nodes.all.iter().enumerate() {
            let first = *symbols.first.entry((namespace(node), IgnoringCase(&node.symbol))).or_insert(index);
            if first != index {
                symbols.repeated.push((index, first));
            }
        }
        symbols
    }

    /// The node that an expression means by `symbol`. Here case counts.
    pub(crate) fn find(&self, nodes: &Nodes, symbol: &str) -> Option<usize> {
        let found = *self.first.get(&(Namespace::File, IgnoringCase(symbol)))?;
        (nodes.all[found].symbol == symbol).then_some(found)
    }

    pub(crate) fn repeated(&self) -> &[(usize, usize)] {
        &self.repeated
    }
}

pub(crate) fn namespace(node: &Node) -> Namespace {
    match (&node.kind, node.nested_in()) {
        (_, Some(parent)) => Namespace::Nested(parent.index()),
        (NodeKind::Output(_), _) => Namespace::Outputs,
        (NodeKind::Metadata(_), _) => Namespace::Metadata,
        (NodeKind::Param(_) | NodeKind::Var(_) | NodeKind::Resource(_), _) => Namespace::File,
    }
}

#[derive(Clone, Copy, Debug)]
struct IgnoringCase<'g>(&'g str);

impl PartialEq for IgnoringCase<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for IgnoringCase<'_> {}

impl Hash for IgnoringCase<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes().for_each(|byte| state.write_u8(byte.to_ascii_lowercase()));
    }
}

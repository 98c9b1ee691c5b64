//! Looking nodes up by their symbols. It must not know which symbols Bicep takes.

use std::hash::{Hash, Hasher};

use super::{Node, NodeKind, Nodes};
use crate::fingerprints::{Fingerprints, hash};

/// Symbols in different namespaces may be equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Namespace {
    /// Params, vars, resources: everything that an expression can name.
    File,
    /// The resources nested in one resource, by its position.
    Nested(usize),
    /// Types may differ from the others by case only.
    Types,
    Outputs,
    Metadata,
}

/// Nodes by symbol. Symbols that differ only by case fall together, for Bicep refuses the second.
#[derive(Debug)]
pub(crate) struct Symbols(Fingerprints);

impl Symbols {
    /// From the hash of each node's symbol.
    pub(crate) fn new(hashes: &[u64]) -> Self {
        Symbols(Fingerprints::new(hashes.iter().copied().enumerate()))
    }

    /// The node that an expression means by `symbol`. Here case counts.
    pub(crate) fn find(&self, nodes: &Nodes, symbol: &str) -> Option<usize> {
        let mut found = self.0.of(hash(&(Namespace::File, IgnoringCase(symbol))));
        found.find(|index| nodes.all[*index].symbol == symbol && namespace(&nodes.all[*index]) == Namespace::File)
    }

    /// Each node whose symbol an earlier one has, with the first that has it.
    pub(crate) fn repeated(&self, nodes: &Nodes) -> Vec<(usize, usize)> {
        self.0.repeated(|first, later| identity(&nodes.all[first]) == identity(&nodes.all[later]))
    }
}

/// What a symbol is compared by.
pub(super) fn identity(node: &Node) -> (Namespace, IgnoringCase<'_>) {
    (namespace(node), IgnoringCase(&node.symbol))
}

fn namespace(node: &Node) -> Namespace {
    match (&node.kind, node.nested_in) {
        (_, Some(parent)) => Namespace::Nested(parent.index()),
        (NodeKind::Output(_), _) => Namespace::Outputs,
        (NodeKind::Metadata(_), _) => Namespace::Metadata,
        _ if node.is_type() => Namespace::Types,
        _ => Namespace::File,
    }
}

/// A text in which case does not count.
pub(crate) struct IgnoringCase<'g>(pub(crate) &'g str);

impl PartialEq for IgnoringCase<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for IgnoringCase<'_> {}

impl Hash for IgnoringCase<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for chunk in self.0.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            // Setting this bit makes letters small. Other characters may fall together, which costs a comparison.
            state.write_u64(u64::from_ne_bytes(word) | u64::from_ne_bytes([0x20; 8]));
        }
    }
}

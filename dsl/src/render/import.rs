//! The `import` statements: all that is imported from one file stands in one pair of braces. They must not know where in
//! the file they stand.

use askama::Template;

use super::ink::{Ink, Printed};
use crate::graph::{ImportNode, Node, NodeKind, Nodes};

#[derive(Template)]
#[template(path = "import.bicep", escape = "none")]
pub(super) struct Import<'i> {
    /// The name that stands for all of the file; nothing where single names are imported.
    all: Option<&'i str>,
    names: Printed<'i>,
    path: Printed<'i>,
}

/// The statement that begins with a node.
pub(super) fn statement<'i>(ink: &'i Ink<'i>, symbol: &'i str, import: &'i ImportNode) -> Import<'i> {
    let names = ink.nodes().all.iter().filter_map(|node| Some((same_file(node, import)?, &*node.symbol)));
    let all = import.name().is_none().then_some(symbol);
    Import { all, names: ink.imports(names.collect()), path: ink.owned(import.path.clone().into(), 0) }
}

/// Whether a node is printed together with an earlier one.
pub(super) fn is_joined(nodes: &Nodes, index: usize) -> bool {
    let NodeKind::Import(import) = &nodes.all[index].kind else { return false };
    import.name().is_some() && nodes.all[..index].iter().any(|node| same_file(node, import).is_some())
}

/// What a node imports by its name from the same file.
fn same_file<'n>(node: &'n Node, import: &ImportNode) -> Option<&'n str> {
    match &node.kind {
        NodeKind::Import(other) if other.path == import.path => other.name(),
        _ => None,
    }
}

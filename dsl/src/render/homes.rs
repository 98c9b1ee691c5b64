//! Where types stand that others can import, and what a parameter set writes above its vars: imports of these, and types of its
//! own. It must not know how a statement is printed.

use std::collections::BTreeMap;

use crate::graph::{ImportNode, Imported, Node, NodeKind, Nodes, ParameterSet};
use crate::scope::{ResourceGroup, Scope};

/// Types by their names, each with the path of its file and its name there.
#[derive(Debug, Default)]
pub(super) struct Homes(BTreeMap<String, ImportNode>);

impl Homes {
    /// The types of a file. Those of an earlier one count.
    pub(super) fn add(&mut self, path: &str, nodes: &Nodes) {
        for node in &nodes.all {
            let import = match &node.kind {
                NodeKind::Type(ty) if ty.is_exported() => {
                    let what = Imported::Type(node.symbol.clone());
                    ImportNode { path: path.to_owned().into(), content: None, what }
                }
                // Paths of other files are those that the main file writes.
                NodeKind::Import(import) if path == super::TEMPLATE && has_types(import) => (**import).clone(),
                _ => continue,
            };
            self.0.entry(node.symbol.to_string()).or_insert(import);
        }
    }

    /// The imports and types that the vars of a set need, as a file of their own; nothing where they need none.
    pub(super) fn head(&self, set: &ParameterSet) -> Option<Nodes> {
        let (mut nodes, mut at) = (Nodes::empty(Nodes::next_graph(), ResourceGroup::NAME), 0);
        for ty in set.vars.iter().filter_map(|var| var.ty.as_ref()) {
            ty.for_each_name(&mut |name| self.declare(set, name, &mut nodes));
        }
        while at < nodes.all.len() {
            let mut names = Vec::new();
            nodes.all[at].for_each_name(&mut |name| names.push(name.to_owned()));
            for name in names {
                self.declare(set, &name, &mut nodes);
            }
            at += 1;
        }
        (!nodes.all.is_empty()).then_some(nodes)
    }

    fn declare(&self, set: &ParameterSet, name: &str, nodes: &mut Nodes) {
        if nodes.all.iter().any(|node| node.symbol == name) {
            return;
        }
        let import = self.0.get(name).map(|import| {
            let kind = NodeKind::Import(Box::new(import.clone()));
            Node::new(name.to_owned().into(), set.location, kind)
        });
        let own = || set.types.iter().find(|node| node.symbol == name).cloned();
        if let Some(node) = import.or_else(own) {
            nodes.push_placed(node);
        }
    }
}

fn has_types(import: &ImportNode) -> bool {
    matches!(import.what, Imported::Type(_))
}

//! Which files that a statement names lie beside the template, and not in a registry. It must not know what is in them.

use super::{ImportNode, ModuleNode, Node, NodeKind};

impl ImportNode {
    pub(crate) fn is_local(&self) -> bool {
        is_local(&self.path)
    }
}

impl ModuleNode {
    pub(crate) fn is_local(&self) -> bool {
        is_local(&self.path)
    }
}

impl Node {
    /// The file beside the template that it calls or imports from.
    pub(crate) fn file_beside(&self) -> Option<&str> {
        let path = match &self.kind {
            NodeKind::Import(import) => &import.path,
            NodeKind::Module(module) => &module.path,
            _ => return None,
        };
        is_local(path).then(|| path.trim_start_matches("./"))
    }
}

fn is_local(path: &str) -> bool {
    !["br:", "br/", "ts:", "ts/"].iter().any(|registry| path.starts_with(registry))
}

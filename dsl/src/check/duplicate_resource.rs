//! `duplicate-resource`: two declarations of the same resource in Azure.

#![expect(clippy::disallowed_types, reason = "the map is only asked, never walked, so its order reaches no output")]

use std::collections::HashMap;

use super::{Context, Finding};
use crate::graph::{Node, NodeKind, ResourceNode};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut first = HashMap::new();
    for node in &graph.nodes.all {
        let NodeKind::Resource(resource) = &node.kind else { continue };
        let earlier: &Node = first.entry(identity(resource)).or_insert(node);
        if !std::ptr::eq(earlier, node) {
            let message = format!("`{}` and `{}` are the same resource", earlier.symbol, node.symbol);
            findings.push(
                Finding::at("duplicate-resource", node, message)
                    .note(earlier, "the first declaration is here")
                    .help("give one of them another name, parent or scope, or refer to the first one"),
            );
        }
    }
}

/// What makes a resource in Azure the one that it is. Types are spelled by the catalogue.
fn identity(resource: &ResourceNode) -> impl Eq + std::hash::Hash + use<'_> {
    (&resource.ty, resource.parent, &resource.scope, resource.body.get("name"))
}

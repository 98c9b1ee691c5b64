//! How much a node adds to the size of its file. It must not know which file that is.

use super::limits::Limits;
use crate::check::Context;
use crate::expr::Expr;
use crate::graph::{Node, NodeKind};

/// What every resource has besides its properties: type, version, dependencies.
const RESOURCE: usize = 240;

/// What other statements have besides their values: name, type, description.
const OTHER: usize = 100;

/// The share of one node in the size of its file.
pub(super) fn of(graph: &Context<'_>, node: &Node) -> Limits {
    let resources = match node.kind {
        NodeKind::Resource(_) | NodeKind::Module(_) => repetitions(graph, node),
        _ => 0,
    };
    let vars = usize::from(matches!(node.kind, NodeKind::Var(_)));
    Limits { resources, vars, bytes: bytes(node), ..Limits::default() }
}

/// How often a loop repeats it, where the list is written out.
fn repetitions(graph: &Context<'_>, node: &Node) -> usize {
    match graph.nodes.regions.loop_around(node.region) {
        Some((_, each)) => match &each.source {
            Expr::Array(items) => items.len().max(1),
            _ => 1,
        },
        None => 1,
    }
}

/// About as many bytes as its JSON has.
fn bytes(node: &Node) -> usize {
    let frame = if matches!(node.kind, NodeKind::Resource(_) | NodeKind::Module(_)) { RESOURCE } else { OTHER };
    let mut bytes = frame + node.symbol.len() + node.description.as_ref().map_or(0, |text| text.len());
    node.for_each_expr(&mut |_, expr| {
        expr.walk(&mut |part| {
            bytes += match part {
                Expr::String(text) => text.len() + 8,
                Expr::Multiline(text) | Expr::Raw(text) => text.len() + 8,
                Expr::Object(entries) => 8 + 24 * entries.len(),
                _ => 12,
            }
        });
    });
    bytes
}

#[cfg(test)]
mod tests {
    use compiler::{Findings, Gate};

    use super::*;
    use crate::graph::{Graph, RawResource, Resource, ResourceBody, raw};
    use crate::scope::ResourceGroup;

    fn accounts() -> Graph<ResourceGroup> {
        let mut g = Graph::new();
        let location = g.param("location").describe("Region of all accounts.");
        for index in 0..50 {
            let name = format!("stcontoso{index}");
            let account = raw("Microsoft.Storage/storageAccounts@2026-09-01", name).property("location", &location);
            let account = account.property("kind", "StorageV2").property("sku.name", "Standard_LRS");
            let account = account.property("properties.minimumTlsVersion", "TLS1_2").property("tags.stage", "test");
            let account: Resource<RawResource> = account.add(&mut g, format!("account{index}"));
            g.output(format!("id{index}"), account.id()).describe("Resource id of an account.");
        }
        g
    }

    /// It may be half as much again or two thirds: the limits have room for the rest.
    #[test]
    fn estimates_are_near_what_the_compiler_makes() {
        let Some(mut gate) = Gate::shared() else { return };
        let graph = accounts();
        let template = gate.template(&graph.to_bicep().unwrap_or_default(), Findings::Deny).unwrap_or_default();
        let real = serde_json::to_string_pretty(&template).map_or(0, |text| text.len());
        let nodes = graph.into_nodes();
        let context = Context::new(&nodes);
        let estimated: usize = nodes.all.iter().map(|node| of(&context, node).bytes).sum();
        assert!(estimated * 3 > real * 2 && estimated * 2 < real * 3, "{estimated} bytes, and really {real}");
    }
}

//! `export`: an exported var that needs something which only this file has.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::graph::{Node, NodeKind};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "export",
    severity: Severity::Error,
    summary: "An exported var that needs a param, a module or a resource, directly or through other vars.",
    why: "The file that imports it has the value and nothing else: Bicep refuses the export (BCP372).",
    help: "export a function that takes it as an argument, or do not export the var",
    constant: None,
    wrong: example!("export.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.var("networkName", &prefix + "-vnet").export().describe("Name of the network.");
    }),
    right: example!("export.rs", |g| {
        g.var("networkName", "hub-vnet").export().describe("Name of the network.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    let exported = nodes.iter().filter(|node| matches!(&node.kind, NodeKind::Var(var) if var.exported));
    findings.extend(exported.filter_map(|node| {
        let needed = bound(graph, node)?;
        let message = format!("the exported var `{}` needs the {} `{}`", node.symbol, needed.keyword(), needed.symbol);
        Some(Finding::at(CHECK, node, message).note(needed, "declared here").help(CHECK.page().help))
    }));
}

/// Something that the value of a var comes from and that belongs to this file alone.
fn bound<'g>(graph: &Context<'g>, var: &Node) -> Option<&'g Node> {
    let (mut open, mut seen) = (vec![var.index as usize], Vec::new());
    while let Some(index) = open.pop() {
        for target in graph.edges.of(index) {
            let node = &graph.nodes.all[target];
            match node.kind {
                NodeKind::Param(_) | NodeKind::Resource(_) | NodeKind::Module(_) => return Some(node),
                _ if seen.contains(&target) => {}
                _ => {
                    seen.push(target);
                    open.push(target);
                }
            }
        }
    }
    None
}

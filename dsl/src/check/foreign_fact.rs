//! `wrong-scope`: what a text says of the place of a module, such as `resourceGroup().id`, read where that would be another
//! place. What a file inside of a place knows comes as a param; from outside, nobody knows it beforehand.

use super::{Context, Finding, page};
use crate::graph::{Node, NodeKind, RegionId, RegionKind};
use crate::layout::unsayable;

const HELP: &str = "read the id or name of a resource of that module instead, or make the text outside of the module";

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let regions = &graph.nodes.regions;
    let has_places = regions.iter().any(|(_, region)| match &region.kind {
        RegionKind::Module(module) => module.scope.is_some(),
        _ => false,
    });
    // References that lead nowhere are findings of their own.
    if !has_places || graph.has_unknown() {
        return;
    }
    for node in graph.nodes.all.iter().filter(|node| !matches!(node.kind, NodeKind::Var(_))) {
        // Outputs are those of the whole template.
        let to = if matches!(node.kind, NodeKind::Output(_)) { RegionId::FILE } else { node.region };
        let mut found = None;
        node.for_each_expr(&mut |_, expr| found = found.or_else(|| unsayable(graph, expr, node.region, to)));
        findings.extend(found.map(|module| finding(graph, node, module)));
    }
}

fn finding(graph: &Context<'_>, node: &Node, module: RegionId) -> Finding {
    let regions = &graph.nodes.regions;
    let symbol = regions.module(module).map_or("", |module| &*module.symbol);
    let message = format!("`{}` reads what is known of the place of `{symbol}` only there", node.symbol);
    let finding = Finding::at(page::wrong_scope::CHECK, node, message).inevitable().help(HELP);
    match regions.get(module) {
        Some(region) => finding.note_at(region.location, "the module is here"),
        None => finding,
    }
}

//! `cycle`: statements that need each other, so that none could be deployed first.

use super::{Context, Finding};
use crate::graph::depth_first;

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    if graph.edges.point_back() {
        return;
    }
    let nodes = &graph.nodes.all;
    depth_first(
        0..nodes.len(),
        nodes.len(),
        &graph.edges,
        |_| {},
        |chain| {
            let chain: Vec<_> = chain.map(|index| &nodes[index]).collect();
            let Some(first) = chain.first() else { return };
            let symbols: Vec<_> = chain.iter().chain([first]).map(|node| format!("`{}`", node.symbol)).collect();
            let message = format!("{} need each other", symbols.join(" → "));
            let finding = Finding::at("cycle", first, message).help("take out one of these references");
            let links = chain.iter().zip(chain.iter().cycle().skip(1));
            findings.push(links.fold(finding, |finding, (node, next)| {
                finding.note(node, format!("`{}` refers to `{}`", node.symbol, next.symbol))
            }));
        },
    );
}

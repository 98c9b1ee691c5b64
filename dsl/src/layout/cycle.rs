//! Files that need each other: found in the file that calls them. It must not know how they were chosen.

use super::Page;
use crate::check::{Finding, MODULE_CYCLE};
use crate::graph::depth_first;

/// Modules that need values of each other.
pub(super) fn cycles(page: &Page<'_>) -> Vec<Finding> {
    let (nodes, edges) = (&page.nodes.all, &page.nodes.survey.edges);
    let mut findings = Vec::new();
    depth_first(
        0..nodes.len(),
        nodes.len(),
        edges,
        |_| {},
        |chain| {
            let chain: Vec<_> = chain.map(|index| &nodes[index]).collect();
            let Some(first) = chain.first() else { return };
            let symbols: Vec<_> = chain.iter().chain([first]).map(|node| format!("`{}`", node.symbol)).collect();
            let message = format!("as files of their own, {} need each other", symbols.join(" → "));
            let links = chain.iter().zip(chain.iter().cycle().skip(1));
            let finding = links.fold(Finding::at(MODULE_CYCLE, first, message), |finding, (node, next)| {
                finding.note(node, format!("`{}` takes a value of `{}`", node.symbol, next.symbol))
            });
            findings.push(finding);
        },
    );
    findings
}

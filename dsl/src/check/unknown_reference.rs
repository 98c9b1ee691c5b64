//! `unknown-reference`: a name that nothing in the graph has, or a handle of another graph.

use super::nearest::nearest;
use super::{Context, Finding, Unknown};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(graph.unknown.iter().map(|(index, unknown)| {
        let node = &graph.nodes.all[*index];
        let (what, help) = match unknown {
            Unknown::Node => (
                "a handle that belongs to another graph".to_owned(),
                "use handles only in the graph that returned them".to_owned(),
            ),
            Unknown::Symbol(symbol) => (format!("`{symbol}`, which nothing declares"), suggestion(graph, symbol)),
        };
        Finding::at("unknown-reference", node, format!("`{}` refers to {what}", node.symbol)).help(help)
    }));
}

fn suggestion(graph: &Context<'_>, symbol: &str) -> String {
    match nearest(symbol, graph.nodes.all.iter().map(|node| &*node.symbol)) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "use the handle that adding returned; it cannot be misspelt".to_owned(),
    }
}

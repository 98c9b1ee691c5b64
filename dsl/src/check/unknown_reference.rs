//! `unknown-reference`: a name that nothing in the graph has, or a handle of another graph.

use std::panic::Location;

use super::nearest::nearest;
use super::{Check, Context, Finding, Page, Severity, Unknown};
use crate::example;
use crate::graph::Graph;
use crate::scope::ResourceGroup;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unknown-reference",
    severity: Severity::Error,
    summary: "A name that nothing in the graph has, or a handle of another graph.",
    why: "The reference would lead nowhere, or to another statement that has the same position.",
    help: "use the handle that adding to this graph returned",
    constant: None,
    wrong: example!("unknown_reference.rs", |g| {
        let mut other = Graph::<ResourceGroup>::new();
        let prefix = other.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
    }),
    right: example!("unknown_reference.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
    }),
});

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
        Finding::at(CHECK, node, format!("`{}` refers to {what}", node.symbol)).help(help)
    }));
    let stray = |place: &&'static Location<'static>| {
        let help = "use handles only in the graph that returned them";
        Finding::new(CHECK, place, "what is to be adjusted belongs to another graph").help(help)
    };
    findings.extend(graph.nodes.strays.iter().map(stray));
}

fn suggestion(graph: &Context<'_>, symbol: &str) -> String {
    match nearest(symbol, graph.nodes.all.iter().map(|node| &*node.symbol)) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "use the handle that adding returned; it cannot be misspelt".to_owned(),
    }
}

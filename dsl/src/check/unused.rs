//! `unused`: a param, a var, an import, an extension, a type or an existing resource that nothing refers to.

use std::collections::BTreeSet;

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::graph::{Node, NodeKind, Presence};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unused",
    severity: Severity::Error,
    summary: "A param, a var, an import, an extension, a type or an existing resource that nothing refers to.",
    why: "Whoever deploys is asked for a value that changes nothing, and the linter of Bicep warns.",
    help: "use it or take it out",
    constant: None,
    wrong: example!("unused.rs", |g| {
        g.param("prefix").describe("Prefix of every name.");
    }),
    right: example!("unused.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    let unused = nodes.iter().zip(graph.edges.used()).filter(|(node, used)| !used && must_be_used(node));
    let mut unused: Vec<_> = unused.map(|(node, _)| node).collect();
    if unused.iter().any(|node| node.is_definition()) {
        let named = names(nodes);
        unused.retain(|node| !node.is_definition() || !named.contains(&*node.symbol));
    }
    findings.extend(unused.into_iter().filter(|node| !is_in_raw_text(graph, &node.symbol)).map(|node| {
        Finding::at(CHECK, node, format!("nothing refers to the {} `{}`", node.keyword(), node.symbol))
            .help("use it or take it out")
    }));
}

fn must_be_used(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Param(_) | NodeKind::Import(_) | NodeKind::Extension(_) => true,
        NodeKind::Type(ty) => !ty.is_exported(),
        NodeKind::Var(var) => !var.exported,
        NodeKind::Resource(resource) => resource.presence == Presence::Existing,
        NodeKind::Output(_) | NodeKind::Module(_) | NodeKind::Function(_) | NodeKind::Metadata(_) => false,
    }
}

/// The names by which types and functions are meant.
fn names(nodes: &[Node]) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for node in nodes {
        node.for_each_name(&mut |name| {
            names.insert(name);
        });
    }
    names
}

/// Raw text is not read, so a symbol that occurs in it counts as used.
fn is_in_raw_text(graph: &Context<'_>, symbol: &str) -> bool {
    let mut found = false;
    for node in &graph.nodes.all {
        node.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |expr| found |= matches!(expr, Expr::Raw(text) if text.contains(symbol)));
        });
    }
    found
}

//! `cycle`: statements that need each other, so that none could be deployed first.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::graph::depth_first;
use crate::value::Value;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "cycle",
    severity: Severity::Error,
    summary: "Statements that need each other, so that none could be deployed first.",
    why: "Azure deploys a resource when all that it refers to is there. In a circle, nothing can be first.",
    help: "take out one of these references",
    constant: None,
    wrong: example!("cycle.rs", |g| {
        let later = Value::<String>::new(Expr::Symbol("two".into()));
        let one = g.var("one", later + "-a").describe("Needs the other.");
        g.var("two", &one + "-b").describe("Needs the other.");
    }),
    right: example!("cycle.rs", |g| {
        let one = g.var("one", "a").describe("Needs nothing.");
        g.output("two", &one + "-b").describe("Needs the other.");
    }),
});

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
            let finding = Finding::at(CHECK, first, message).help("take out one of these references");
            let links = chain.iter().zip(chain.iter().cycle().skip(1));
            findings.push(links.fold(finding, |finding, (node, next)| {
                finding.note(node, format!("`{}` refers to `{}`", node.symbol, next.symbol))
            }));
        },
    );
}

//! `function-body`: a function that uses something of the file.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::graph::NodeKind;
use crate::value::Value;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "function-body",
    severity: Severity::Error,
    summary: "A function that uses something of the file besides its arguments.",
    why: "A function of Bicep knows no params and no resources, and it goes to every file that calls it.",
    help: "make it an argument of the function",
    constant: None,
    wrong: example!("function_body.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        let name = g.function("fullName", ["name"], |name: Value<String>| &prefix + name).describe("A name.");
        g.output("name", name.call("hub")).describe("Name of the network.");
    }),
    right: example!("function_body.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        let name = g
            .function("fullName", ["prefix", "name"], |prefix: Value<String>, name: Value<String>| prefix + name)
            .describe("A name.");
        g.output("name", name.call(&prefix, "hub")).describe("Name of the network.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| matches!(node.kind, NodeKind::Function(_))) {
        let Some(target) = graph.edges.of(index).map(|target| &nodes[target]).next() else { continue };
        let message = format!("the function `{}` uses the {} `{}`", node.symbol, target.keyword(), target.symbol);
        findings.push(
            Finding::at(CHECK, node, message).note(target, "declared here").help("make it an argument of the function"),
        );
    }
}

//! `constraint`: bounds that exclude everything or that Bicep does not take, and defaults that do not fit their own params.

use super::fit::{Declarations, Misfit};
use super::{Check, Context, Finding, Page, Severity, decorated};
use crate::example;
use crate::graph::{Constraints, Node, NodeKind, ParamNode};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "constraint",
    severity: Severity::Error,
    summary: "Bounds that exclude everything or that their type does not take, a secret that is a list, or a default that does not fit.",
    why: "Nobody could give a value, Bicep would not compile or not keep the secret, or a deployment without values would be refused.",
    help: "widen the bounds or change the default",
    constant: None,
    wrong: example!("constraint.rs", |g| {
        let prefix = g.param("prefix").default("a").length(2..=12).describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
    }),
    right: example!("constraint.rs", |g| {
        let prefix = g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let declarations = Declarations::new(graph);
    for node in &graph.nodes.all {
        findings.extend(decorated::check(graph, node));
        let NodeKind::Param(param) = &node.kind else { continue };
        match empty_range(&param.constraints) {
            Some(problem) => {
                let message = format!("the param `{}` {problem}", node.symbol);
                findings.push(Finding::at(CHECK, node, message).help("widen the bounds"));
            }
            None => findings.extend(misfits(&declarations, node, param)),
        }
    }
}

/// What of the default does not fit.
fn misfits(declarations: &Declarations<'_>, node: &Node, param: &ParamNode) -> Vec<Finding> {
    let misfits = param.default.iter().flat_map(|default| declarations.misfits(param, default));
    let finding = |Misfit { path, what, help }: Misfit| {
        Finding::at(CHECK, node, format!("the default of the param `{}{path}` {what}", node.symbol)).help(help)
    };
    misfits.map(finding).collect()
}

fn empty_range(constraints: &Constraints) -> Option<String> {
    let lengths = (constraints.min_length, constraints.max_length, "length");
    let values = (constraints.min_value, constraints.max_value, "value");
    [lengths, values].into_iter().find_map(|bounds| match bounds {
        (Some(min), Some(max), what) if min > max => Some(format!("has no possible {what}: {min} to {max}")),
        (Some(min), _, "length") if min < 0 => Some(format!("has a negative length: {min}")),
        (_, Some(max), "length") if max < 0 => Some(format!("has a negative length: {max}")),
        _ => None,
    })
}

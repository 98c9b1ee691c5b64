//! `constraint`: bounds that exclude everything, and defaults outside their own bounds.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::graph::{Constraints, Node, NodeKind};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "constraint",
    severity: Severity::Error,
    summary: "Bounds of a param that exclude everything, or a default outside its bounds.",
    why: "Nobody could give a value, or a deployment without values would be refused.",
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
    for node in &graph.nodes.all {
        let NodeKind::Param(param) = &node.kind else { continue };
        let problem = empty_range(&param.constraints).or_else(|| outside(&param.constraints, param.default.as_ref()?));
        findings.extend(problem.map(|problem| finding(node, &problem)));
    }
}

fn finding(node: &Node, problem: &str) -> Finding {
    Finding::at(CHECK, node, format!("the param `{}` {problem}", node.symbol))
        .help("widen the bounds or change the default")
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

fn outside(constraints: &Constraints, default: &Expr) -> Option<String> {
    let (min_length, max_length) = (constraints.min_length, constraints.max_length);
    let (min_value, max_value) = (constraints.min_value, constraints.max_value);
    match default {
        Expr::String(text) if beyond(length(text), min_length, max_length) => {
            Some(format!("has a default of {} characters, outside its bounds", length(text)))
        }
        Expr::Int(value) if beyond(*value, min_value, max_value) => {
            Some(format!("has the default {value}, outside its bounds"))
        }
        Expr::String(_) | Expr::Int(_) if !constraints.allowed.is_empty() && !constraints.allowed.contains(default) => {
            Some(format!("has the default {default}, which is not among the allowed values"))
        }
        _ => None,
    }
}

fn beyond(value: i64, min: Option<i64>, max: Option<i64>) -> bool {
    min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max)
}

/// Bicep counts UTF-16 units.
fn length(text: &str) -> i64 {
    i64::try_from(text.encode_utf16().count()).unwrap_or(i64::MAX)
}

//! `function-place`: a function that Bicep takes in defaults of params only, or in parameter sets only, elsewhere.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::{Call, Expr};
use crate::functions::utc_now;
use crate::graph::{Node, NodeKind};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "function-place",
    severity: Severity::Error,
    summary: "A function that Bicep takes in some places only, in another place.",
    why: "The time and new GUIDs differ from run to run: Bicep lets only defaults of params have them, so that a deployment can give the value itself. What is read from outside is read when a parameter file is compiled.",
    help: "make it the default of a param, or the value of a param in a parameter set",
    constant: None,
    wrong: example!("function_place.rs", |g| {
        g.output("deployedAt", utc_now()).describe("When it was deployed.");
    }),
    right: example!("function_place.rs", |g| {
        let now = g.param("now").default(utc_now()).describe("When it is deployed.");
        g.output("deployedAt", &now).describe("When it was deployed.");
    }),
});

const DEFAULTS: &[&str] = &["utcNow", "newGuid"];
const PARAMETER_SETS: &[&str] = &["readEnvironmentVariable", "externalInput", "az.getSecret"];

/// Whether a call stands in some places only. Asked of every call while it is at hand.
pub(crate) fn is_placed(call: &Call) -> bool {
    DEFAULTS.contains(&&*call.function) || PARAMETER_SETS.contains(&&*call.function)
}

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut nodes = graph.nodes.survey.placed.clone();
    nodes.dedup();
    for node in nodes.iter().map(|index| &graph.nodes.all[*index]) {
        node.for_each_expr(&mut |path, expr| {
            let is_default = path == "default" && matches!(node.kind, NodeKind::Param(_));
            expr.walk(&mut |expr| findings.extend(misplaced(node, expr, is_default)));
        });
    }
}

fn misplaced(node: &Node, expr: &Expr, is_default: bool) -> Option<Finding> {
    let Expr::Call(call) = expr else { return None };
    let function = &*call.function;
    let (place, help) = if DEFAULTS.contains(&function) && !is_default {
        ("defaults of params", "make it the default of a param, and use the param here")
    } else if PARAMETER_SETS.contains(&function) {
        ("parameter sets", "make it a param, and give the value in a parameter set: `g.parameter_set(…)`")
    } else {
        return None;
    };
    let message = format!("`{}` calls `{function}`, which Bicep takes in {place} only", node.symbol);
    Some(Finding::at(CHECK, node, message).help(help))
}

//! `function-place`: a function that Bicep takes in some places only, such as defaults of params, elsewhere.

use super::run_time_value::places;
use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::{Call, Expr};
use crate::functions::utc_now;
use crate::graph::{Node, NodeKind};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "function-place",
    severity: Severity::Error,
    summary: "A function that Bicep takes in some places only, in another place.",
    why: "The time and new GUIDs differ from run to run: Bicep lets only defaults of params have them, so that a deployment can give the value itself. What is read from outside is read when a parameter file is compiled. And only the properties of a resource know which one `this` is.",
    help: "make it the default of a param, the value of a param in a parameter set, or a property of a resource",
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
const RESOURCES: &[&str] = &["this.exists", "this.existingResource"];
const PARAMETER_SETS: &[&str] = &["readEnvironmentVariable", "externalInput", "az.getSecret"];

/// Whether a call stands in some places only. Asked of every call while it is at hand.
pub(crate) fn is_placed(call: &Call) -> bool {
    [DEFAULTS, PARAMETER_SETS, RESOURCES].iter().any(|functions| functions.contains(&&*call.function))
}

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut nodes = graph.nodes.survey.placed.clone();
    nodes.dedup();
    for node in nodes.iter().map(|index| &graph.nodes.all[*index]) {
        node.for_each_expr(&mut |path, expr| {
            let is_default = path == "default" && matches!(node.kind, NodeKind::Param(_));
            let is_body = path.is_empty() && node.is_deployed();
            expr.walk(&mut |expr| findings.extend(misplaced(node, expr, is_default, is_body)));
        });
        if let NodeKind::Resource(resource) = &node.kind {
            let early = places(resource).filter(|_| node.is_deployed());
            early.for_each(|(_, value)| value.walk(&mut |expr| findings.extend(too_early(node, expr))));
        }
    }
}

/// What is asked about a resource in a property that Azure must know before it looks at the resource.
fn too_early(node: &Node, expr: &Expr) -> Option<Finding> {
    let Expr::Call(call) = expr else { return None };
    RESOURCES.contains(&&*call.function).then(|| {
        let message = format!("`{}` calls `{}` where Azure must know the value beforehand", node.symbol, call.function);
        Finding::at(CHECK, node, message).help("use it inside `properties`, not in names, tags and their kin")
    })
}

fn misplaced(node: &Node, expr: &Expr, is_default: bool, is_body: bool) -> Option<Finding> {
    let Expr::Call(call) = expr else { return None };
    let function = &*call.function;
    let (place, help) = if DEFAULTS.contains(&function) && !is_default {
        ("defaults of params", "make it the default of a param, and use the param here")
    } else if PARAMETER_SETS.contains(&function) {
        ("parameter sets", "make it a param, and give the value in a parameter set: `g.parameter_set(…)`")
    } else if RESOURCES.contains(&function) && !is_body {
        ("properties of resources", "write it where the property is set")
    } else {
        return None;
    };
    let message = format!("`{}` calls `{function}`, which Bicep takes in {place} only", node.symbol);
    Some(Finding::at(CHECK, node, message).help(help))
}

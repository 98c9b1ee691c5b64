//! `parameter-set`: values that are missing, given twice or given away, and names that are no file names.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::graph::{Node, NodeKind, ParamNode, ParameterSet};
use crate::types::Type;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "parameter-set",
    severity: Severity::Error,
    summary: "A parameter set with values that are missing, given twice or secret, or with a name that is no file name.",
    why: "The parameter file would not compile against its template, or would hold a secret for everybody to read.",
    help: "give each param without a default one value, and read secrets from the environment",
    constant: None,
    wrong: example!("parameter_set.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
        g.parameter_set("main");
    }),
    right: example!("parameter_set.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
        g.parameter_set("main").value(&prefix, "contoso");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, set) in graph.nodes.parameter_sets.iter().enumerate() {
        findings.extend(name_problem(set, &graph.nodes.parameter_sets[..index]));
        findings.extend(missing(graph, set));
        findings.extend(values(graph, set));
    }
}

fn name_problem(set: &ParameterSet, earlier: &[ParameterSet]) -> Option<Finding> {
    let is_file_name = !set.name.is_empty()
        && set.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !is_file_name {
        let message = format!("`{}` is no name for a parameter set", set.name);
        return Some(
            Finding::new(CHECK, set.location, message).help("it becomes a file name: use letters, digits, `-`, `_`"),
        );
    }
    let twice = earlier.iter().any(|other| other.name.eq_ignore_ascii_case(&set.name));
    twice.then(|| {
        Finding::new(CHECK, set.location, format!("there are two parameter sets called `{}`", set.name))
            .help("give each set a name of its own")
    })
}

/// Every param that has neither a default nor a value.
fn missing(graph: &Context<'_>, set: &ParameterSet) -> impl Iterator<Item = Finding> {
    let given = |index| set.values.iter().any(|value| value.param == graph.nodes.id(index));
    let nodes = graph.nodes.all.iter().enumerate();
    let missing = nodes.filter(move |(index, node)| param(node).is_some_and(is_required) && !given(*index));
    missing.map(|(_, node)| {
        let message = format!("the parameter set `{}` gives no value for the param `{}`", set.name, node.symbol);
        Finding::new(CHECK, set.location, message)
            .note(node, "the param has no default")
            .help("give a value, or give the param a default")
    })
}

fn values(graph: &Context<'_>, set: &ParameterSet) -> impl Iterator<Item = Finding> {
    set.values.iter().enumerate().filter_map(|(position, value)| {
        let Some(node) = graph.nodes.get(value.param) else {
            let message = format!("the parameter set `{}` gives a value to a param of another graph", set.name);
            return Some(
                Finding::new(CHECK, value.location, message).help("use handles only in the graph that returned them"),
            );
        };
        let finding = |what| {
            let message = format!("the parameter set `{}` gives the param `{}` {what}", set.name, node.symbol);
            Finding::new(CHECK, value.location, message)
        };
        if set.values[..position].iter().any(|earlier| earlier.param == value.param) {
            return Some(finding("two values").help("keep one of them"));
        }
        let mut is_from_graph = false;
        value.value.walk(&mut |expr| is_from_graph |= matches!(expr, Expr::Reference(_) | Expr::Symbol(_)));
        if is_from_graph {
            return Some(
                finding("a value from the template")
                    .help("a parameter file is read before the template is: use literals and functions"),
            );
        }
        let is_secure = param(node).is_some_and(|param| param.secure);
        let is_literal = match &value.value {
            Expr::String(text) => !text.is_empty(),
            Expr::Multiline(_) => true,
            _ => false,
        };
        (is_secure && is_literal).then(|| {
            finding("its secret as a literal").help("read it when it is needed: `read_environment_variable(\"NAME\")`")
        })
    })
}

fn param(node: &Node) -> Option<&ParamNode> {
    match &node.kind {
        NodeKind::Param(param) => Some(param),
        _ => None,
    }
}

fn is_required(param: &ParamNode) -> bool {
    param.default.is_none() && !matches!(param.ty, Type::Nullable(_))
}

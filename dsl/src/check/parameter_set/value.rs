//! The values that a parameter set gives: each to a param of its graph, once, known before the template, and fitting.

use super::written::{self, Refusal};
use super::{CHECK, param};
use crate::check::fit::{Declarations, Misfit};
use crate::check::{Context, Finding};
use crate::expr::Expr;
use crate::graph::{Node, ParameterSet, ParameterValue};

pub(super) fn check(
    graph: &Context<'_>,
    declarations: &Declarations<'_>,
    set: &ParameterSet,
    findings: &mut Vec<Finding>,
) {
    let vars = vars(set);
    for (position, value) in set.values.iter().enumerate() {
        let Some(node) = graph.nodes.get(value.param) else {
            let message = format!("the parameter set `{}` gives a value to a param of another graph", set.name);
            let help = "use handles only in the graph that returned them";
            findings.push(Finding::new(CHECK, value.location, message).help(help));
            continue;
        };
        match refusal(graph, set, &vars, position, node) {
            Some((what, help)) => {
                let message = format!("the parameter set `{}` gives the param `{}` {what}", set.name, node.symbol);
                findings.push(Finding::new(CHECK, value.location, message).help(help));
            }
            None => findings.extend(misfits(declarations, (set, value), node, &with_vars(&value.value, &vars))),
        }
    }
}

/// Why a value cannot stand in a parameter file, whatever the type of the param, and what to do.
fn refusal(
    graph: &Context<'_>,
    set: &ParameterSet,
    vars: &[(&str, Expr)],
    position: usize,
    node: &Node,
) -> Option<Refusal> {
    let value = &set.values[position];
    if set.values[..position].iter().any(|earlier| earlier.param == value.param) {
        return Some(("two values".to_owned(), "keep one of them"));
    }
    let is_secure = param(node).is_some_and(|param| param.secure);
    let is_literal = match &value.value {
        Expr::String(text) => !text.is_empty(),
        Expr::Multiline(_) => true,
        _ => false,
    };
    written::refusal(graph, set, vars, &value.value).or_else(|| {
        let help = "read it when it is needed: `read_environment_variable(\"NAME\")`";
        (is_secure && is_literal).then(|| ("its secret as a literal".to_owned(), help))
    })
}

/// What of the value does not fit the param.
fn misfits<'g>(
    declarations: &'g Declarations<'g>,
    (set, given): (&ParameterSet, &ParameterValue),
    node: &'g Node,
    value: &Expr,
) -> Vec<Finding> {
    let misfits = param(node).into_iter().flat_map(|param| declarations.misfits(param, value));
    let finding = |Misfit { path, what, help }: Misfit| {
        let message = format!("the value of `{}{path}` in the parameter set `{}` {what}", node.symbol, set.name);
        Finding::new(CHECK, given.location, message).note(node, "the param is declared here").help(help)
    };
    misfits.map(finding).collect()
}

/// The vars of the set, each without the vars before it.
pub(super) fn vars(set: &ParameterSet) -> Vec<(&str, Expr)> {
    let mut vars = Vec::new();
    for var in &set.vars {
        let value = with_vars(&var.value, &vars);
        vars.push((&*var.symbol, value));
    }
    vars
}

pub(super) fn with_vars(value: &Expr, vars: &[(&str, Expr)]) -> Expr {
    value.replaced(&mut |part| match part {
        Expr::Local(name) => vars.iter().find(|(symbol, _)| *symbol == &**name).map(|(_, value)| value.clone()),
        _ => None,
    })
}

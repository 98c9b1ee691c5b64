//! What variables cannot be called: those of loops, and the parameters of functions. It must not know where these stand.

use super::{Context, Finding, page};
use crate::expr::{Expr, Text};
use crate::functions::called;
use crate::graph::{FunctionNode, Loop, Region, RegionId};
use crate::names::{LONGEST_IDENTIFIER, is_function, is_reserved};
use crate::print::is_identifier;

/// Why nothing can be called so, wherever it stands.
pub(super) fn refusal(name: &str) -> Option<&'static str> {
    match name {
        _ if !is_identifier(name) => Some("it is no identifier"),
        _ if name.len() > LONGEST_IDENTIFIER => Some("identifiers have at most 255 characters"),
        _ if is_reserved(name) => Some("it is reserved by Bicep"),
        _ => None,
    }
}

/// What is wrong with the variables of a loop over resources.
pub(super) fn of_loop(graph: &Context<'_>, each: &Loop, region: &Region) -> Option<Finding> {
    let variables = each.variables();
    let find = |is_wrong: &dyn Fn(&Text) -> bool| variables.iter().find(|name| is_wrong(name));
    let around = graph.nodes.regions.variables_around(region.outer);
    let message = if let Some(reason) = refusal(&each.item) {
        format!("the variable of a loop cannot be called `{}`: {reason}", each.item)
    } else if let Some(name) = find(&|name| graph.has_symbol(name)) {
        format!("the variable `{name}` of a loop would hide what is declared under this name")
    } else if let Some(name) = find(&|name| around.contains(name)) {
        format!("the variable `{name}` of a loop would hide that of a loop around it")
    } else {
        let name = find(&|name| is_function(name) && is_called_in(graph, region, name))?;
        format!("the variable `{name}` of a loop would hide the function of that name, which is called inside")
    };
    Some(Finding::new(page::loop_variable::CHECK, region.location, message))
}

/// Whether something in a loop calls a function.
fn is_called_in(graph: &Context<'_>, region: &Region, function: &str) -> bool {
    let regions = &graph.nodes.regions;
    let is_inside = |place: RegionId| regions.around(place).any(|(_, around)| std::ptr::eq(around, region));
    let calls = |expr: &Expr| called(expr).iter().any(|name| name == function);
    let of_regions = regions.iter().filter(|(_, inner)| is_inside(inner.outer));
    let mut found = of_regions.filter_map(|(_, inner)| inner.expr()).any(calls);
    for node in graph.nodes.all.iter().filter(|node| is_inside(node.region)) {
        node.for_each_expr(&mut |_, expr| found |= calls(expr));
    }
    found
}

/// Loops over values whose variable cannot be called so.
pub(super) fn of_values(graph: &Context<'_>) -> Vec<Finding> {
    let mut holders = graph.nodes.survey.lambdas.clone();
    holders.dedup();
    let mut findings = Vec::new();
    for node in holders.into_iter().map(|index| &graph.nodes.all[index]) {
        let of_node = |item: &Text, reason| {
            let message = format!("`{}` has a loop whose variable cannot be called `{item}`: {reason}", node.symbol);
            Finding::at(page::loop_variable::CHECK, node, message)
        };
        node.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |part| {
                if let Expr::For(each) = part {
                    findings.extend(refusal(&each.item).map(|reason| of_node(&each.item, reason)));
                }
            });
        });
    }
    findings
}

/// What is wrong with the parameters of a function: which of them, and why.
pub(super) fn of_function(function: &FunctionNode) -> Option<(&Text, &'static str)> {
    let names: Vec<_> = function.parameters.iter().map(|(name, _)| name).collect();
    let called = called(&function.body);
    names.iter().enumerate().find_map(|(position, name)| {
        let reason = match refusal(name) {
            None if names[..position].contains(name) => "another one has that name",
            None if called.contains(name) => "it would hide the function of that name, which is called inside",
            reason => reason?,
        };
        Some((*name, reason))
    })
}

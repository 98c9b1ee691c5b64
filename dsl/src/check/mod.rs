//! The checks: what Rust's types cannot see. One file for each check, one list of them, all findings in one run.
//! A check must not print, and must not know any Azure resource by name.

mod constraint;
mod cycle;
mod description;
mod duplicate_resource;
mod duplicate_symbol;
mod expression;
mod finding;
mod parameter_set;
mod symbol;
mod unknown_reference;
mod unused;

pub use self::finding::{Finding, Note, Report};
use crate::graph::{Edges, Nodes, Symbols, Unknown};

/// Every check of the graph, in the order in which they were found useful to read.
const CHECKS: &[fn(&Context<'_>, &mut Vec<Finding>)] = &[
    symbol::check,
    duplicate_symbol::check,
    unknown_reference::check,
    cycle::check,
    expression::check,
    constraint::check,
    duplicate_resource::check,
    parameter_set::check,
    description::check,
    unused::check,
];

/// What the checks look at: the graph and its indexes, made once.
pub(crate) struct Context<'g> {
    pub(crate) nodes: &'g Nodes,
    pub(crate) symbols: Symbols<'g>,
    pub(crate) edges: Edges,
    pub(crate) unknown: Vec<(usize, Unknown<'g>)>,
}

/// Runs every check; the indexes are returned, for the layout needs them too.
pub(crate) fn run(nodes: &Nodes) -> Result<Context<'_>, Report> {
    let symbols = Symbols::new(nodes);
    let (edges, unknown) = Edges::find(nodes, &symbols);
    let context = Context { nodes, symbols, edges, unknown };
    let mut findings = Vec::new();
    for check in CHECKS {
        check(&context, &mut findings);
    }
    if findings.is_empty() { Ok(context) } else { Err(Report::new(findings)) }
}

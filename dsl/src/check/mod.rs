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
use crate::fingerprints::hash;
use crate::graph::{Edges, Nodes, Seen, Symbols, Unknown};

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
    pub(crate) symbols: Symbols,
    pub(crate) edges: Edges,
    unknown: Vec<(usize, Unknown<'g>)>,
    /// The nodes with a symbol that Bicep does not take.
    misnamed: Vec<usize>,
    /// The nodes that hold an expression which Bicep does not take, once for each such expression.
    faulty: Vec<usize>,
    /// The resources, each with the hash of what makes it the one that it is.
    resources: Vec<(usize, u64)>,
}

impl<'g> Context<'g> {
    /// Walks every tree once, for a large graph is larger than the caches of the machine.
    fn new(nodes: &'g Nodes) -> Self {
        let (mut misnamed, mut faulty, mut resources) = (Vec::new(), Vec::new(), Vec::new());
        let symbols = Symbols::new(nodes, |index, node| {
            if symbol::is_refused(node) {
                misnamed.push(index);
            }
        });
        let (edges, unknown) = Edges::find(nodes, &symbols, |index, seen| match seen {
            Seen::Node(node) => {
                resources.extend(duplicate_resource::identity(node).map(|identity| (index, hash(&identity))));
            }
            Seen::Expr(expr) if expression::is_faulty(expr) => faulty.push(index),
            Seen::Expr(_) => {}
        });
        Context { nodes, symbols, edges, unknown, misnamed, faulty, resources }
    }
}

/// Runs every check; the indexes are returned, for rendering needs them too.
pub(crate) fn run(nodes: &Nodes) -> Result<Context<'_>, Report> {
    let context = Context::new(nodes);
    let mut findings = Vec::new();
    for check in CHECKS {
        check(&context, &mut findings);
    }
    if findings.is_empty() { Ok(context) } else { Err(Report::new(findings)) }
}

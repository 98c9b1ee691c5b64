//! Variables of lambdas and of loops over values that are called like something in the file: they get another name, for
//! inside the other one could not be named. It must not know what these are for.

use std::collections::BTreeSet;

use crate::expr::{Expr, Text};
use crate::functions::{set_apart as renamed, variables};
use crate::graph::{Nodes, RegionKind};

/// The symbols of the file that some variable would hide.
pub(super) fn hidden(nodes: &Nodes) -> Vec<Text> {
    let names = of_expressions(nodes);
    if names.is_empty() {
        return Vec::new();
    }
    let symbols = nodes.all.iter().map(|node| &node.symbol);
    symbols.filter(|symbol| names.contains(*symbol)).cloned().collect()
}

/// All variables, which nothing may be called that a file needs beyond what the graph has: what is written in their loops and
/// lambdas could not name it.
pub(super) fn names(nodes: &Nodes) -> BTreeSet<Text> {
    let loops = nodes.regions.iter().filter_map(|(_, region)| match &region.kind {
        RegionKind::Each(each) => Some(each.variables()),
        _ => None,
    });
    loops.flatten().chain(of_expressions(nodes)).collect()
}

fn of_expressions(nodes: &Nodes) -> BTreeSet<Text> {
    let mut names = BTreeSet::new();
    for index in &nodes.survey.lambdas {
        nodes.all[*index].for_each_expr(&mut |_, expr| names.extend(variables(expr)));
    }
    names
}

/// Renames the variables, in `written`, that have one of the hidden names.
pub(super) fn set_apart(written: &mut Nodes, nodes: &Nodes, hidden: &[Text]) {
    if hidden.is_empty() {
        return;
    }
    let taken: Vec<_> = nodes.all.iter().map(|node| node.symbol.clone()).collect();
    for index in &nodes.survey.lambdas {
        let change = &mut |expr: &Expr| renamed(expr, hidden, &taken);
        written.all[*index].map_exprs(change);
    }
}

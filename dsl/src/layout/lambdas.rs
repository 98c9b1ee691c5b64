//! Variables of lambdas that are called like something in the file: they get another name, for inside of the lambda the
//! other one could not be named. It must not know what a lambda is for.

use std::collections::BTreeSet;

use crate::expr::{Expr, Text};
use crate::functions::{set_apart as renamed, variables};
use crate::graph::Nodes;

/// The symbols of the file that some lambda would hide.
pub(super) fn hidden(nodes: &Nodes) -> Vec<Text> {
    let mut names = BTreeSet::new();
    for index in &nodes.survey.lambdas {
        nodes.all[*index].for_each_expr(&mut |_, expr| names.extend(variables(expr)));
    }
    if names.is_empty() {
        return Vec::new();
    }
    let symbols = nodes.all.iter().map(|node| &node.symbol);
    symbols.filter(|symbol| names.contains(*symbol)).cloned().collect()
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

//! What can be written in a parameter set: a file of its own that is read before the template is, and knows nothing of it. It
//! must not know for which param a value is meant.

use super::value::with_vars;
use crate::check::{Context, loops, variable};
use crate::expr::Expr;
use crate::functions::{called, free};
use crate::graph::ParameterSet;
use crate::names::is_of_templates;

/// What somebody has a value with that a parameter file does not take, and what to do.
pub(super) type Refusal = (String, &'static str);

pub(super) fn refusal(graph: &Context<'_>, set: &ParameterSet, vars: &[(&str, Expr)], value: &Expr) -> Option<Refusal> {
    let help = "a parameter file is read before the template is: use literals and functions";
    if is_from_graph(value) {
        return Some(("a value from the template".to_owned(), help));
    }
    let functions = called(value);
    let is_own = |name: &str| graph.has_symbol(name.split('.').next().unwrap_or(name));
    let unknown = functions.iter().find(|name| is_of_templates(name) || is_own(name));
    if let Some(function) = unknown {
        return Some((format!("a value that calls `{function}`, which only the template knows"), help));
    }
    let is_var = |name: &str| set.vars.iter().any(|var| var.symbol == name);
    if let Some(name) = free(value).iter().find(|name| !is_var(name)) {
        let help = "a set knows its own vars only, also where it extends another one: declare it here";
        return Some((format!("a value with `{name}`, which no var of this set is called"), help));
    }
    of_loops(vars, value)
}

fn of_loops(vars: &[(&str, Expr)], value: &Expr) -> Option<Refusal> {
    let help = "use the functions `map` and `filter`";
    if loops::is_not_whole(value) {
        return Some(("a loop that is a part of the value".to_owned(), help));
    }
    let Expr::For(each) = value else { return None };
    if let Some(reason) = variable::refusal(&each.item) {
        let help = "use letters, digits and `_`, and begin with a letter";
        return Some((format!("a loop whose variable cannot be called `{}`: {reason}", each.item), help));
    }
    // The compiler of 0.49 fails on it.
    let reads_outside = called(&with_vars(value, vars)).iter().any(|name| name == "externalInput");
    reads_outside.then(|| ("a loop with a value that is read from outside".to_owned(), help))
}

fn is_from_graph(value: &Expr) -> bool {
    let mut found = false;
    value.walk(&mut |expr| found |= matches!(expr, Expr::Reference(_) | Expr::Symbol(_)));
    found
}

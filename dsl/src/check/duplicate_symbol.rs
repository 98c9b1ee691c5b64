//! `duplicate-symbol`: two statements of one name, or of names that differ only by case.

use super::{Context, Finding};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(graph.symbols.repeated(graph.nodes).into_iter().map(|(later, first)| {
        let (later, first) = (&graph.nodes.all[later], &graph.nodes.all[first]);
        let message = if later.symbol == first.symbol {
            format!("`{}` is declared twice", later.symbol)
        } else {
            format!("`{}` and `{}` differ only by case", first.symbol, later.symbol)
        };
        Finding::at("duplicate-symbol", later, message)
            .note(first, format!("the {} of that name is declared here", first.keyword()))
            .help("give one of them another symbol")
    }));
}

//! `duplicate-symbol`: two statements of one name, or of names that differ only by case.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::functions::resource_group;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "duplicate-symbol",
    severity: Severity::Error,
    summary: "Two statements of one name, or of names that differ only by case.",
    why: "Bicep has one list of names for params, vars and resources, and ignores case in some places: a reader could not tell which is meant.",
    help: "give one of them another symbol",
    constant: None,
    wrong: example!("duplicate_symbol.rs", |g| {
        g.output("group", resource_group().name()).describe("Name of the resource group.");
        g.output("group", resource_group().id()).describe("Resource id of the resource group.");
    }),
    right: example!("duplicate_symbol.rs", |g| {
        g.output("group", resource_group().name()).describe("Name of the resource group.");
        g.output("groupId", resource_group().id()).describe("Resource id of the resource group.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(graph.symbols.repeated(graph.nodes).into_iter().map(|(later, first)| {
        let (later, first) = (&graph.nodes.all[later], &graph.nodes.all[first]);
        let message = if later.symbol == first.symbol {
            format!("`{}` is declared twice", later.symbol)
        } else {
            format!("`{}` and `{}` differ only by case", first.symbol, later.symbol)
        };
        Finding::at(CHECK, later, message)
            .note(first, format!("the {} of that name is declared here", first.keyword()))
            .help("give one of them another symbol")
    }));
}

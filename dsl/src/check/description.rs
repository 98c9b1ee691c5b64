//! `missing-description`: a declaration whose description says nothing.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::functions::resource_group;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "missing-description",
    severity: Severity::Error,
    summary: "A description that says nothing.",
    why: "The Bicep is made to be reviewed, and the description is what reviewers and the portal show.",
    help: "say in one sentence what it is for: reviewers read it in the Bicep",
    constant: None,
    wrong: example!("description.rs", |g| {
        g.output("groupName", resource_group().name()).describe("");
    }),
    right: example!("description.rs", |g| {
        g.output("groupName", resource_group().name()).describe("Name of the resource group.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let blank = graph
        .nodes
        .all
        .iter()
        .filter(|node| node.description.as_ref().is_some_and(|description| description.trim().is_empty()));
    findings.extend(blank.map(|node| {
        Finding::at(CHECK, node, format!("the description of `{}` is empty", node.symbol))
            .help("say in one sentence what it is for: reviewers read it in the Bicep")
    }));
}

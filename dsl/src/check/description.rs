//! `missing-description`: a declaration whose description says nothing.

use super::{Context, Finding};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let blank = graph
        .nodes
        .all
        .iter()
        .filter(|node| node.description.as_ref().is_some_and(|description| description.trim().is_empty()));
    findings.extend(blank.map(|node| {
        Finding::at("missing-description", node, format!("the description of `{}` is empty", node.symbol))
            .help("say in one sentence what it is for: reviewers read it in the Bicep")
    }));
}

//! `needless-allowance`, `missing-reason`, `invalid-code`: what is accepted at a statement, and why. What its allowances
//! cover is no finding any longer, but the official compiler has to be told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, page};
use crate::graph::{Allowance, Node, NodeKind, Nodes, Suppression};

/// What is found about allowances.
pub(super) const CHECKS: &[Check] =
    &[page::needless_allowance::CHECK, page::missing_reason::CHECK, page::invalid_code::CHECK];

/// What the official compiler is told about a statement.
#[derive(Debug, Default)]
pub(crate) struct Accepted<'g> {
    /// About the line that declares it.
    pub(crate) line: Silence<'g>,
    /// About all of it.
    pub(crate) statement: Silence<'g>,
}

/// Codes of the compiler or linter, and why they are wrong here.
#[derive(Debug, Default)]
pub(crate) struct Silence<'g> {
    pub(crate) reasons: Vec<&'g str>,
    pub(crate) codes: BTreeSet<&'g str>,
}

/// The codes that the compiler reports at the line that declares a resource.
const OF_LINE: &[&str] = &["BCP081", "BCP245", "BCP246", "BCP441"];

/// Takes out the findings that are allowed, and puts in those about allowances.
pub(super) fn apply<'g>(nodes: &'g Nodes, findings: &mut Vec<Finding>) -> BTreeMap<usize, Accepted<'g>> {
    let mut accepted = BTreeMap::new();
    let mut more = Vec::new();
    for index in &nodes.survey.annotated {
        let node = &nodes.all[*index];
        let allowances = allowances(node);
        let suppressions = node.remarks.as_deref().map_or(&[][..], |remarks| &remarks.suppressions);
        more.extend(faults(node, allowances, suppressions));
        let mut of_node = Accepted::default();
        for allowance in allowances {
            more.extend(needless(nodes, node, allowance, findings));
            of_node.allow(allowance, findings.iter().filter(|finding| covers(allowance, finding, node)));
        }
        for suppression in suppressions {
            of_node.line.add(&suppression.reason, [&*suppression.code]);
        }
        findings.retain(|finding| !allowances.iter().any(|allowance| covers(allowance, finding, node)));
        accepted.insert(*index, of_node);
    }
    findings.extend(more);
    accepted
}

fn allowances(node: &Node) -> &[Allowance] {
    match &node.kind {
        NodeKind::Resource(resource) => &resource.allowances,
        _ => &[],
    }
}

fn covers(allowance: &Allowance, finding: &Finding, node: &Node) -> bool {
    finding.id() == allowance.check && finding.node() == Some(node.index) && finding.can_be_allowed()
}

fn needless(nodes: &Nodes, node: &Node, allowance: &Allowance, findings: &[Finding]) -> Option<Finding> {
    let of_check = || findings.iter().filter(|it| it.id() == allowance.check);
    // One that cannot be allowed says so itself.
    if of_check().any(|it| it.node() == Some(node.index)) {
        return None;
    }
    let message = format!("`{}` allows `{}`, which nobody finds there", node.symbol, allowance.check);
    let elsewhere =
        of_check().filter_map(|it| nodes.all.get(it.node()? as usize)).find(|it| it.location == node.location);
    let help = match elsewhere {
        Some(other) => format!(
            "allow it at `{}`, which the same line adds and where it is found; a construct has a word for each of its parts, \
             `.adjust_plan(|plan| plan.allow(…))`",
            other.symbol
        ),
        None => "take the allowance out".to_owned(),
    };
    Some(Finding::at(page::needless_allowance::CHECK, node, message).help(help))
}

fn faults<'g>(
    node: &'g Node,
    allowances: &'g [Allowance],
    suppressions: &'g [Suppression],
) -> impl Iterator<Item = Finding> + 'g {
    let allowances = allowances.iter().map(|it| (it.check, "allows", &it.reason));
    let invalid = suppressions.iter().filter(|it| !is_code(&it.code));
    let suppressions = suppressions.iter().map(|it| (&*it.code, "suppresses", &it.reason));
    let without_reason = allowances.chain(suppressions).filter(|(_, _, reason)| reason.trim().is_empty());
    let without_reason = without_reason.map(|(what, allows, _)| {
        Finding::at(page::missing_reason::CHECK, node, format!("`{}` {allows} `{what}` without a reason", node.symbol))
            .help("say in one sentence why: reviewers read it")
    });
    let invalid = invalid.map(|it| {
        Finding::at(
            page::invalid_code::CHECK,
            node,
            format!("`{}` suppresses `{}`, which is no code", node.symbol, it.code),
        )
        .help("give the code of one diagnostic, such as `BCP081` or `use-recent-api-versions`")
    });
    without_reason.chain(invalid)
}

fn is_code(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

impl<'g> Accepted<'g> {
    fn allow<'f>(&mut self, allowance: &'g Allowance, findings: impl Iterator<Item = &'f Finding>) {
        let codes = findings.flat_map(|finding| finding.codes().split_whitespace());
        let (line, statement): (Vec<_>, Vec<_>) = codes.partition(|code| OF_LINE.contains(code));
        self.line.add(&allowance.reason, line);
        self.statement.add(&allowance.reason, statement);
    }
}

impl<'g> Silence<'g> {
    /// Without a code there is nothing to say to the compiler, so the reason stays with the Rust.
    fn add(&mut self, reason: &'g str, codes: impl IntoIterator<Item = &'g str>) {
        let mut codes = codes.into_iter().peekable();
        if codes.peek().is_some() && !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
        self.codes.extend(codes);
    }
}

//! `needless-allowance`, `missing-reason`, `invalid-code`: what is accepted at a statement, and why. What its allowances
//! cover is no finding any longer, but the official compiler has to be told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
    let mut accepted: BTreeMap<usize, Accepted<'g>> = BTreeMap::new();
    let mut more = Vec::new();
    for index in &nodes.survey.annotated {
        let node = &nodes.all[*index];
        let allowances = allowances(node);
        let suppressions = node.remarks.as_deref().map_or(&[][..], |remarks| &remarks.suppressions);
        more.extend(faults(node, allowances, suppressions));
        for allowance in allowances {
            let at = places(nodes, *index, allowance);
            more.extend(needless(node, allowance, &at, findings));
            for (index, finding) in covered(allowance, &at, findings) {
                accepted.entry(index).or_default().allow(allowance, finding);
            }
        }
        for suppression in suppressions {
            accepted.entry(*index).or_default().line.add(&suppression.reason, [&*suppression.code]);
        }
        let is_covered = |it: &Finding| {
            allowances.iter().any(|allowance| covers(allowance, &places(nodes, *index, allowance), it).is_some())
        };
        findings.retain(|finding| !is_covered(finding));
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

/// The positions of the nodes that an allowance counts for.
fn places(nodes: &Nodes, index: usize, allowance: &Allowance) -> Range<usize> {
    if allowance.of_whole { nodes.whole_of(index) } else { index..index + 1 }
}

/// The position of the node with the finding, if the allowance covers it.
fn covers(allowance: &Allowance, at: &Range<usize>, finding: &Finding) -> Option<usize> {
    let is_covered = finding.id() == allowance.check && finding.can_be_allowed();
    finding.node().map(|index| index as usize).filter(|index| is_covered && at.contains(index))
}

fn covered<'f>(
    allowance: &'f Allowance,
    at: &'f Range<usize>,
    findings: &'f [Finding],
) -> impl Iterator<Item = (usize, &'f Finding)> {
    findings.iter().filter_map(move |finding| Some((covers(allowance, at, finding)?, finding)))
}

fn needless(node: &Node, allowance: &Allowance, at: &Range<usize>, findings: &[Finding]) -> Option<Finding> {
    // One that cannot be allowed says so itself.
    let is_there = |it: &Finding| it.node().is_some_and(|index| at.contains(&(index as usize)));
    let is_needless = !findings.iter().any(|it| it.id() == allowance.check && is_there(it));
    let message = || format!("`{}` allows `{}`, which nobody finds there", node.symbol, allowance.check);
    is_needless.then(|| Finding::at(page::needless_allowance::CHECK, node, message()).help("take the allowance out"))
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
    fn allow(&mut self, allowance: &'g Allowance, finding: &Finding) {
        let codes = finding.codes().split_whitespace();
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

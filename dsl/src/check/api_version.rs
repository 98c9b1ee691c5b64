//! `preview-version`, `outdated-version`: an API version that is a preview while a stable one is there, or that is much older
//! than the newest one. Both are judged by the dates in Azure's data: no clock decides.

use std::collections::BTreeMap;

use types::{Entry, catalogue};

use super::{Check, Context, Finding, Page, ResourceFacts, Severity};
use crate::example;
use crate::graph::{Node, NodeKind, ResourceBody, ResourceNode, raw};

/// How much older than the newest one a version may be, in days. The linter of Bicep says the same.
const OLDEST: i64 = 730;

pub(in crate::check) const OUTDATED: Check = Check::new(&Page {
    id: "outdated-version",
    severity: Severity::Warning,
    summary: "An API version that is more than two years older than the newest one.",
    why: "Azure retires old versions, and what is new is missing in them. The dates are those of the data: no clock decides.",
    help: "use the newest version, or allow it with the reason why it must be this one",
    constant: Some("Check::OUTDATED_VERSION"),
    wrong: example!("api_version.rs", |g| {
        raw("Microsoft.Search/searchServices@2022-09-01", "contoso-search")
            .property("location", "global")
            .add(g, "search");
    }),
    right: example!("api_version.rs", |g| {
        raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", "global")
            .add(g, "search");
    }),
});

pub(in crate::check) const PREVIEW: Check = Check::new(&Page {
    id: "preview-version",
    severity: Severity::Warning,
    summary: "An API version that is a preview, while a stable one is there.",
    why: "A preview may change or end at any time, and Azure gives no support for it.",
    help: "use the newest version, or allow it with the reason why it must be this one",
    constant: Some("Check::PREVIEW_VERSION"),
    wrong: example!("api_version.rs", |g| {
        raw("Microsoft.ContainerRegistry/registries@2023-11-01-preview", "contosoregistry")
            .property("location", "global")
            .property("sku.name", "Basic")
            .add(g, "registry");
    }),
    right: example!("api_version.rs", |g| {
        raw("Microsoft.ContainerRegistry/registries@2025-11-01", "contosoregistry")
            .property("location", "global")
            .property("sku.name", "Basic")
            .add(g, "registry");
    }),
});

/// What is found about versions.
pub(super) const CHECKS: &[Check] = &[PREVIEW, OUTDATED];

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut judged = BTreeMap::new();
    for index in &graph.nodes.survey.resources {
        let node = &graph.nodes.all[*index];
        let NodeKind::Resource(resource) = &node.kind else { continue };
        let problem = judged.entry((&*resource.ty, &*resource.api_version)).or_insert_with(|| problem(resource));
        findings.extend(problem.as_ref().map(|problem| finding(node, resource, problem)));
    }
}

impl ResourceFacts<'_> {
    /// The newest version of its type, if that is another one than its own; a preview only where its own is one, too.
    pub fn newer_version(&self) -> Option<&'static str> {
        let newest = catalogue().ok()?.entry(self.ty(), None).ok()?;
        (*self.api_version() < *newest.api_version).then_some(&newest.api_version)
    }
}

struct Problem {
    check: Check,
    what: &'static str,
    newest: &'static str,
}

/// What is wrong with a version that the data has. Of another one, `unknown-type` tells.
fn problem(resource: &ResourceNode) -> Option<Problem> {
    let newest = catalogue().ok()?.entry(&resource.ty, None).ok()?;
    let own = catalogue().ok()?.entry(&resource.ty, Some(&resource.api_version)).ok()?;
    let problem = |check, what| Some(Problem { check, what, newest: &newest.api_version });
    if newest.is_stable() && !own.is_stable() {
        problem(PREVIEW, "a preview")
    } else if own.api_version < newest.api_version && days(newest)? - days(own)? > OLDEST {
        problem(OUTDATED, "more than two years older than the newest one")
    } else {
        None
    }
}

fn finding(node: &Node, resource: &ResourceNode, problem: &Problem) -> Finding {
    let (ty, version, what) = (&resource.ty, &resource.api_version, problem.what);
    let message = format!("`{}` is a `{ty}@{version}`, which is {what}", node.symbol);
    let help = format!("use `{}`, or allow it with the reason why it must be this one", problem.newest);
    Finding::at(problem.check, node, message).silenced_by("use-recent-api-versions").help(help)
}

/// The day of a version, counted from some day long ago.
fn days(entry: &Entry) -> Option<i64> {
    let mut parts = entry.api_version.splitn(3, '-');
    let mut next = |digits: usize| parts.next()?.get(..digits)?.parse::<i64>().ok();
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    // A year that begins in March has its leap day at the end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}

#[cfg(test)]
mod tests {
    use types::Scopes;

    use super::*;

    #[test]
    fn days_follow_each_other() {
        let days = |version: &str| {
            let scopes = Scopes::default();
            let (name, api_version) = ("A.B/c".to_owned(), version.to_owned());
            days(&Entry { name, api_version, readable_scopes: scopes, writable_scopes: scopes })
        };
        let between = |one, other| days(other).unwrap() - days(one).unwrap();
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("2023-12-31", "2024-01-01-preview"), 1);
        assert_eq!(between("2021-01-01", "2023-01-01"), 730);
        assert_eq!(days("2024-1"), None);
    }
}

//! What checks and linter are told to accept, with the reasons; and what the checks warn of all the same.

use std::iter::once;

use dsl::{Facts, Finding, Report};
use serde::Serialize;

/// Something that is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Allowed {
    /// The statement at which it is.
    pub symbol: String,
    /// The id of the check, or the code of the official compiler.
    pub code: String,
    /// Why.
    pub reason: String,
}

/// Something that is found and not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// The id of the check.
    pub id: String,
    /// What is found.
    pub message: String,
}

/// All that is accepted, in the order of the statements.
pub(crate) fn allowed(facts: &Facts<'_>) -> Vec<Allowed> {
    let one = |symbol: &str, (code, reason): (&str, &str)| Allowed {
        symbol: symbol.to_owned(),
        code: code.to_owned(),
        reason: reason.to_owned(),
    };
    let of_checks = facts.all().flat_map(|it| it.allowances().map(move |allowance| one(it.symbol(), allowance)));
    let of_codes = facts.statements().flat_map(|it| it.suppressions().map(move |code| one(it.symbol(), code)));
    of_checks.chain(of_codes).collect()
}

/// What is found.
pub(crate) fn warnings(report: &Report) -> Vec<Warning> {
    let warning = |it: &Finding| Warning {
        id: it.id().to_owned(),
        message: once(it.message()).chain(it.notes().iter().map(dsl::Note::message)).collect::<Vec<_>>().join("; "),
    };
    report.findings().iter().map(warning).collect()
}

//! Findings as a log of SARIF 2.1.0, which code scanning reads. It must not know how a check works.

use std::panic::Location;

use dsl::{Check, Finding};
use serde_json::{Value, json};

use crate::check::file;

/// A log of one run with all rules.
pub(crate) fn log<'f>(checks: &[Check], findings: impl Iterator<Item = &'f Finding>) -> Value {
    let rules: Vec<_> = checks.iter().map(|check| rule(*check)).collect();
    let driver = json!({ "name": "scenarios", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": findings.map(result).collect::<Vec<_>>(),
        }],
    })
}

fn rule(check: Check) -> Value {
    let page = check.page();
    json!({
        "id": page.id,
        "shortDescription": { "text": page.summary },
        "fullDescription": { "text": page.why },
        "help": { "text": page.help },
        "defaultConfiguration": { "level": page.severity.name() },
    })
}

fn result(finding: &Finding) -> Value {
    let related = finding.notes().iter().map(|note| location(note.location(), Some(note.message())));
    json!({
        "ruleId": finding.id(),
        "level": finding.severity().name(),
        "message": { "text": format!("{}; {}", finding.message(), finding.help_text()) },
        "locations": [location(finding.location(), None)],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn location(place: &Location<'_>, message: Option<&str>) -> Value {
    let region = json!({ "startLine": place.line(), "startColumn": place.column() });
    let physical = json!({ "artifactLocation": { "uri": file(place.file()) }, "region": region });
    match message {
        Some(message) => json!({ "physicalLocation": physical, "message": { "text": message } }),
        None => json!({ "physicalLocation": physical }),
    }
}

//! `check`: what the checks find about scenarios, for people or for programs. It must not write a file.

use clap::ArgMatches;
use dsl::{Finding, Report, Scenario};
use serde_json::{Value, json};

use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, options, sarif};

pub(crate) const COMMAND: Command = Command { name: "check", declare, run };

const FORMATS: &str = "Formats:
  human  findings beside the lines of Rust, on standard error
  json   on standard output: {\"findings\": [{id, severity, message, help, file, line, column,
         related: [{message, file, line, column}]}]}
  sarif  on standard output: SARIF 2.1.0, for code scanning

The exit code is 1 if there are findings, warnings included.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let command = command.about("Run the checks of scenarios, and print what they find").after_help(format!(
        "{FORMATS}\n\n{}",
        examples(scenarios, ["check --all", "check NAME --format sarif > findings.sarif"])
    ));
    options::names(command, scenarios, "Scenarios to check; see `list`", "Check every scenario")
        .arg(options::format(["human", "json", "sarif"], "How findings are printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let reports: Vec<_> = options::wanted(session.scenarios, matches).into_iter().map(Scenario::report).collect();
    let findings = || reports.iter().flat_map(Report::findings);
    let log = match options::text(matches, "format") {
        Some("json") => json!({ "findings": findings().map(record).collect::<Vec<_>>() }),
        Some("sarif") => sarif::log(&session.checks, findings()),
        _ => Value::Null,
    };
    if log.is_null() {
        for report in &reports {
            session.tell(report);
        }
        tell_sound(session, &reports);
    } else {
        session.print(&format!("{log:#}\n"))?;
    }
    Ok(Exit::fine_if(findings().next().is_none()))
}

/// Says that nothing is found, for silence could mean that nothing was looked at.
fn tell_sound(session: &mut Session, reports: &[Report]) {
    if reports.iter().all(Report::is_empty) {
        let scenarios = if reports.len() == 1 { "scenario" } else { "scenarios" };
        session.note(format_args!("checked {} {scenarios}: no findings", reports.len()));
    }
}

/// A finding for programs.
pub(crate) fn record(finding: &Finding) -> Value {
    let related = finding.notes().iter().map(|note| {
        let place = note.location();
        json!({ "message": note.message(), "file": file(place.file()), "line": place.line(), "column": place.column() })
    });
    let place = finding.location();
    json!({
        "id": finding.id(),
        "severity": finding.severity().name(),
        "message": finding.message(),
        "help": finding.help_text(),
        "file": file(place.file()),
        "line": place.line(),
        "column": place.column(),
        "related": related.collect::<Vec<_>>(),
    })
}

/// With slashes on every system, so that texts are the same everywhere.
pub(crate) fn file(path: &str) -> String {
    path.replace('\\', "/")
}

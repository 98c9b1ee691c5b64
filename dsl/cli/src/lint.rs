//! `lint`: what the official compiler finds in scenarios, shown at the lines of Rust. It must not write a file.

use clap::ArgMatches;
use dsl::{Bundle, Scenario, Severity};
use serde_json::{Value, json};

use crate::check::file;
use crate::command::{Command, examples};
use crate::linter::{LintFinding, Linted, Linter};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "lint", declare, run };

const FORMATS: &str = "Formats:
  human  findings beside the lines of Rust, on standard error
  json   on standard output: {\"findings\": [{code, severity, message, file, line, column,
         source: {file, line, column}}]}, where source is the line of Rust, or null

Every rule of the linter is on. The exit code is 1 if there are findings, warnings included, or if the compiler is not
at hand.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let command = command
        .about("Ask the official Bicep compiler what it finds in scenarios")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["lint --all"])));
    options::names(command, scenarios, "Scenarios to lint; see `list`", "Lint every scenario")
        .arg(options::format(["human", "json"], "How findings are printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenarios = options::wanted(session.scenarios, matches);
    let bundles: Option<Vec<_>> =
        scenarios.into_iter().map(|it| Some((it.name(), session.bundle(it, None)?))).collect();
    let Some(bundles) = bundles else {
        session.note("error: nothing is linted while a scenario has findings");
        return Ok(Exit::Failure);
    };
    let Some(mut linter) = Linter::start(session).map_err(anyhow::Error::msg)? else { return Ok(Exit::Failure) };
    let mut all = Vec::new();
    for (name, bundle) in &bundles {
        let linted = lint(session, &mut linter, bundle)?;
        session.note(format_args!("{name}: {}", conclusion(&linted)));
        all.extend(linted.findings);
    }
    if options::is_json(matches) {
        session.print(&format!("{:#}\n", json!({ "findings": all.iter().map(record).collect::<Vec<_>>() })))?;
    }
    Ok(Exit::fine_if(all.is_empty()))
}

/// The template and each parameter set.
fn lint(session: &mut Session, linter: &mut Linter, bundle: &Bundle) -> anyhow::Result<Linted> {
    let is_entry = |path: &&str| *path == "main.bicep" || path.ends_with(".bicepparam");
    let entries: Vec<_> = bundle.files().map(|(path, _)| path).filter(is_entry).collect();
    linter.lint(session, bundle, &entries).map_err(anyhow::Error::msg)
}

fn conclusion(linted: &Linted) -> String {
    let count = |severity| linted.findings.iter().filter(|it| it.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no finding".to_owned(),
        (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn record(finding: &LintFinding) -> Value {
    let source = finding
        .made_at
        .map(|place| json!({ "file": file(place.file()), "line": place.line(), "column": place.column() }));
    let it = &finding.diagnostic;
    json!({
        "code": it.code,
        "severity": finding.severity.name(),
        "message": it.message,
        "file": it.source,
        "line": it.line,
        "column": it.column,
        "source": source,
    })
}

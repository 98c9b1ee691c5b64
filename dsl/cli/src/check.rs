//! `check`: what the checks find about scenarios, for people or for programs. It must not write a file.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches};
use dsl::{Finding, Report, Scenario};
use serde_json::{Value, json};

use crate::command::Command;
use crate::session::Session;
use crate::{Exit, sarif};

pub(crate) const COMMAND: Command = Command { name: "check", declare, run };

const FORMATS: &str = "Formats:
  human  findings beside the lines of Rust, on standard error
  json   on standard output: {\"findings\": [{id, severity, message, help, file, line, column,
         related: [{message, file, line, column}]}]}
  sarif  on standard output: SARIF 2.1.0, for code scanning

The exit code is 1 if there are findings, warnings included.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let names = PossibleValuesParser::new(scenarios.iter().map(|scenario| scenario.name().to_owned()));
    let name = Arg::new("name").value_name("NAME").action(ArgAction::Append).num_args(1..).value_parser(names);
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value("human");
    command
        .about("Run the checks of scenarios, and print what they find")
        .after_help(FORMATS)
        .arg(name.hide_possible_values(true).help("Scenarios to check; see `list`"))
        .arg(Arg::new("all").long("all").action(ArgAction::SetTrue).help("Check every scenario"))
        .arg(format.value_parser(["human", "json", "sarif"]).help("How findings are printed"))
        .group(ArgGroup::new("which").args(["name", "all"]).required(true))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let names: Vec<_> = matches.get_many::<String>("name").into_iter().flatten().collect();
    let wanted = |scenario: &&Scenario| matches.get_flag("all") || names.iter().any(|name| *name == scenario.name());
    let reports: Vec<_> = session.scenarios.iter().filter(wanted).map(Scenario::report).collect();
    let findings = || reports.iter().flat_map(Report::findings);
    let log = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json!({ "findings": findings().map(record).collect::<Vec<_>>() }),
        Some("sarif") => sarif::log(&session.checks, findings()),
        _ => Value::Null,
    };
    if log.is_null() {
        for report in &reports {
            session.tell(report);
        }
    } else {
        session.print(&format!("{log:#}\n"))?;
    }
    Ok(if findings().next().is_none() { Exit::Fine } else { Exit::Failure })
}

fn record(finding: &Finding) -> Value {
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

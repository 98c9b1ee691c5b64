//! `review`: the review card of a scenario on standard output. It must not know what the card says, nor any file.

use clap::ArgMatches;
use dsl::Scenario;
use serde::Serialize;
use serde_json::Value;

use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, check, options};

pub(crate) const COMMAND: Command = Command { name: "review", declare, run };

const FORMATS: &str = "Formats:
  markdown  a page to read, with the line of Rust that makes each resource
  json      the same facts for programs, and {\"findings\": […]} as `check` prints them

With findings that Bicep would take, or that can be allowed, the card is a draft: it is printed, they are told on standard
error, and the exit code is 1.

`generate` writes the page to `generated/NAME/REVIEW.md` without the lines, so that its diff shows only what changes for
the reviewer.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("Print the review card of a scenario: who may call what, what is reachable from where, what is secret")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["review NAME"])))
        .arg(options::name(scenarios))
        .arg(options::format(["markdown", "json"], "How it is printed"))
}

/// The card, and what the checks find about it.
#[derive(Serialize)]
struct Reviewed<'r> {
    #[serde(flatten)]
    card: &'r review::Card,
    findings: Vec<Value>,
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some((card, report)) = session.card(matches)? else { return Ok(Exit::Failure) };
    let text = if options::is_json(matches) {
        let findings = report.findings().iter().map(check::record).collect();
        serde_json::to_string_pretty(&Reviewed { card: &card, findings })? + "\n"
    } else {
        card.markdown(review::Lines::Shown)
    };
    session.print(&text)?;
    Ok(Exit::fine_if(!report.has_errors()))
}

//! `review`: the review card of a scenario on standard output. It must not know what the card says, nor any file.

use clap::ArgMatches;
use dsl::Scenario;

use crate::command::{CALL, Command};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "review", declare, run };

const FORMATS: &str = "Formats:
  markdown  a page to read, with the line of Rust that makes each resource
  json      the same facts for programs

`generate` writes the page to `generated/NAME/REVIEW.md` without the lines, so that its diff shows only what changes for
the reviewer.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("Print the review card of a scenario: who may call what, what is reachable from where, what is secret")
        .after_help(format!("{FORMATS}\n\nExample:\n  {CALL} review NAME"))
        .arg(options::name(scenarios))
        .arg(options::format(["markdown", "json"], "How it is printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some(card) = session.card(matches)? else { return Ok(Exit::Failure) };
    let text = if options::is_json(matches) {
        serde_json::to_string_pretty(&card)? + "\n"
    } else {
        card.markdown(review::Lines::Shown)
    };
    session.print(&text)?;
    Ok(Exit::Fine)
}

//! `review`: the review card of a scenario on standard output. It must not know what the card says, nor any file.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};
use dsl::Scenario;

use crate::Exit;
use crate::command::{CALL, Command};
use crate::session::Session;

pub(crate) const COMMAND: Command = Command { name: "review", declare, run };

const FORMATS: &str = "Formats:
  markdown  a page to read, with the line of Rust that makes each resource
  json      the same facts for programs

`generate` writes the page to `generated/NAME/REVIEW.md` without the lines, so that its diff shows only what changes for
the reviewer.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let names = PossibleValuesParser::new(scenarios.iter().map(|scenario| scenario.name().to_owned()));
    let name = Arg::new("name").value_name("NAME").required(true).value_parser(names);
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value("markdown");
    command
        .about("Print the review card of a scenario: who may call what, what is reachable from where, what is secret")
        .after_help(format!("{FORMATS}\n\nExample:\n  {CALL} review NAME"))
        .arg(name.hide_possible_values(true).help("The scenario; see `list`"))
        .arg(format.value_parser(["markdown", "json"]).help("How it is printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some(card) = session.card(matches)? else { return Ok(Exit::Failure) };
    let is_json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    let text = if is_json { serde_json::to_string_pretty(&card)? + "\n" } else { card.markdown(review::Lines::Shown) };
    session.print(&text)?;
    Ok(Exit::Fine)
}

//! `graph`: the picture of a scenario on standard output. It must not know how it is drawn, nor any file.

use clap::ArgMatches;
use dsl::Scenario;

use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "graph", declare, run };

const FORMATS: &str = "Formats:
  mermaid  a flowchart that GitHub draws in Markdown
  svg      a picture for any browser, light or dark as the system is
  dot      for Graphviz, also where there is too much for the others
  json     {areas: [{id, lines, inside, existing}], nodes: [{id, lines, kind, inside, existing}],
            arrows: [{from, to, lines, kind}]}

`generate` writes the picture to `generated/NAME/graph.svg`, and into the review card.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("Print a picture of a scenario: networks, what is in them, private endpoints, and who may call what")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["graph NAME --format svg > graph.svg"])))
        .arg(options::name(scenarios))
        .arg(options::format(["mermaid", "svg", "dot", "json"], "How it is printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some((card, report)) = session.card(matches)? else { return Ok(Exit::Failure) };
    let text = match options::text(matches, "format") {
        Some("json") => serde_json::to_string_pretty(&card.picture)? + "\n",
        Some("dot") => card.picture.dot(),
        Some("svg") => card.svg(),
        _ => card.picture.mermaid(),
    };
    session.print(&text)?;
    Ok(Exit::fine_if(!report.has_errors()))
}

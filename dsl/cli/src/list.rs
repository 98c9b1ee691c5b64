//! `list`: the scenarios as a table, or as JSON. It must not know what a scenario is made of.

use std::iter::once;

use clap::ArgMatches;
use dsl::{Inventory, Scenario};
use serde_json::{Value, json};

use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "list", declare, run };

const FORMATS: &str = "Formats:
  table  a line for each scenario, under headings
  json   {\"scenarios\": [{name, scope, resources, parameterSets: [name], summary}]}

RESOURCES are those that are deployed, each loop counted once.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("List the scenarios")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["list --format json"])))
        .arg(options::format(["table", "json"], "How they are printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenarios: Vec<_> = session.scenarios.iter().map(|scenario| (scenario, scenario.inventory())).collect();
    let is_json = options::is_json(matches);
    session.print(&if is_json { format!("{:#}\n", records(&scenarios)) } else { table(&scenarios) })?;
    Ok(Exit::Fine)
}

fn records(scenarios: &[(&Scenario, Inventory)]) -> Value {
    let record = |(scenario, inventory): &(&Scenario, Inventory)| {
        json!({
            "name": scenario.name(),
            "scope": scenario.scope(),
            "resources": inventory.resources,
            "parameterSets": inventory.parameter_sets,
            "summary": scenario.summary(),
        })
    };
    json!({ "scenarios": scenarios.iter().map(record).collect::<Vec<_>>() })
}

/// The sentence comes last, for it may be long.
const HEADINGS: [&str; 5] = ["NAME", "SCOPE", "RESOURCES", "PARAMETER SETS", "SUMMARY"];

fn table(scenarios: &[(&Scenario, Inventory)]) -> String {
    let rows: Vec<_> = once(HEADINGS.map(str::to_owned)).chain(scenarios.iter().map(row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    rows.iter().map(|row| line(row, widths)).collect()
}

fn row((scenario, inventory): &(&Scenario, Inventory)) -> [String; 5] {
    let (resources, sets) = (inventory.resources.to_string(), &inventory.parameter_sets);
    let sets = if sets.is_empty() { "-".to_owned() } else { sets.join(", ") };
    [scenario.name().to_owned(), scenario.scope().to_owned(), resources, sets, scenario.summary().to_owned()]
}

fn line(row: &[String; 5], [name, scope, resources, sets]: [usize; 4]) -> String {
    let [a, b, c, d, summary] = row;
    format!("{a:name$}  {b:scope$}  {c:>resources$}  {d:sets$}  {summary}\n")
}

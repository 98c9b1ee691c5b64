//! `list`: the scenarios as a table. It must not build a scenario.

use std::iter::once;

use clap::ArgMatches;
use dsl::Scenario;

use crate::Exit;
use crate::command::Command;
use crate::session::Session;

pub(crate) const COMMAND: Command = Command { name: "list", declare, run };

fn declare(command: clap::Command, _: &[Scenario]) -> clap::Command {
    command.about("List the scenarios")
}

fn run(session: &mut Session, _: &ArgMatches) -> anyhow::Result<Exit> {
    session.print(&table(session.scenarios))?;
    Ok(Exit::Fine)
}

fn table(scenarios: &[Scenario]) -> String {
    let rows = scenarios.iter().map(|scenario| [scenario.name(), scenario.scope(), scenario.summary()]);
    let rows: Vec<_> = once(["NAME", "SCOPE", "SUMMARY"]).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let (names, scopes) = (width(0), width(1));
    let line = |[name, scope, summary]: &[&str; 3]| format!("{name:names$}  {scope:scopes$}  {summary}\n");
    rows.iter().map(line).collect()
}

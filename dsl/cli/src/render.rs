//! `NAME`, or `render NAME`: the template of one scenario on standard output. It must not know any file on disk.

use anyhow::Context;
use clap::ArgMatches;
use dsl::Scenario;

use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, layout, options};

pub(crate) const COMMAND: Command = Command { name: "render", declare, run };

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("Print the template of a scenario, as its name alone does")
        .after_help(examples(scenarios, ["render NAME > main.bicep"]))
        .arg(options::name(scenarios))
        .arg(layout_option())
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    print(session, session.scenario(matches)?, matches)
}

/// Every scenario is a command of its own.
pub(crate) fn declare_named(scenario: &Scenario) -> clap::Command {
    clap::Command::new(scenario.name().to_owned()).about(scenario.summary().to_owned()).arg(layout_option())
}

/// Runs the command that a scenario is.
pub(crate) fn run_named(session: &mut Session, name: &str, matches: &ArgMatches) -> anyhow::Result<Exit> {
    print(session, session.named(name)?, matches)
}

fn layout_option() -> clap::Arg {
    layout::option("only `main.bicep` is printed, `generate` writes its modules, too")
}

fn print(session: &mut Session, scenario: &Scenario, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some(bundle) = session.bundle(scenario, layout::read(matches)) else { return Ok(Exit::Failure) };
    let template = bundle.get("main.bicep");
    session.print(template.with_context(|| format!("`{}` has no file `main.bicep`", scenario.name()))?)?;
    Ok(Exit::Fine)
}

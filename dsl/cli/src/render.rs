//! `NAME`: the template of one scenario on standard output. It must not know any file on disk.

use anyhow::Context;
use clap::ArgMatches;
use dsl::Scenario;

use crate::session::Session;
use crate::{Exit, layout};

/// Every scenario is a command of its own.
pub(crate) fn declare(scenario: &Scenario) -> clap::Command {
    let layout = layout::option("only `main.bicep` is printed, `generate` writes its modules, too");
    clap::Command::new(scenario.name().to_owned()).about(scenario.summary().to_owned()).arg(layout)
}

pub(crate) fn run(session: &mut Session, name: &str, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenario = session.named(name)?;
    let Some(bundle) = session.bundle(scenario, layout::read(matches)) else { return Ok(Exit::Failure) };
    let template = bundle.get("main.bicep").with_context(|| format!("`{name}` has no file `main.bicep`"))?;
    session.print(template)?;
    Ok(Exit::Fine)
}

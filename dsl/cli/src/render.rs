//! `NAME`: the template of one scenario on standard output. It must not know any file on disk.

use anyhow::Context;
use dsl::Scenario;

use crate::Exit;
use crate::session::Session;

/// Every scenario is a command of its own.
pub(crate) fn declare(scenario: &Scenario) -> clap::Command {
    clap::Command::new(scenario.name().to_owned()).about(scenario.summary().to_owned())
}

pub(crate) fn run(session: &mut Session, name: &str) -> anyhow::Result<Exit> {
    let named = |scenario: &&Scenario| scenario.name() == name;
    let scenario = session.scenarios.iter().find(named).context("clap let an unknown scenario pass")?;
    let Some(bundle) = session.bundle(scenario) else { return Ok(Exit::Failure) };
    let template = bundle.get("main.bicep").with_context(|| format!("`{name}` has no file `main.bicep`"))?;
    session.print(template)?;
    Ok(Exit::Fine)
}

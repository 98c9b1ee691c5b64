//! `new`: a scenario package that compiles and passes at once, in the lists that it has to be in. It must not know how a
//! manifest or a list of Rust is changed.

mod cargo;
mod edits;
mod list;
mod manifest;
mod name;
mod package;
mod toml;

use std::path::Path;

use anyhow::Context;
use clap::{Arg, ArgMatches};
use dsl::Scenario;

use self::edits::Edits;
use crate::command::{CALL, Command};
use crate::session::Session;
use crate::{Exit, root};

pub(crate) const COMMAND: Command = Command { name: "new", declare, run };

const WHAT: &str = "It writes `scenarios/NAME/`, and adds NAME to `Cargo.toml`, `scenarios/Cargo.toml` and the list in `scenarios/src/lib.rs`:
all of that or, where something is in the way, nothing. Then it runs `generate NAME`.";

fn declare(command: clap::Command, _: &[Scenario]) -> clap::Command {
    let name = Arg::new("name").value_name("NAME").required(true);
    command
        .about("Start a scenario: a package that compiles, is in all lists, and shows what to do next")
        .after_help(format!("{WHAT}\n\nExample:\n  {CALL} new web-shop"))
        .arg(name.help("Name of the scenario: small letters, digits and `-`"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let name = matches.get_one::<String>("name").context("clap requires a name")?;
    if let Some(problem) = name::problem(name) {
        session.note(format_args!("error: {problem}"));
        return Ok(Exit::Usage);
    }
    let root = root::folder();
    let edits = scenario(&root, name)?;
    for path in edits.apply(&root)? {
        session.note(format_args!("wrote {path}"));
    }
    generate(session, &root, name)
}

/// A package, and its name wherever packages are listed.
fn scenario(root: &Path, name: &str) -> anyhow::Result<Edits> {
    let mut edits = Edits::default();
    let workspace = manifest::Workspace::read(root)?;
    package::add(&mut edits, root, name, &workspace)?;
    workspace.add_to(&mut edits, root, name)?;
    list::add_to(&mut edits, root, name)?;
    Ok(edits)
}

/// By cargo, for the scenario is no part of the program that runs.
fn generate(session: &mut Session, root: &Path, name: &str) -> anyhow::Result<Exit> {
    let exit = cargo::run(session, root, &["run", "-p", "scenarios", "--", "generate", name])?;
    if exit == Exit::Fine {
        session.note(format_args!(
            "`{name}` is there: change scenarios/{name}/src/lib.rs, then run `{CALL} generate {name}`"
        ));
    }
    Ok(exit)
}

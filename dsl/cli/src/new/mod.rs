//! `new`: a scenario package that compiles and passes at once, in the lists that it has to be in. It must not know how a
//! manifest or a list of Rust is changed.

mod cargo;
mod edits;
mod list;
mod manifest;
mod name;
mod package;
mod pipelines;
mod toml;
mod workspace;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use dsl::Scenario;

use self::edits::Edits;
use self::pipelines::Subject;
use crate::command::{CALL, Command, examples};
use crate::deploy::Refused;
use crate::parameter_set::{self, Unnamed};
use crate::session::Session;
use crate::{Exit, options, root};

pub(crate) const COMMAND: Command = Command { name: "new", declare, run };

const WHAT: &str = "It writes `scenarios/NAME/`, and adds NAME to `Cargo.toml`, `scenarios/Cargo.toml` and the list in `scenarios/src/lib.rs`:
all of that or, where something is in the way, nothing. Then it runs `generate NAME`.";

const WORKSPACE: &str = "With --workspace, DIR becomes a repository of your own with one scenario, which depends on this one where it lies, or by git.";

const CI: &str = "With --ci: `.github/workflows/NAME.yml` and `scenarios/NAME/azure-pipelines.yml`, which check, lint, show the review card and what
would change in pull requests, and deploy `main`, logged in by federation: no secret is stored. It writes only them where
NAME is there already.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let lines = ["new web-shop", "new NAME --ci", "new web-shop --workspace ../our-azure"];
    let name = Arg::new("name").value_name("NAME").required(true);
    let ci = Arg::new("ci").long("ci").action(ArgAction::SetTrue);
    let set = options::valued("parameters", "SET").requires("ci").conflicts_with("workspace");
    let workspace = Arg::new("workspace").long("workspace").value_name("DIR").value_parser(value_parser!(PathBuf));
    let git = Arg::new("git").long("git").value_name("URL").requires("workspace");
    command
        .about("Start a scenario: a package that compiles, is in all lists, and shows what to do next")
        .after_help(format!("{WHAT}\n\n{CI}\n\n{WORKSPACE}\n\n{}", examples(scenarios, lines)))
        .arg(name.help("Name of the scenario: small letters, digits and `-`"))
        .arg(ci.help("With a pipeline for GitHub Actions and one for Azure Pipelines; NAME may be there already"))
        .arg(set.help("The parameter set that the pipelines deploy [default: the first of NAME]"))
        .arg(workspace.help("Start a repository in this folder, which is missing or empty"))
        .arg(git.help("Where that repository fetches this one from, instead of a path to it"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let name = matches.get_one::<String>("name").context("clap requires a name")?;
    if let Some(problem) = name::problem(name) {
        session.note(format_args!("error: {problem}"));
        return Ok(Exit::Usage);
    }
    let workspace = matches.get_one::<PathBuf>("workspace");
    let is_ci = matches.get_flag("ci");
    let existing = session.scenarios.iter().find(|it| is_ci && workspace.is_none() && it.name() == name);
    if let Some(scenario) = existing {
        return pipelines(session, scenario, options::text(matches, "parameters"));
    }
    if matches.contains_id("parameters") {
        let message = format!("there is no scenario `{name}` yet, so it has no parameter sets");
        return Ok(Refused::new(message, "leave out --parameters").tell(session));
    }
    let git = matches.get_one::<String>("git").map(String::as_str);
    let root = workspace.cloned().unwrap_or_else(root::folder);
    let mut edits = if workspace.is_some() { workspace::files(&root, name, git)? } else { scenario(&root, name)? };
    if is_ci {
        Subject::fresh(name).add_to(&mut edits)?;
    }
    let shown = workspace.map_or(Path::new(""), PathBuf::as_path);
    for path in edits.apply(&root)? {
        session.note(format_args!("wrote {}", shown.join(path).display()));
    }
    if is_ci {
        tell_pipelines(session, &root)?;
    }
    generate(session, &root, name)
}

/// For a scenario that is there already.
fn pipelines(session: &mut Session, scenario: &Scenario, named: Option<&str>) -> anyhow::Result<Exit> {
    let set = match parameter_set::choose(scenario, named, Unnamed::First) {
        Ok(set) => set,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let (root, mut edits) = (root::folder(), Edits::default());
    Subject::of(scenario, set).add_to(&mut edits)?;
    for path in edits.apply(&root)? {
        session.note(format_args!("wrote {path}"));
    }
    if let (None, [first, _, ..]) = (named, &*scenario.inventory().parameter_sets) {
        session
            .note(format_args!("they deploy the parameter set `{first}`, the first one: to change that, remove them,"));
        session.note("and take another one by `--parameters SET`");
    }
    tell_pipelines(session, &root)?;
    Ok(Exit::Fine)
}

fn tell_pipelines(session: &mut Session, root: &Path) -> anyhow::Result<()> {
    session.note("what to set up for a pipeline, once, stands at its top");
    if manifest::Workspace::read(root)?.is_tied() {
        session.note(
            "warning: `Cargo.toml` depends on a folder outside of the repository, which a pipeline does not have",
        );
        session.note(
            "  help: take `azure`, `cli`, `compiler` and `dsl` by `git = \"URL\"` there, as `new --git URL` does",
        );
    }
    Ok(())
}

/// A package, and its name wherever packages are listed.
fn scenario(root: &Path, name: &str) -> anyhow::Result<Edits> {
    let folder = format!("scenarios/{name}");
    if root.join(&folder).exists() {
        bail!("there is a folder `{folder}` already: choose another name, or move it out of the way");
    }
    let mut edits = Edits::default();
    let workspace = manifest::Workspace::read(root)?;
    package::add(&mut edits, name, &workspace.inherited(), workspace.has_lints())?;
    workspace.add_to(&mut edits, root, name)?;
    list::add_to(&mut edits, root, name)?;
    Ok(edits)
}

/// By cargo, for the scenario is no part of the program that runs.
fn generate(session: &mut Session, root: &Path, name: &str) -> anyhow::Result<Exit> {
    let exit = cargo::run(session, root, &["run", "-p", "scenarios", "--", "generate", name])?;
    if exit == Exit::Fine {
        session.note(format_args!(
            "`{name}` is there: change scenarios/{name}/src/lib.rs, and in the Cargo.toml beside it the features of `azure`, one for \
             each provider; then run `{CALL} generate {name}`"
        ));
    }
    Ok(exit)
}

//! `generate`: the files of scenarios on disk, or with `--check` what would change. It must not know what they hold.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, value_parser};
use dsl::{Bundle, Layout, Scenario};

use crate::command::{CALL, Command};
use crate::plan::Plan;
use crate::session::Session;
use crate::{Exit, layout, root, unified, write};

pub(crate) const COMMAND: Command = Command { name: "generate", declare, run };

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let names = PossibleValuesParser::new(scenarios.iter().map(|scenario| scenario.name().to_owned()));
    let name = Arg::new("name").value_name("NAME").action(ArgAction::Append).num_args(1..).value_parser(names);
    let out_dir = Arg::new("out-dir").long("out-dir").value_name("DIR").value_parser(value_parser!(PathBuf));
    command
        .about("Write the files of scenarios to `generated/NAME/`")
        .arg(name.hide_possible_values(true).help("Scenarios to write; see `list`"))
        .arg(flag("all").help("Write every scenario, and remove what scenarios that are gone have left"))
        .arg(flag("check").help("Write nothing: print a diff of what is stale, and exit with 1 if anything is"))
        .arg(layout::option("modules go to `generated/NAME/modules/`"))
        .arg(out_dir.help("Folder for the files [default: `generated` beside the nearest Cargo.lock]"))
        .group(ArgGroup::new("which").args(["name", "all"]).required(true))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let request = Request::read(matches);
    let folder = request.folder()?;
    let Some(bundles) = request.bundles(session) else {
        session.note("error: no file is written or compared while a scenario has findings");
        return Ok(Exit::Failure);
    };
    let plan = plan(session, &request, &folder, &bundles)?;
    if request.check { check(session, &request, &plan) } else { apply(session, &folder, &plan) }
}

/// The arguments.
struct Request {
    names: Vec<String>,
    all: bool,
    check: bool,
    layout: Option<Layout>,
    out_dir: Option<PathBuf>,
}

impl Request {
    fn read(matches: &ArgMatches) -> Self {
        Self {
            names: matches.get_many("name").into_iter().flatten().cloned().collect(),
            all: matches.get_flag("all"),
            check: matches.get_flag("check"),
            layout: layout::read(matches),
            out_dir: matches.get_one("out-dir").cloned(),
        }
    }

    fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(folder) = &self.out_dir {
            return Ok(folder.clone());
        }
        Ok(root::output_folder(&env::current_dir().context("cannot tell what the working directory is")?))
    }

    /// The bundles that are asked for; none at all when one has findings, so that a folder is never half new.
    fn bundles<'a>(&self, session: &mut Session<'a>) -> Option<Vec<(&'a str, Bundle)>> {
        let wanted = |scenario: &&Scenario| self.all || self.names.iter().any(|name| name == scenario.name());
        let scenarios = session.scenarios.iter().filter(wanted);
        // Two steps, because stopping at the first would hide the findings of the others.
        let bundles: Vec<_> = scenarios.map(|it| Some((it.name(), session.bundle(it, self.layout)?))).collect();
        bundles.into_iter().collect()
    }

    /// The command line that makes every file fresh.
    fn repair(&self) -> String {
        let which = if self.all { "--all".to_owned() } else { self.names.join(" ") };
        let out_dir = self.out_dir.as_deref().map(|folder| format!(" --out-dir={}", quote(folder)));
        format!("{CALL} {} {which}{}{}", COMMAND.name, layout::words(self.layout), out_dir.unwrap_or_default())
    }
}

/// A path as one word of a POSIX shell.
fn quote(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

fn plan<'b>(
    session: &mut Session,
    request: &Request,
    folder: &Path,
    bundles: &'b [(&str, Bundle)],
) -> anyhow::Result<Plan<'b>> {
    let mut plan = Plan::default();
    for (name, bundle) in bundles {
        plan.add(&folder.join(name), bundle)?;
    }
    if request.all {
        plan.add_abandoned(folder, session.scenarios)?;
    }
    for path in &plan.strangers {
        session.note(format_args!("warning: `{}` is not a generated file and is left alone", path.display()));
    }
    Ok(plan)
}

fn check(session: &mut Session, request: &Request, plan: &Plan) -> anyhow::Result<Exit> {
    let stale: Vec<_> = plan.changes.iter().filter(|change| change.is_stale()).collect();
    if stale.is_empty() {
        session.note(format_args!("{} files, all fresh", plan.changes.len()));
        return Ok(Exit::Fine);
    }
    session.print(&stale.iter().map(|change| unified::unified(change)).collect::<String>())?;
    session.note(format_args!("error: {} files, {} stale", plan.changes.len(), stale.len()));
    session.note(format_args!("  help: run `{}`", request.repair()));
    Ok(Exit::Failure)
}

/// Writes the files of one scenario to its folder below `folder`, as the command does.
pub(crate) fn write(session: &mut Session, folder: &Path, (name, bundle): (&str, &Bundle)) -> anyhow::Result<()> {
    let mut plan = Plan::default();
    plan.add(&folder.join(name), bundle)?;
    apply(session, folder, &plan).map(drop)
}

fn apply(session: &mut Session, folder: &Path, plan: &Plan) -> anyhow::Result<Exit> {
    for change in &plan.changes {
        let verb = match change.new {
            _ if !change.is_stale() => "unchanged",
            Some(text) => write::replace(&change.path, text).map(|()| "wrote")?,
            None => write::remove(&change.path, folder).map(|()| "removed")?,
        };
        session.note(format_args!("{verb} {}", change.path.display()));
    }
    Ok(Exit::Fine)
}

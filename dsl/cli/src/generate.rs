//! `generate`: the files of scenarios on disk, or with `--check` what would change. It must not know what they hold.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{ArgMatches, value_parser};
use dsl::{Bundle, Layout, Scenario};

use crate::command::{CALL, Command, examples};
use crate::deploy::Refused;
use crate::options::{flag, valued};
use crate::plan::Plan;
use crate::session::Session;
use crate::{Exit, azd, layout, options, root, unified, write};

pub(crate) const COMMAND: Command = Command { name: "generate", declare, run };

const AZD: &str = "With --azd, DIR becomes a project of the Azure Developer CLI. The values of the parameter set go to infra/main.parameters.json;
what it reads from the environment, azd reads from its own: `azd env set NAME VALUE`. What has no value azd asks for.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let out_dir = valued("out-dir", "DIR").value_parser(value_parser!(PathBuf));
    let parameters = valued("parameters", "SET").requires("azd");
    let lines = ["generate --all", "generate --all --check", "generate NAME --azd --out-dir ../NAME-azd"];
    let command = command.about("Write the files of scenarios to `generated/NAME/`");
    let every = "Write every scenario, and remove what scenarios that are gone have left";
    options::names(command, scenarios, "Scenarios to write; see `list`", every)
        .arg(flag("check").help("Write nothing: print a diff of what is stale, and exit with 1 if anything is"))
        .arg(layout::option("modules go to `generated/NAME/modules/`"))
        .arg(out_dir.help("Folder for the files [default: `generated` beside the nearest Cargo.lock]"))
        .arg(flag("azd").requires("out-dir").help("Write what `azd up` needs instead: DIR/azure.yaml and DIR/infra/"))
        .arg(parameters.help("The parameter set for azd, where there are several"))
        .after_help(format!("{AZD}\n\n{}", examples(scenarios, lines)))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let request = Request::read(matches);
    if request.azd {
        return azd(session, &request);
    }
    let folder = request.folder()?;
    let Some(bundles) = request.bundles(session, options::wanted(session.scenarios, matches)) else {
        session.note("error: no file is written or compared while a scenario has findings");
        return Ok(Exit::Failure);
    };
    let plan = plan(session, &request, &folder, &bundles)?;
    if request.check { check(session, &request, &plan) } else { apply(session, &folder, &plan) }
}

/// A project of the Azure Developer CLI, in the folder that is named.
fn azd(session: &mut Session, request: &Request) -> anyhow::Result<Exit> {
    let folder = request.folder()?;
    let [name] = &*request.names else {
        return Ok(Refused::new("a project of azd holds one scenario", "name it: generate NAME --azd --out-dir DIR")
            .tell(session));
    };
    let scenario = session.named(name)?;
    let set = match azd::set(scenario, request.parameters.as_deref()) {
        Ok(set) => set,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let Some(bundle) = session.bundle(scenario, request.layout) else { return Ok(Exit::Failure) };
    let project = azd::Project::new(scenario, &bundle, set.as_deref())?;
    project.tell(session);
    let mut plan = Plan::default();
    project.add_to(&mut plan, &folder)?;
    tell_strangers(session, &plan);
    if request.check { check(session, request, &plan) } else { apply(session, &folder, &plan) }
}

/// The arguments.
struct Request {
    names: Vec<String>,
    all: bool,
    check: bool,
    layout: Option<Layout>,
    out_dir: Option<PathBuf>,
    azd: bool,
    parameters: Option<String>,
}

impl Request {
    fn read(matches: &ArgMatches) -> Self {
        Self {
            names: matches.get_many("name").into_iter().flatten().cloned().collect(),
            all: matches.get_flag("all"),
            check: matches.get_flag("check"),
            layout: layout::read(matches),
            out_dir: matches.get_one("out-dir").cloned(),
            azd: matches.get_flag("azd"),
            parameters: matches.get_one("parameters").cloned(),
        }
    }

    fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(folder) = &self.out_dir {
            return Ok(folder.clone());
        }
        Ok(root::output_folder(&env::current_dir().context("cannot tell what the working directory is")?))
    }

    /// The bundles that are asked for; none at all when one has findings, so that a folder is never half new.
    fn bundles<'a>(&self, session: &mut Session<'a>, scenarios: Vec<&'a Scenario>) -> Option<Vec<(&'a str, Bundle)>> {
        // Two steps, because stopping at the first would hide the findings of the others.
        let scenarios = scenarios.into_iter();
        let bundles: Vec<_> =
            scenarios.map(|it| Some((it.name(), session.reviewed_bundle(it, self.layout)?))).collect();
        bundles.into_iter().collect()
    }

    /// The command line that makes every file fresh.
    fn repair(&self) -> String {
        let which = if self.all { "--all".to_owned() } else { self.names.join(" ") };
        let out_dir = self.out_dir.as_deref().map(|folder| format!(" --out-dir={}", quote(folder)));
        let azd = if self.azd { " --azd" } else { "" };
        let set = self.parameters.as_ref().map(|set| format!(" --parameters {set}"));
        let options =
            [azd, &layout::words(self.layout), &out_dir.unwrap_or_default(), &set.unwrap_or_default()].concat();
        format!("{CALL} {} {which}{options}", COMMAND.name)
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
        plan.add(&folder.join(name), bundle.files())?;
    }
    if request.all {
        plan.add_abandoned(folder, session.scenarios)?;
    }
    tell_strangers(session, &plan);
    Ok(plan)
}

fn tell_strangers(session: &mut Session, plan: &Plan) {
    for path in &plan.strangers {
        session.note(format_args!("warning: `{}` is not a generated file and is left alone", path.display()));
    }
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
    plan.add(&folder.join(name), bundle.files())?;
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

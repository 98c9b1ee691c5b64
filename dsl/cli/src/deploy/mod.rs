//! `deploy`: from a scenario to what runs in Azure, by the Azure CLI. It must not know how files are made or errors found.

mod blame;
mod cause;
mod changes;
mod failure;
mod files;
mod lint;
mod outputs;
mod parameters;
mod pattern;
mod place;
mod preparation;
mod progress;
mod publication;
mod report;
mod specs;
mod target;

use std::env;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};
use dsl::{Bundle, Scenario};

use self::failure::Failure;
use self::files::Files;
use self::progress::Progress;
use crate::az::{Az, Error};
use crate::command::{Command, examples};
use crate::options::{self, flag, text, valued};
use crate::parameter_set::{self, Unnamed};
use crate::session::Session;
use crate::{Exit, layout, root};

pub(crate) use self::blame::{Made, Named, find, made};
pub(crate) use self::parameters::environment;
pub(crate) use self::place::{declare as declare_place, stack, target, yes};
pub(crate) use self::preparation::{ask, is_there, tell_place, unanswerable};
pub(crate) use self::target::{Place, Target};

pub(crate) const COMMAND: Command = Command { name: "deploy", declare, run };

/// Something on the command line that makes no sense, and what to do.
pub(crate) struct Refused {
    message: String,
    help: String,
}

impl Refused {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    pub(crate) fn tell(&self, session: &mut Session) -> Exit {
        session.note(format_args!("error: {}\n  help: {}", self.message, self.help));
        Exit::Usage
    }
}

const STEPS: &str = "What happens: a look whether az is there, the checks, the official compiler's linter where `bicep` is at hand,
what-if, a question, the deployment, its outputs on standard output. What goes wrong in Azure is shown at the line of Rust that
made the resource. A secret is read from the environment by the parameter file, and is in no argument. Ctrl-C stops waiting,
not Azure.

Thousands of resources: `--layout sharded` cuts the graph into nested deployments, each inside Azure's limits, and
`--stack` keeps them together; `--print` shows the commands of az. Azure takes 4 MB in one template: for more in all,
`--template-specs RG` publishes each module as a template spec first, and the template refers to these.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let out_dir = Arg::new("out-dir").long("out-dir").value_name("DIR").value_parser(value_parser!(PathBuf));
    let lines = [
        "deploy NAME --what-if -g rg-NAME",
        "deploy NAME -g rg-NAME -l japaneast --create-resource-group",
        "deploy NAME --stack --yes --format json > outputs.json",
        "deploy NAME --layout sharded --template-specs rg-specs",
    ];
    let region = "Region of a group that is made, and of deployments to other scopes";
    place::declare(command.about("Deploy a scenario with the Azure CLI (az)"), scenarios, region)
        .after_help(format!("{STEPS}\n\n{}", examples(scenarios, lines)))
        .arg(flag("what-if").help("Only show what would change"))
        .arg(flag("print").help("Only write the files, and print the command lines that deploy them"))
        .arg(stack("As a deployment stack: Azure keeps a list of what was deployed, by which `destroy` removes it"))
        .arg(valued("parameters", "SET").help("The parameter set, where there are several"))
        .arg(flag("create-resource-group").help("Make the resource group in --location if it is missing"))
        .arg(layout::option("its modules are deployed with it"))
        .arg(valued("template-specs", "RG").help("Publish the modules as template specs in this resource group first"))
        .arg(out_dir.help("Keep the files in DIR/NAME [default: a temporary folder; with --print, `generated`]"))
        .arg(options::format(["human", "json"], "Form of the outputs"))
        .arg(yes())
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenario = session.scenario(matches)?;
    let target = match target(scenario, matches, matches.get_flag("stack")) {
        Ok(target) => target,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let set = match parameter_set::choose(scenario, text(matches, "parameters"), Unnamed::None) {
        Ok(set) => set,
        Err(refused) => return Ok(refused.tell(session)),
    };
    if matches.get_flag("print") {
        return print(session, scenario, &target, set.as_deref(), matches);
    }
    if let Some(refused) = unanswerable(session, matches) {
        return Ok(refused.tell(session));
    }
    // Whoever lacks the program learns that first, and not after all that can be mended without it.
    let az = Az::ready()?;
    session.hide(parameters::secrets(scenario));
    let Some((bundle, files)) = prepare(session, scenario, set.as_deref(), matches)? else { return Ok(Exit::Failure) };
    let specs = match publication::wanted(scenario, &bundle, matches) {
        Ok(specs) => specs,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let subscription = tell_place(session, &az, &target)?;
    if !preparation::has_group(session, &az, &target, matches)? {
        return Ok(Exit::Failure);
    }
    if let Some(specs) = &specs {
        let is_agreed = matches.get_flag("yes");
        if !publication::publish(session, (&az, &target), (specs, &files), &subscription, is_agreed)? {
            return Ok(Exit::Failure);
        }
    }
    Deployment { session, az: &az, target: &target, files: &files, scenario }.run(matches)
}

/// Writes the files, and prints what deploys them, a line for each step; nothing is asked or run.
fn print(
    session: &mut Session,
    scenario: &Scenario,
    target: &Target,
    set: Option<&str>,
    matches: &ArgMatches,
) -> anyhow::Result<Exit> {
    let Some(bundle) = session.reviewed_bundle(scenario, layout::read(matches)) else { return Ok(Exit::Failure) };
    let specs =
        match publication::wanted(scenario, &bundle, matches).and_then(|specs| publication::printed(specs, matches)) {
            Ok(specs) => specs,
            Err(refused) => return Ok(refused.tell(session)),
        };
    let out_dir = matches.get_one::<PathBuf>("out-dir").cloned();
    let out_dir = out_dir.map_or_else(|| env::current_dir().map(|it| root::output_folder(&it)), Ok)?;
    let files = Files::write(session, (scenario.name(), &bundle), set, Some(&out_dir))?;
    if let (Place::Group(group), Some(location)) = (&target.place, text(matches, "location")) {
        session.print(&format!("{}\n", target.group_create(group, location)))?;
    }
    if let Some((specs, subscription)) = &specs {
        files.refer_to(specs, subscription)?;
        for (_, line) in specs.lines(files.folder(), Some(subscription)) {
            session.print(&format!("{line}\n"))?;
        }
    }
    let source = files.source();
    session.print(&format!("{}\n{}\n", target.what_if(&source), target.create(&source)))?;
    Ok(Exit::Fine)
}

/// The files, after all that can be said against them without Azure.
fn prepare(
    session: &mut Session,
    scenario: &Scenario,
    set: Option<&str>,
    matches: &ArgMatches,
) -> anyhow::Result<Option<(Bundle, Files)>> {
    let Some(bundle) = session.reviewed_bundle(scenario, layout::read(matches)) else { return Ok(None) };
    if let Some(refused) = set.and_then(|set| parameters::check_variables(&bundle, set).err()) {
        refused.tell(session);
        return Ok(None);
    }
    for name in set.map(|set| parameters::empty(&bundle, set)).unwrap_or_default() {
        session.note(format_args!(
            "warning: the environment variable {name} is set to an empty text, and that is deployed"
        ));
    }
    let is_linked = text(matches, "template-specs").is_some();
    if !lint::passes(session, &bundle, set, is_linked) {
        return Ok(None);
    }
    let out_dir = matches.get_one::<PathBuf>("out-dir").map(PathBuf::as_path);
    if let Some(remark) = specs::remark(&bundle).filter(|_| !is_linked) {
        session.note(remark);
    }
    let files = Files::write(session, (scenario.name(), &bundle), set, out_dir)?;
    Ok(Some((bundle, files)))
}

struct Deployment<'d, 's> {
    session: &'d mut Session<'s>,
    az: &'d Az,
    target: &'d Target,
    files: &'d Files,
    scenario: &'d Scenario,
}

impl Deployment<'_, '_> {
    fn run(&mut self, matches: &ArgMatches) -> anyhow::Result<Exit> {
        let only_shows = matches.get_flag("what-if");
        if only_shows || !matches.get_flag("yes") {
            match self.what_if() {
                Ok(changes) if only_shows => return self.session.print(&changes).map(|()| Exit::Fine),
                Ok(changes) if self.session.is_colored() => self.session.note(changes::colored(&changes).trim_end()),
                Ok(changes) => self.session.note(changes.trim_end()),
                Err(error) => {
                    let failures = failures(&error);
                    return self.refuse(error, &failures, "nothing was changed");
                }
            }
            let question = format!("Deploy `{}` to {}?", self.target.name, self.target.place);
            if !ask(self.session, &question)? {
                return Ok(Exit::Failure);
            }
        }
        self.create(matches)
    }

    fn what_if(&mut self) -> Result<String, Error> {
        self.session.note("asking Azure what would change");
        if self.target.is_stack {
            self.session.note("note: what a stack gives up is not shown; it stays where it is");
        }
        self.az.text(&self.target.what_if(&self.files.source()))
    }

    fn create(&mut self, matches: &ArgMatches) -> anyhow::Result<Exit> {
        self.session.note(format_args!("deploying `{}` from {}", self.target.name, self.files.folder().display()));
        let made = made(self.scenario);
        // The deployment of a stack has a name that Azure chooses.
        let operations = (!self.target.is_stack).then(|| self.target.operations());
        let mut progress = Progress::new(self.session, self.az, operations, &made);
        match self.az.work(&self.target.create(&self.files.source()), &mut progress) {
            Ok(answer) => self.tell_outputs(&answer, matches),
            Err(error @ Error::Interrupted { .. }) => {
                self.session.note(error);
                self.tell_state();
                Ok(Exit::Failure)
            }
            Err(error) => self.fail(error),
        }
    }

    fn tell_outputs(&mut self, answer: &serde_json::Value, matches: &ArgMatches) -> anyhow::Result<Exit> {
        let outputs = outputs::of(answer);
        let is_json = options::is_json(matches);
        self.session.note(format_args!("`{}` is deployed to {}", self.target.name, self.target.place));
        self.session.print(&if is_json {
            format!("{:#}\n", outputs::record(&self.target.name, &outputs))
        } else {
            outputs::table(&outputs)
        })?;
        Ok(Exit::Fine)
    }

    /// What Azure does now that nobody waits for it.
    fn tell_state(&mut self) {
        self.session.note(format_args!("  what was begun goes on in Azure\n  see it by: {}", self.target.show()));
        if !self.target.is_stack {
            self.session.note(format_args!("  end it by: {}", self.target.cancel()));
        }
    }

    /// What a deployment that was begun has left undone. Where Azure names no resource, its operations do.
    fn fail(&mut self, error: Error) -> anyhow::Result<Exit> {
        let mut failures = failures(&error);
        if !self.target.is_stack && failures.iter().any(Failure::is_of_deployment) {
            let operations = self.az.ask(&self.target.operations()).unwrap_or_default();
            let named = failure::of_operations(&operations);
            failures = if named.is_empty() { failures } else { named };
        }
        let what = if matches!(self.target.place, Place::Group(_)) { "in it" } else { "there" };
        self.refuse(error, &failures, &format!("what was made before stays {what}"))
    }

    /// Shows what Azure has said, each at the line of Rust that it is about; what else went wrong is an error as any other.
    fn refuse(&mut self, error: Error, failures: &[Failure], state: &str) -> anyhow::Result<Exit> {
        if failures.is_empty() {
            return Err(error.into());
        }
        report::tell(self.session, self.scenario, failures);
        let (name, place) = (&self.target.name, &self.target.place);
        self.session
            .note(format_args!("error: Azure refused {} of `{name}` in {place}; {state}", counted(failures.len())));
        Ok(Exit::Failure)
    }
}

/// What Azure says in an error of `az`.
fn failures(error: &Error) -> Vec<Failure> {
    error.stderr().map(failure::read).unwrap_or_default()
}

fn counted(failures: usize) -> String {
    if failures == 1 { "one part".to_owned() } else { format!("{failures} parts") }
}

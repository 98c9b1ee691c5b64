//! `destroy`: removes what `deploy` has made: the resource group, or the resources of a deployment stack. It must not know
//! what is in them.

use clap::ArgMatches;
use dsl::Scenario;

use crate::Exit;
use crate::az::{Az, Error, Line, Watch};
use crate::command::{Command, examples};
use crate::deploy::{self, Place, Refused, Target};
use crate::session::Session;

pub(crate) const COMMAND: Command = Command { name: "destroy", declare, run };

const WHAT: &str = "Without --stack, the resource group goes with all that is in it, whoever made it. With --stack, it is what the stack
lists, and the stack. Services such as Azure OpenAI and Key Vault keep a deleted name for a while;
`az cognitiveservices account purge` and `az keyvault purge` free it.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let lines = ["destroy NAME -g rg-NAME", "destroy NAME --stack --yes"];
    let about = "Delete what was deployed, with the Azure CLI (az)";
    deploy::declare_place(command.about(about), scenarios, "Region of the deployment, where its scope is no group")
        .after_help(format!("{WHAT}\n\n{}", examples(scenarios, lines)))
        .arg(deploy::stack("What was deployed by `deploy --stack`"))
        .arg(deploy::yes())
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let target = match target(session, session.scenario(matches)?, matches) {
        Ok(target) => target,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let az = Az::ready()?;
    deploy::tell_place(session, &az, &target)?;
    let Some((question, line)) = plan(session, &az, &target)? else { return Ok(Exit::Fine) };
    if !matches.get_flag("yes") && !deploy::ask(session, &question)? {
        return Ok(Exit::Failure);
    }
    delete(session, &az, &line)
}

fn target(session: &Session, scenario: &Scenario, matches: &ArgMatches) -> Result<Target, Refused> {
    let target = deploy::target(scenario, matches, matches.get_flag("stack"))?;
    if !target.is_stack && !matches!(target.place, Place::Group(_)) {
        let message = format!("what `{}` has deployed to {} is on no list", target.name, target.place);
        return Err(Refused::new(message, "deploy it with --stack, then destroy the stack"));
    }
    deploy::unanswerable(session, matches).map_or(Ok(target), Err)
}

/// What is asked, and what then deletes; nothing where nothing is there.
fn plan(session: &mut Session, az: &Az, target: &Target) -> anyhow::Result<Option<(String, Line)>> {
    let Place::Group(group) = &target.place else { return Ok(Some(stack(target))) };
    if !deploy::is_there(az, target, group)? {
        session.note(format_args!("there is no resource group `{group}`: nothing to delete"));
        return Ok(None);
    }
    if target.is_stack {
        return Ok(Some(stack(target)));
    }
    let content = az.ask(&target.group_content(group))?;
    let resources = content.as_array().into_iter().flatten();
    for resource in resources.clone() {
        let of = |name: &str| resource[name].as_str().unwrap_or("?");
        session.note(format_args!("  {} `{}`", of("type"), of("name")));
    }
    let question = format!("Delete the resource group `{group}` and all {} resources in it?", resources.count());
    Ok(Some((question, target.group_delete(group))))
}

fn stack(target: &Target) -> (String, Line) {
    (format!("Delete the stack `{}` of {} and all that it lists?", target.name, target.place), target.stack_delete())
}

/// Shows warnings while it waits.
struct Wait<'w, 's>(&'w mut Session<'s>);

impl Watch for Wait<'_, '_> {
    fn line(&mut self, line: &str) {
        if line.starts_with("WARNING: ") {
            self.0.note(line);
        }
    }
}

fn delete(session: &mut Session, az: &Az, line: &Line) -> anyhow::Result<Exit> {
    session.note("deleting; this takes minutes");
    match az.work(line, &mut Wait(session)) {
        Ok(_) => session.note("deleted"),
        Err(error @ Error::Interrupted { .. }) => {
            session.note(error);
            session.note(format_args!("  what was begun goes on in Azure; to wait for its end, run it again: {line}"));
            return Ok(Exit::Failure);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Exit::Fine)
}

//! What has to be clear before anything is changed: who is logged in, whether the group is there, whether the user wants it.
//! It must not deploy.

use clap::ArgMatches;
use serde_json::Value;

use super::target::{Place, Target};
use super::{Refused, text};
use crate::az::Az;
use crate::session::Session;

/// Why there is nobody who could be asked, where somebody has to be.
pub(crate) fn unanswerable(session: &Session, matches: &ArgMatches) -> Option<Refused> {
    let publishes = matches.try_get_one::<String>("template-specs").ok().flatten().is_some();
    let only_shows = !publishes && matches.try_get_one::<bool>("what-if").ok().flatten().is_some_and(|it| *it);
    let is_asked = !matches.get_flag("yes") && !only_shows;
    (is_asked && !session.is_interactive()).then(|| {
        Refused::new("this changes Azure, and standard input is no terminal to ask at", "add --yes, as pipelines do")
    })
}

/// Says whose Azure it is, before anything happens there; returns the id of the subscription.
pub(crate) fn tell_place(session: &mut Session, az: &Az, target: &Target) -> anyhow::Result<String> {
    let account = az.ask(&target.account())?;
    let of = |name: &str| account[name].as_str().unwrap_or("?").to_owned();
    session.note(format_args!("{} of `{}` ({})", target.place, of("name"), of("id")));
    Ok(of("id"))
}

/// Whether a resource group exists.
pub(crate) fn is_there(az: &Az, target: &Target, group: &str) -> anyhow::Result<bool> {
    Ok(az.ask(&target.group_exists(group))? == Value::Bool(true))
}

/// Whether the group is there, or is made, which only happens where it was asked for.
pub(super) fn has_group(session: &mut Session, az: &Az, target: &Target, matches: &ArgMatches) -> anyhow::Result<bool> {
    let Place::Group(group) = &target.place else { return Ok(true) };
    if is_there(az, target, group)? {
        return Ok(true);
    }
    let location = text(matches, "location").filter(|_| matches.get_flag("create-resource-group"));
    let Some(location) = location else {
        session.note(format_args!("error: the resource group `{group}` does not exist"));
        session.note("  help: add --create-resource-group --location L, or name another one by --resource-group");
        return Ok(false);
    };
    // What-if, too, needs a group; where nobody can be asked, the option is answer enough.
    let is_asked = !matches.get_flag("yes") && session.is_interactive();
    if is_asked && !ask(session, &format!("Make the resource group `{group}` in {location}?"))? {
        return Ok(false);
    }
    az.ask(&target.group_create(group, location))?;
    session.note(format_args!("made the resource group `{group}` in {location}"));
    Ok(true)
}

/// Whether the user agrees; if not, that nothing was changed is said.
pub(crate) fn ask(session: &mut Session, question: &str) -> anyhow::Result<bool> {
    let agrees = session.ask(question)?;
    if !agrees {
        session.note("nothing was changed");
    }
    Ok(agrees)
}

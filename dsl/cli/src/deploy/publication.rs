//! Publishes the modules of a scenario as template specs, before anything is deployed. It must not know how a spec is called.

use clap::ArgMatches;
use dsl::{Bundle, Scenario};

use super::files::Files;
use super::preparation::{ask, is_there};
use super::specs::Specs;
use super::{Refused, Target, text};
use crate::az::Az;
use crate::session::Session;

/// The template specs, where they are wanted.
pub(super) fn wanted(scenario: &Scenario, bundle: &Bundle, matches: &ArgMatches) -> Result<Option<Specs>, Refused> {
    let group = text(matches, "template-specs");
    group.map(|group| Specs::of(scenario.name(), bundle, group)).transpose()
}

/// The template specs and their subscription, where nobody asks Azure which one that is.
pub(super) fn printed(specs: Option<Specs>, matches: &ArgMatches) -> Result<Option<(Specs, &str)>, Refused> {
    let Some(specs) = specs else { return Ok(None) };
    if !matches.contains_id("out-dir") {
        let message = "the template that calls template specs is none of the files that `generate` keeps";
        return Err(Refused::new(message, "add --out-dir DIR, another folder than `generated`"));
    }
    let subscription = text(matches, "subscription").filter(|id| is_id(id)).ok_or_else(|| {
        let message = "the template calls template specs by the id of their subscription";
        Refused::new(message, "add --subscription ID, as `az account show --query id` prints it")
    })?;
    Ok(Some((specs, subscription)))
}

fn is_id(text: &str) -> bool {
    text.len() == 36 && text.chars().all(|char| char.is_ascii_hexdigit() || char == '-')
}

/// Publishes them if the user wants that; the template of the files then calls them.
pub(super) fn publish(
    session: &mut Session,
    (az, target): (&Az, &Target),
    (specs, files): (&Specs, &Files),
    subscription: &str,
    is_agreed: bool,
) -> anyhow::Result<bool> {
    let group = specs.group();
    if !is_there(az, target, group)? {
        session.note(format_args!("error: the resource group `{group}` of the template specs does not exist"));
        session.note("  help: make it by `az group create`, or name another one by --template-specs");
        return Ok(false);
    }
    let count = specs.count();
    if !is_agreed && !ask(session, &format!("Publish {count} template specs in `{group}`?"))? {
        return Ok(false);
    }
    for (index, (name, line)) in specs.lines(files.folder(), target.subscription.as_deref()).enumerate() {
        session.note(format_args!("publishing `{name}` ({} of {count})", index + 1));
        az.text(&line)?;
    }
    files.refer_to(specs, subscription)?;
    Ok(true)
}

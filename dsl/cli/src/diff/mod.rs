//! `diff`: what changes for the deployed resources since another version. It must not change a file.

mod bicep;
mod compare;
mod comparison;
mod foretold;
mod resource;
mod tell;
mod version;

use clap::ArgMatches;
use dsl::Scenario;
use serde_json::json;

use self::comparison::Comparison;
use crate::command::{Command, examples};
use crate::parameter_set::{self, Unnamed};
use crate::session::Session;
use crate::{Exit, check, options};

pub(crate) const COMMAND: Command = Command { name: "diff", declare, run };

const FORMATS: &str = "Formats:
  human  + added, - removed, ! replaced, ~ changed, with the properties that change
  json   {\"changes\": [{change, type, name, replaces: {type, name}, properties: [{path, old, new}]}],
          \"findings\": as `check` prints them}

The official compiler foretells both versions where it is at hand (`bicep snapshot`); else the Bicep itself is compared.
What a parameter set reads from the environment is not read: its name stands for it. The exit code is 1 if
anything changes, or if the checks find errors; what Bicep would take all the same, or can be allowed, is compared, too.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let against = options::valued("against", "GIT-REV|FILE").default_value("HEAD");
    let set = options::valued("parameters", "SET");
    command
        .about("Say what changes for the deployed resources since a commit, or against other Bicep")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["diff NAME --against main"])))
        .arg(options::name(scenarios))
        .arg(against.help(
            "What `generated/NAME/` was in a commit; or a .bicep file, its folder, or what `bicep snapshot` wrote",
        ))
        .arg(set.help("The parameter set [default: the first of the scenario]"))
        .arg(options::format(["human", "json"], "How changes are printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenario = session.scenario(matches)?;
    let set = match parameter_set::choose(scenario, options::text(matches, "parameters"), Unnamed::First) {
        Ok(set) => set,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let old = version::named(options::text(matches, "against").unwrap_or_default(), scenario.name())?;
    let Some((bundle, report)) = session.draft(scenario) else { return Ok(Exit::Failure) };
    let comparison = Comparison { session, scenario, bundle: &bundle, set: set.as_deref() };
    let Some(compared) = comparison.with(old) else { return Ok(Exit::Failure) };
    session.print(&if options::is_json(matches) {
        let findings: Vec<_> = report.findings().iter().map(check::record).collect();
        format!("{:#}\n", json!({ "changes": tell::records(&compared.changes), "findings": findings }))
    } else {
        tell::text(&compared)
    })?;
    Ok(Exit::fine_if(compared.changes.is_empty() && !compared.is_refused && !report.has_errors()))
}

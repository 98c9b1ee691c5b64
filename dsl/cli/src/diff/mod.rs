//! `diff`: what changes for the deployed resources since another version. It must not change a file.

mod bicep;
mod compare;
mod foretold;
mod resource;
mod tell;
mod version;

use clap::ArgMatches;
use compiler::{Compiler, locate};
use dsl::{Bundle, Scenario};
use serde_json::json;

use self::compare::Change;
use self::resource::Resource;
use self::version::Version;
use crate::command::{CALL, Command};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "diff", declare, run };

const FORMATS: &str = "Formats:
  human  + added, - removed, ! replaced, ~ changed, with the properties that change
  json   {\"changes\": [{change, type, name, replaces: {type, name}, properties: [{path, old, new}]}]}

The official compiler foretells both versions where it is at hand (`bicep snapshot`); else the Bicep itself is compared.
What a parameter set reads from the environment is not read: its name stands for it. The exit code is 1 if anything
changes.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let against = options::valued("against", "GIT-REV|FILE").default_value("HEAD");
    let set = options::valued("parameters", "SET");
    command
        .about("Say what changes for the deployed resources since a commit, or against other Bicep")
        .after_help(format!("{FORMATS}\n\nExample:\n  {CALL} diff NAME --against main"))
        .arg(options::name(scenarios))
        .arg(against.help(
            "What `generated/NAME/` was in a commit; or a .bicep file, its folder, or what `bicep snapshot` wrote",
        ))
        .arg(set.help("The parameter set [default: the first of the scenario]"))
        .arg(options::format(["human", "json"], "How changes are printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let text = |name: &str| options::text(matches, name);
    let scenario = session.scenario(matches)?;
    let name = scenario.name();
    let old = version::named(text("against").unwrap_or_default(), name)?;
    let Some(bundle) = session.bundle(scenario, None) else { return Ok(Exit::Failure) };
    let sets = scenario.inventory().parameter_sets;
    if let Some(unknown) = text("parameters").filter(|set| !sets.iter().any(|known| known == set)) {
        session.note(format_args!("error: `{name}` has no parameter set `{unknown}`"));
        session.note(format_args!("  help: it has: {}", sets.join(", ")));
        return Ok(Exit::Usage);
    }
    let set = text("parameters").or(sets.first().map(|set| &**set));
    let Some(changes) = compared(session, scenario, (old, &bundle), set) else { return Ok(Exit::Failure) };
    session.print(&match text("format") {
        Some("json") => format!("{:#}\n", json!({ "changes": tell::records(&changes) })),
        _ => tell::text(&changes),
    })?;
    Ok(if changes.is_empty() { Exit::Fine } else { Exit::Failure })
}

/// By the compiler, or else by the text; a snapshot can be compared by the compiler only.
fn compared(
    session: &mut Session,
    scenario: &Scenario,
    (old, bundle): (Version, &Bundle),
    set: Option<&str>,
) -> Option<Vec<Change>> {
    let new: Vec<_> = bundle.files().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let foretold = locate().map_err(|missing| missing.to_string()).and_then(|program| {
        let mut compiler = Compiler::start(&program).map_err(|error| error.to_string())?;
        let with = set.map(|set| format!(" with the parameter set `{set}`")).unwrap_or_default();
        session.note(format_args!("foretold by Bicep {}{with}", compiler.version()));
        let mut of = |files: &[(String, String)]| foretold::resources(&mut compiler, files, set, scenario.scope());
        let old = match &old {
            Version::Files(files) => of(files)?,
            Version::Snapshot(resources) => resources.iter().map(Resource::foretold).collect(),
        };
        Ok((old, of(&new)?))
    });
    match (foretold, old) {
        (Ok((old, new)), _) => Some(compare::changes(old, new)),
        (Err(reason), Version::Snapshot(_)) => {
            session.note(format_args!("error: there is nothing to compare a snapshot with: {reason}"));
            None
        }
        (Err(reason), Version::Files(files)) => {
            session.note(format_args!("note: compared by the text of the Bicep, for {reason}"));
            Some(compare::changes(of_text(&files), of_text(&new)))
        }
    }
}

fn of_text(files: &[(String, String)]) -> Vec<Resource> {
    // A parameter file declares no resource.
    files.iter().flat_map(|(_, text)| bicep::resources(text)).collect()
}

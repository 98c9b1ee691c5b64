//! `explain`: the page of a check. It must not know what a check looks at.

use clap::{Arg, ArgMatches};
use dsl::{Check, Example, Scenario};

use crate::Exit;
use crate::command::{CALL, Command};
use crate::session::Session;

pub(crate) const COMMAND: Command = Command { name: "explain", declare, run };

/// How alike two ids must be to suggest one for the other, from 0 to 1.
const ALIKE: f64 = 0.7;

fn declare(command: clap::Command, _: &[Scenario]) -> clap::Command {
    command
        .about("Explain a check by the id that its findings show, or list all checks")
        .arg(Arg::new("id").value_name("ID").help("Such as `duplicate-symbol`"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some(id) = matches.get_one::<String>("id") else {
        session.print(&list(&session.checks))?;
        return Ok(Exit::Fine);
    };
    if let Some(check) = session.checks.iter().find(|check| check.id() == id) {
        session.print(&page(*check))?;
        return Ok(Exit::Fine);
    }
    let message = format!("error: no check is called `{id}`{}", suggestion(&session.checks, id));
    session.note(message);
    Ok(Exit::Usage)
}

fn list(checks: &[Check]) -> String {
    let width = checks.iter().map(|check| check.id().len()).max().unwrap_or(0);
    checks
        .iter()
        .flat_map(|check| [format!("{:width$}  ", check.id()), check.page().summary.to_owned(), "\n".to_owned()])
        .collect()
}

fn suggestion(checks: &[Check], id: &str) -> String {
    let likeness = |check: &Check| strsim::jaro_winkler(id, check.id());
    match checks.iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other))) {
        Some(check) if likeness(check) > ALIKE => format!("\n  help: did you mean `{}`?", check.id()),
        _ => format!("\n  help: `{CALL} explain` lists all checks"),
    }
}

/// The page as text.
pub(crate) fn page(check: Check) -> String {
    let page = check.page();
    let allow = match page.constant {
        Some(constant) => allowed_by(constant),
        None => "It cannot be allowed.".to_owned(),
    };
    format!(
        "{}[{}]\n\n{}\n\n{}\n\nWhat to do: {}.\n\nThis is found:\n\n{}\nThis is not:\n\n{}\n{allow}\n",
        page.severity.name(),
        page.id,
        page.summary,
        page.why,
        page.help,
        indented(&page.wrong),
        indented(&page.right),
    )
}

fn allowed_by(constant: &str) -> String {
    format!(
        "Where it is right, allow it where the resource or construct is made, before it is added: `.allow({constant}, \"why\")`.\n\
         What a construct adds beside its main resource has a word of its own: `.adjust_plan(|plan| plan.allow(…))`."
    )
}

fn indented(example: &Example) -> String {
    let text = example.text();
    text.lines().flat_map(|line| [if line.is_empty() { "" } else { "    " }, line, "\n"]).collect()
}

//! `explain`: the page of a check, of a built-in role or of a type of resource, or a list of them. It must not know what stands
//! on a page.

mod check;
mod nearest;
mod resource_type;
mod role;

use azure::directory::ROLES;
use clap::{Arg, ArgMatches};
use dsl::Scenario;

use crate::command::{CALL, Command};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "explain", declare, run };

const EXAMPLES: [(&str, &str); 6] = [
    ("explain unused", "a check: what it finds and why, with examples"),
    ("explain Microsoft.KeyVault/vaults", "a type: its struct, and the roles that mean something on it"),
    ("explain \"Key Vault Secrets User\"", "a role: how to grant it, on what, and how to see its actions"),
    ("explain secrets", "whatever has that in its name"),
    ("explain --roles", "all built-in roles; --types lists all types"),
    ("explain", "all checks"),
];

fn declare(command: clap::Command, _: &[Scenario]) -> clap::Command {
    let example = |(args, what): (&str, &str)| format!("  {CALL} {args:36}  # {what}");
    let topic = Arg::new("topic").value_name("TOPIC").conflicts_with_all(["roles", "types"]);
    command
        .about("Explain a check, a built-in role or a type of resource, or list them")
        .after_help(format!("Examples:\n{}", EXAMPLES.map(example).join("\n")))
        .arg(topic.help("Id of a check, name or GUID of a role, or a type [default: list all checks]"))
        .arg(options::flag("roles").help("List the built-in roles: in Rust, and in the portal").conflicts_with("types"))
        .arg(options::flag("types").help("List the types that are structs; others are `dsl::raw`"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some(topic) = options::text(matches, "topic") else {
        let list = if matches.get_flag("roles") {
            table(ROLES.iter().map(|role| (role.ident, role.name)))
        } else if matches.get_flag("types") {
            resource_type::list()
        } else {
            table(session.checks.iter().map(|check| (check.id(), check.page().summary)))
        };
        return session.print(&list).map(|()| Exit::Fine);
    };
    if let Some(page) = page(session, topic)? {
        return session.print(&page).map(|()| Exit::Fine);
    }
    let found = nearest::containing(&session.checks, topic)?;
    if !found.is_empty() {
        session.note(format_args!("nothing is called `{topic}`; these have it in their names:"));
        return session.print(&table(found.iter().map(|it| (it.kind, it.name)))).map(|()| Exit::Fine);
    }
    let help = match nearest::nearest(&session.checks, topic)? {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("`{CALL} explain` lists all checks, with --roles the roles, with --types the types"),
    };
    session.note(format_args!("error: nothing is called `{topic}`\n  help: {help}"));
    Ok(Exit::Usage)
}

/// The page of what is called by that name, if anything is.
fn page(session: &Session, topic: &str) -> anyhow::Result<Option<String>> {
    if let Some(check) = session.checks.iter().find(|check| check.id() == topic) {
        return Ok(Some(check::page(*check)));
    }
    if let Some(role) = ROLES.iter().find(|role| role::is_called(role, topic)) {
        return Ok(Some(role::page(role)));
    }
    Ok(resource_type::page(topic)?)
}

/// Two columns.
fn table<'t>(rows: impl Iterator<Item = (&'t str, &'t str)> + Clone) -> String {
    let width = rows.clone().map(|(one, _)| one.len()).max().unwrap_or(0);
    rows.fold(String::new(), |table, (one, other)| format!("{table}{one:width$}  {other}\n"))
}

/// Lines below something.
fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |text, line| format!("{text}  {line}\n"))
}

//! The clap tree and the list of commands: one line for each. It must not know what a command does.

use clap::ArgMatches;
use dsl::Scenario;

use crate::session::Session;
use crate::{
    Exit, check, completions, deploy, destroy, diff, doctor, explain, generate, graph, lint, list, new, render, review,
    verify,
};

/// How a command is called in a shell, wherever a message names one.
pub(crate) const CALL: &str = "cargo run -p scenarios --";

/// The end of a command's help: command lines that can be run as they stand, for NAME becomes a scenario that there is. One of
/// a resource group is taken where there is one, for most is said about those.
pub(crate) fn examples<const N: usize>(scenarios: &[Scenario], lines: [&str; N]) -> String {
    let of_group = scenarios.iter().find(|it| it.scope() == "resourceGroup");
    let name = of_group.or(scenarios.first()).map_or("NAME", Scenario::name);
    let head = if N == 1 { "Example:" } else { "Examples:" };
    format!("{head}\n{}", lines.map(|line| format!("  {CALL} {}", line.replace("NAME", name))).join("\n"))
}

/// Every command except the scenarios, each of which is a command of its own.
const COMMANDS: &[Command] = &[
    list::COMMAND,
    render::COMMAND,
    generate::COMMAND,
    check::COMMAND,
    lint::COMMAND,
    review::COMMAND,
    graph::COMMAND,
    diff::COMMAND,
    explain::COMMAND,
    deploy::COMMAND,
    destroy::COMMAND,
    doctor::COMMAND,
    completions::COMMAND,
    verify::COMMAND,
    new::COMMAND,
];

/// What a command file offers to this list.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    pub(crate) declare: fn(clap::Command, &[Scenario]) -> clap::Command,
    pub(crate) run: fn(&mut Session, &ArgMatches) -> anyhow::Result<Exit>,
}

/// The whole command line. No scenario is built for it.
pub(crate) fn tree(scenarios: &[Scenario]) -> clap::Command {
    clap::Command::new("scenarios")
        .about("Typed Azure scenarios that print Bicep")
        .after_help(examples(scenarios, ["NAME > main.bicep"]))
        .version(env!("CARGO_PKG_VERSION"))
        // Help has its own line breaks. Otherwise it would be wrapped or not as the features of clap are unified.
        .term_width(0)
        .arg_required_else_help(true)
        .subcommand_required(true)
        .subcommand_value_name("NAME|COMMAND")
        .subcommand_help_heading("Scenarios and commands")
        .subcommands(scenarios.iter().map(render::declare_named))
        .subcommands(COMMANDS.iter().map(|command| (command.declare)(clap::Command::new(command.name), scenarios)))
}

/// Whether a scenario of this name could not be told from a command; `help` is clap's own.
pub(crate) fn is_reserved(name: &str) -> bool {
    name == "help" || COMMANDS.iter().any(|command| command.name == name)
}

/// Runs what was asked for: a command of the list, or else a scenario.
pub(crate) fn dispatch(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let (name, matches) = matches.subcommand().expect("clap requires a subcommand");
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(session, matches),
        None => render::run_named(session, name, matches),
    }
}

#[cfg(test)]
mod tests {
    /// Clap checks a subcommand only when it is used; this checks all of them.
    #[test]
    fn clap_accepts_the_tree() {
        super::tree(&[]).debug_assert();
    }
}

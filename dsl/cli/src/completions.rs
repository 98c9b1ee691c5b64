//! `completions`: what makes a shell complete commands, options and the names of scenarios. It must not know any of them: the
//! shell asks this program anew each time.

use anyhow::Context;
use clap::{Arg, ArgMatches};
use clap_complete::CompleteEnv;
use clap_complete::env::Shells;
use dsl::Scenario;

use crate::command::{self, Command};
use crate::session::Session;
use crate::{Exit, names};

pub(crate) const COMMAND: Command = Command { name: "completions", declare, run };

/// By this variable a shell says that it asks, and which one it is.
const VARIABLE: &str = "COMPLETE";

const HELP: &str = "The script completes `scenarios`, not `cargo run`. So put the program into PATH first, and again when scenarios have been added:
  cargo install --path scenarios

Examples:
  bash        source <(scenarios completions bash)                       # in ~/.bashrc
  zsh         source <(scenarios completions zsh)                        # in ~/.zshrc
  fish        scenarios completions fish | source                        # in ~/.config/fish/config.fish
  powershell  scenarios completions powershell | Out-String | Invoke-Expression  # in $PROFILE
  elvish      eval (scenarios completions elvish | slurp)                # in ~/.elvish/rc.elv";

fn declare(command: clap::Command, _: &[Scenario]) -> clap::Command {
    let shells: Vec<_> = Shells::builtins().names().collect();
    command
        .about("Print what makes a shell complete commands and names of scenarios")
        .after_help(HELP)
        .arg(Arg::new("shell").value_name("SHELL").required(true).value_parser(shells).help("Which shell"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let shell = matches.get_one::<String>("shell").map_or("", String::as_str);
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(shell) {
        let (bin, program) = ("scenarios", "scenarios");
        completer.write_registration(VARIABLE, bin, bin, program, &mut script).context("cannot write the script")?;
    }
    session.print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}

/// Answers a shell that asks what can stand at a place of a command line, and ends the process; nothing if none asks.
pub(crate) fn answer(scenarios: &[Scenario]) {
    if names::problems(scenarios).is_empty() {
        CompleteEnv::with_factory(|| command::tree(scenarios)).var(VARIABLE).complete();
    }
}

//! The clap tree and the list of commands: one line for each. It must not know what a command does.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use terminal::Streams;

use crate::{Exit, add, extension, generate, list, module, remove, show, update};

const COMMANDS: [Command; 8] = [
    add::COMMAND,
    extension::COMMAND,
    generate::COMMAND,
    list::COMMAND,
    module::COMMAND,
    remove::COMMAND,
    show::COMMAND,
    update::COMMAND,
];

/// What a command file offers to this list.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    pub(crate) declare: fn(clap::Command) -> clap::Command,
    pub(crate) run: fn(&mut Streams<'_>, &ArgMatches) -> anyhow::Result<Exit>,
}

/// The whole command line.
pub(crate) fn tree() -> clap::Command {
    let package =
        Arg::new("package").long("package").value_name("DIR").value_parser(value_parser!(PathBuf)).global(true);
    clap::Command::new("typegen")
        .about("Azure's resource types: search them, show them, make them structs of Rust")
        .after_help("Example:\n  cargo run -p typegen -- show Microsoft.Search/searchServices")
        .version(env!("CARGO_PKG_VERSION"))
        .arg_required_else_help(true)
        .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help("Whether the catalogue is fresh"))
        .arg(package.help("Package whose catalogue is meant [default: dsl/azure]"))
        .subcommands(COMMANDS.map(|command| (command.declare)(clap::Command::new(command.name))))
}

/// Runs what was asked for.
pub(crate) fn dispatch(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let Some((name, matches)) = matches.subcommand() else { return generate::check(streams, matches) };
    let command = COMMANDS.iter().find(|command| command.name == name).expect("clap knows no other commands");
    (command.run)(streams, matches)
}

/// Says what clap has to say: a usage error, or the help that was asked for.
pub(crate) fn refuse(streams: &mut Streams<'_>, refusal: &clap::Error) -> anyhow::Result<Exit> {
    let text = refusal.render().to_string();
    if refusal.use_stderr() {
        streams.note(text.trim_end());
        return Ok(Exit::Usage);
    }
    streams.print(&text).map(|()| Exit::Fine)
}

#[cfg(test)]
mod tests {
    /// Clap checks a subcommand only when it is used; this checks all of them.
    #[test]
    fn clap_accepts_the_tree() {
        super::tree().debug_assert();
    }
}

//! Every command of the `scenarios` binary, as a library: the only layer that touches disk, processes and terminals.
//! It must not know how a graph becomes text: it asks a [`Scenario`] for its bundle and carries the texts.
//!
//! A binary is three lines, `fn main() -> ExitCode { cli::main(&scenarios::all()) }`, and a new command is one file and
//! one line in `command.rs`.

mod command;
mod diff;
mod error;
mod generate;
mod list;
mod names;
mod plan;
mod render;
mod root;
mod session;
mod write;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use dsl::Scenario;

pub use terminal::Exit;

use crate::session::Session;

/// Runs the command that the arguments of this process name, on its standard streams.
pub fn main(scenarios: &[Scenario]) -> ExitCode {
    run(scenarios, env::args_os(), &mut io::stdout(), &mut io::stderr()).into()
}

/// Runs the command that `args` name; the first argument is the program, as in [`env::args_os`].
///
/// Results go to `stdout`, everything else to `stderr`; what went wrong has been told there when this returns.
pub fn run(
    scenarios: &[Scenario],
    args: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    let mut session = Session::new(scenarios, stdout, stderr);
    let done = match parse(scenarios, args) {
        Ok(matches) => command::dispatch(&mut session, &matches),
        Err(refusal) => refusal.tell(&mut session),
    };
    done.unwrap_or_else(|error| {
        session.note(error::describe(&error));
        Exit::Failure
    })
}

/// Why no command is run.
enum Refusal {
    /// The scenarios cannot be told from each other or from the commands.
    Names(Vec<String>),
    /// Clap has something to say: a usage error, or the help that was asked for.
    Clap(clap::Error),
}

impl Refusal {
    fn tell(self, session: &mut Session) -> anyhow::Result<Exit> {
        match self {
            Self::Names(problems) => problems.iter().for_each(|problem| session.note(format_args!("error: {problem}"))),
            Self::Clap(error) if error.use_stderr() => session.note(error.render().to_string().trim_end()),
            Self::Clap(help) => return session.print(&help.render().to_string()).map(|()| Exit::Fine),
        }
        Ok(Exit::Usage)
    }
}

fn parse(scenarios: &[Scenario], args: impl IntoIterator<Item = OsString>) -> Result<ArgMatches, Refusal> {
    // Clap asserts that names are distinct, so it must not see them before they are checked.
    let problems = names::problems(scenarios);
    if !problems.is_empty() {
        return Err(Refusal::Names(problems));
    }
    command::tree(scenarios).try_get_matches_from(args).map_err(Refusal::Clap)
}

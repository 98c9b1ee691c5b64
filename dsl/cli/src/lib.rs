//! Every command of the `scenarios` binary, as a library: the only layer that touches disk, processes and terminals.
//! It must not know how a graph becomes text: it asks a [`Scenario`] for its bundle and carries the texts.
//!
//! A binary is three lines, `fn main() -> ExitCode { cli::main(&scenarios::all(), &azure::check::all()) }`, and a new command is one file and
//! one line in `command.rs`.

mod az;
mod azd;
mod check;
mod command;
mod completions;
mod deploy;
mod destroy;
mod diff;
mod doctor;
mod draw;
mod error;
mod explain;
mod generate;
mod graph;
mod layout;
mod lint;
mod linter;
mod list;
mod names;
mod new;
mod options;
mod parameter_set;
mod plan;
mod question;
mod render;
mod review;
mod root;
mod sarif;
mod secrets;
mod session;
mod unified;
mod verify;
mod write;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use dsl::{Check, Scenario};

pub use terminal::Exit;

use crate::session::Session;

/// Runs the command that the arguments of this process name, on its standard streams; `checks` are those to explain.
pub fn main(scenarios: &[Scenario], checks: &[Check]) -> ExitCode {
    completions::answer(scenarios);
    let is_colored = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let manner = (is_colored, io::stdin().is_terminal());
    let (stdout, stderr) = (&mut io::stdout(), &mut io::stderr());
    run_in(&mut Session::new(scenarios, checks.to_vec(), manner, stdout, stderr), env::args_os()).into()
}

/// Runs the command that `args` name; the first argument is the program, as in [`env::args_os`].
///
/// Results go to `stdout`, everything else to `stderr`, without colours and questions; what went wrong has been told there when this
/// returns.
pub fn run(
    scenarios: &[Scenario],
    args: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    run_in(&mut Session::new(scenarios, Check::all(), (false, false), stdout, stderr), args)
}

fn run_in(session: &mut Session, args: impl IntoIterator<Item = OsString>) -> Exit {
    let done = match parse(session.scenarios, args) {
        Ok(matches) => command::dispatch(session, &matches),
        Err(refusal) => refusal.tell(session),
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

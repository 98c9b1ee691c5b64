//! Facts of Azure's resource types: brought into the project, searched and shown. It must not know any scenario.
//!
//! `update` reads the official format and writes the data of the package `types`; the other commands read that.

mod add;
mod catalogue;
mod command;
mod compare;
mod describe;
mod error;
mod extension;
mod folder;
mod generate;
mod list;
mod merge;
mod module;
mod official;
mod page;
mod registry;
mod remove;
mod rust;
mod show;
mod tree;
mod update;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

pub use terminal::Exit;
use terminal::Streams;

/// Runs the command that the arguments of this process name, on its standard streams.
pub fn main() -> ExitCode {
    run(env::args_os(), &mut io::stdout(), &mut io::stderr()).into()
}

/// Runs the command that `args` name; the first argument is the program, as in [`env::args_os`].
///
/// Results go to `stdout`, everything else to `stderr`; what went wrong has been told there when this returns.
pub fn run(args: impl IntoIterator<Item = OsString>, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
    let mut streams = Streams::new(stdout, stderr);
    let done = match command::tree().try_get_matches_from(args) {
        Ok(matches) => command::dispatch(&mut streams, &matches),
        Err(refusal) => command::refuse(&mut streams, &refusal),
    };
    done.unwrap_or_else(|error| {
        streams.note(error::describe(&error));
        error::exit(&error)
    })
}

//! The command `scenarios`: all it does is in `cli`, all it knows is the list of scenarios.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(&scenarios::all())
}

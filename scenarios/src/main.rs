//! The command `scenarios`: all it does is in `cli`, all it knows is the lists of scenarios and checks.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(&scenarios::all(), &azure::check::all())
}

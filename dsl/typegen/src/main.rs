//! The command `typegen`: all it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    typegen::main()
}

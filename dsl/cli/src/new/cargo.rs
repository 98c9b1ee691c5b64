//! Runs cargo, and shows what it says. It must not know what for.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context;

use crate::Exit;
use crate::session::Session;

/// Runs a command of cargo in a folder; where it fails, the command is shown to run it again.
pub(super) fn run(session: &mut Session, folder: &Path, args: &[&str]) -> anyhow::Result<Exit> {
    let line = format!("cargo {}", args.join(" "));
    if cfg!(windows) {
        // Windows does not let a program be replaced while it runs.
        session.note(format_args!("now run `{line}`"));
        return Ok(Exit::Fine);
    }
    session.note(format_args!("running `{line}`"));
    let is_done = show(session, command(folder, args)).with_context(|| format!("cannot run `{line}`"));
    if matches!(is_done, Ok(true)) {
        return Ok(Exit::Fine);
    }
    session
        .note(format_args!("error: all files are written, and then `{line}` failed: run it again when that is mended"));
    is_done.map(|_| Exit::Failure)
}

/// The cargo by which this program was started, if it was.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

fn show(session: &mut Session, mut command: Command) -> anyhow::Result<bool> {
    let mut child = command.spawn()?;
    let lines = child.stderr.take().into_iter().flat_map(|stderr| BufReader::new(stderr).lines());
    for line in lines {
        session.note(line?);
    }
    Ok(child.wait()?.success())
}

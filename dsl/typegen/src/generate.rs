//! `generate`: all files of the catalogue anew, or with `--check` whether they are fresh. `add` and `remove` end here too.
//! It must not know what is in a file.

use std::fs;
use std::path::Path;

use anyhow::Context;
use clap::{Arg, ArgAction, ArgMatches};
use terminal::{Streams, file};

use crate::Exit;
use crate::catalogue::{self, List};
use crate::command::Command;

pub(crate) const COMMAND: Command = Command { name: "generate", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let check = Arg::new("check").long("check").action(ArgAction::SetTrue);
    command
        .about("Write all files of the catalogue anew")
        .arg(check.help("Write nothing: exit with 1 if a file is stale (also `typegen --check`)"))
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    if matches.get_flag("check") {
        return check(streams, matches);
    }
    let package = catalogue::package(matches)?;
    apply(streams, &package, &List::read(&package)?)
}

/// Whether every file of the catalogue is what would be written.
pub(crate) fn check(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let package = catalogue::package(matches)?;
    let files = catalogue::files(&package, &List::read(&package)?)?;
    let stale = files.iter().filter(|(path, text)| !is_same(path, text)).map(|(path, _)| path.clone());
    let left = catalogue::generated(&package)?.into_iter().filter(|path| !files.contains_key(path));
    let stale: Vec<_> = stale.chain(left).collect();
    for path in &stale {
        streams.note(format_args!("stale: {}", path.strip_prefix(&package).unwrap_or(path).display()));
    }
    if stale.is_empty() {
        streams.note(format_args!("{} files are fresh", files.len()));
        return Ok(Exit::Fine);
    }
    streams.note("error: the catalogue is not what its list says: run `cargo run -p typegen -- generate`");
    Ok(Exit::Failure)
}

/// Writes what differs, and removes what is generated no longer.
pub(crate) fn apply(streams: &mut Streams<'_>, package: &Path, list: &List) -> anyhow::Result<Exit> {
    let files = catalogue::files(package, list)?;
    let mut changed = 0;
    for (path, text) in files.iter().filter(|(path, text)| !is_same(path, text)) {
        let folder = path.parent().unwrap_or(package);
        fs::create_dir_all(folder).with_context(|| format!("cannot make `{}`", folder.display()))?;
        file::replace(path, text.as_bytes())?;
        changed += 1;
    }
    for path in catalogue::generated(package)?.into_iter().filter(|path| !files.contains_key(path)) {
        fs::remove_file(&path).with_context(|| format!("cannot remove `{}`", path.display()))?;
        // A folder that still holds something refuses to go.
        path.parent().map(fs::remove_dir);
        changed += 1;
    }
    streams.note(format_args!("{changed} of {} files changed", files.len()));
    Ok(Exit::Fine)
}

fn is_same(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|old| old == text)
}

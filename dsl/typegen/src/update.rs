//! `update`: from a folder in the official format to the data of the package `types`, or with `--check` whether the data
//! says what the folder says. It must not know what a type consists of.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, bail, ensure};
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use terminal::{Streams, file};
use types::{Catalogue, Provider, Scopes, choose, idle_exceptions, pack};

use crate::command::Command;
use crate::folder::Folder;
use crate::merge::merge;
use crate::{Exit, compare};

pub(crate) const COMMAND: Command = Command { name: "update", declare, run };

/// The data, seen from the root.
const DATA: &str = "dsl/types/data/types.bin";
/// More would be too much for a repository.
const LIMIT: usize = 1_500_000;

fn declare(command: clap::Command) -> clap::Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    command
        .about("Rewrite the data from a folder in the official format")
        .arg(path("path").value_name("PATH").required(true).help("Folder with `index.json`, or `generated` in it"))
        .arg(path("out").long("out").value_name("FILE").help("File to write or check [default: that of `types`]"))
        .arg(flag("newest").help("Leave out what is not chosen when nobody names a version"))
        .arg(flag("check").help("Write nothing: compare the data with the folder, and exit with 1 if it is stale"))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let path: &PathBuf = matches.get_one("path").context("clap requires a path")?;
    let mut folder = Folder::open(path)?;
    if matches.get_flag("newest") {
        folder.keep_chosen();
    }
    let out = matches.get_one("out").cloned().map_or_else(data_file, Ok)?;
    let data = build(&folder)?;
    streams.note(summary(&Catalogue::read(&data)?, &data)?);
    if matches.get_flag("check") { check(streams, &out, &data) } else { apply(streams, &out, &data) }
}

/// The data for a folder, proved to say the same, property by property.
fn build(folder: &Folder) -> anyhow::Result<Vec<u8>> {
    let official: Vec<_> = folder.namespaces().map(|it| folder.provider(it)).collect::<anyhow::Result<_>>()?;
    let merged: Vec<_> = official.iter().map(merge).collect::<Result<_, _>>()?;
    let data = pack(&merged);
    prove(&Catalogue::read(&data)?, &official)?;
    ensure!(
        data.len() <= LIMIT,
        "the data would have {} bytes, {LIMIT} are allowed: leave older versions out with `--newest`",
        data.len()
    );
    Ok(data)
}

fn prove(catalogue: &Catalogue<'_>, official: &[Provider]) -> anyhow::Result<()> {
    for official in official {
        let read = catalogue.provider(official.namespace())?;
        if let Some(difference) = compare::difference(official, &read) {
            bail!("the data would not say what the folder says: {difference}");
        }
    }
    let problems = idle_exceptions(catalogue);
    ensure!(problems.is_empty(), "mend `EXCEPTIONS` in `dsl/types/src/choice.rs`:\n  {}", problems.join("\n  "));
    Ok(())
}

fn check(streams: &mut Streams<'_>, out: &Path, data: &[u8]) -> anyhow::Result<Exit> {
    if read(out)?.as_deref() == Some(data) {
        streams.note(format_args!("fresh {}, equal to the folder property by property", out.display()));
        return Ok(Exit::Fine);
    }
    streams.note(format_args!("error: `{}` is stale: run the same command without `--check`", out.display()));
    Ok(Exit::Failure)
}

fn apply(streams: &mut Streams<'_>, out: &Path, data: &[u8]) -> anyhow::Result<Exit> {
    let is_fresh = read(out)?.as_deref() == Some(data);
    if !is_fresh {
        file::replace(out, data)?;
    }
    streams.note(format_args!("{} {}", if is_fresh { "unchanged" } else { "wrote" }, out.display()));
    Ok(Exit::Fine)
}

fn read(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).with_context(|| format!("cannot read `{}`", path.display())),
    }
}

/// The file of the package `types` in the repository that the working directory is in.
fn data_file() -> anyhow::Result<PathBuf> {
    let here = env::current_dir().context("cannot tell what the working directory is")?;
    let root = here.ancestors().find(|folder| folder.join("dsl/types/Cargo.toml").is_file());
    let root =
        root.context("the working directory is not in the repository: go there, or name a file by `--out FILE`")?;
    Ok(root.join(DATA))
}

fn summary(catalogue: &Catalogue<'_>, data: &[u8]) -> anyhow::Result<String> {
    let providers: Vec<_> = catalogue.namespaces().map(|it| catalogue.provider(it)).collect::<Result<_, _>>()?;
    let chosen = catalogue.types().filter_map(|versions| choose(&versions.iter().collect::<Vec<_>>()));
    let (writable, only_readable): (Vec<_>, Vec<_>) =
        chosen.map(|it| it.writable_scopes).partition(|scopes| !Scopes::is_empty(*scopes));
    let functions = providers.iter().flat_map(Provider::resources).map(|it| it.functions.len()).sum::<usize>();
    Ok(format!(
        "{} providers, {} types ({} writable), {} with all versions\n{} list functions, {} shapes, {} bytes",
        providers.len(),
        writable.len() + only_readable.len(),
        writable.len(),
        catalogue.entries().count(),
        functions,
        providers.iter().map(|it| it.types().len()).sum::<usize>(),
        data.len(),
    ))
}

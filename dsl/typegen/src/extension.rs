//! `extension`: the resources of an extension of Bicep, as structs of Rust. It must not know how one is written.

mod contents;
mod source;

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, ArgMatches};
use terminal::Streams;

use self::source::Source;
use crate::Exit;
use crate::command::Command;
use crate::rust::{self, Extension};

pub(crate) const COMMAND: Command = Command { name: "extension", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let source = Arg::new("source").value_name("PATH|REFERENCE").required(true);
    let types = Arg::new("types").value_name("TYPE").action(ArgAction::Append);
    command
        .about("Print the types of an extension as structs of Rust, so that a wrong property does not compile")
        .arg(source.help("A folder with an `index.json`, that file, a `.tgz`, or a reference that begins with `br:`"))
        .arg(types.help("The types that are wanted, with or without `@version` [default: all]"))
        .after_help(
            "The files are those that `bicep publish-extension` takes, or the one that it packs. A reference is looked up\n\
             in the cache of the compiler, which `bicep restore` fills.\n\n\
             Example:\n  cargo run -p typegen -- extension extensions/contoso.tgz > src/contoso.rs",
        )
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let source: &String = matches.get_one("source").context("clap requires a source")?;
    let types: Vec<&String> = matches.get_many("types").into_iter().flatten().collect();
    let extension = Source::open(source).and_then(|it| contents::read(&it));
    let extension = extension.with_context(|| format!("cannot read the extension `{source}`"))?;
    let wanted = wanted(&extension, &types)?;
    streams.print(&rust::extension_file(&extension, &wanted)?)?;
    Ok(Exit::Fine)
}

/// The full names of the types that are asked for; all of them where none is.
fn wanted<'e>(extension: &'e Extension, types: &[&String]) -> anyhow::Result<Vec<&'e str>> {
    let names = extension.provider.resources().iter().map(|it| &*it.name);
    let is_meant = |name: &str, ty: &str| {
        let short = name.rsplit_once('@').map_or(name, |(short, _)| short);
        name.eq_ignore_ascii_case(ty) || short.eq_ignore_ascii_case(ty)
    };
    if let Some(unknown) = types.iter().find(|ty| !names.clone().any(|name| is_meant(name, ty))) {
        let all: Vec<_> = names.collect();
        bail!("the extension has no type `{unknown}`; it has: {}", all.join(", "));
    }
    Ok(names.filter(|name| types.is_empty() || types.iter().any(|ty| is_meant(name, ty))).collect())
}

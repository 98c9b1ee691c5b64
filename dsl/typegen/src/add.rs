//! `add`: resource types into the catalogue, each with those that it is declared under. It must not know how a type is
//! written in Rust.

use anyhow::Context;
use clap::{Arg, ArgMatches};
use terminal::Streams;

use crate::catalogue::{self, List};
use crate::command::Command;
use crate::{Exit, generate};

pub(crate) const COMMAND: Command = Command { name: "add", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let types = Arg::new("types").value_name("TYPE[@VERSION]").required(true).num_args(1..);
    command
        .about("Add resource types to the catalogue, as structs of Rust")
        .arg(types.help("Types, such as `Microsoft.Search/searchServices`; see `list`"))
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let package = catalogue::package(matches)?;
    let mut list = List::read(&package)?;
    for wanted in matches.get_many::<String>("types").context("clap requires a type")? {
        let (name, version) = wanted.split_once('@').map_or((wanted.as_str(), None), |(name, it)| (name, Some(it)));
        let added = list.add(name, version)?;
        if added.is_empty() {
            streams.note(format_args!("`{wanted}` is in the catalogue already"));
        }
        for it in &added {
            let name = it.split('@').next().unwrap_or_default();
            streams.note(format_args!("added {it}: {}", list.rust(name)?.unwrap_or_default()));
        }
    }
    generate::apply(streams, &package, &list)
}

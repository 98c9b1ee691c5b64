//! `remove`: resource types out of the catalogue. It must not know how a type is written in Rust.

use anyhow::Context;
use clap::{Arg, ArgMatches};
use terminal::Streams;

use crate::catalogue::{self, List};
use crate::command::Command;
use crate::{Exit, generate};

pub(crate) const COMMAND: Command = Command { name: "remove", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let types = Arg::new("types").value_name("TYPE").required(true).num_args(1..);
    command.about("Remove resource types from the catalogue").arg(types.help("Types that are in the catalogue"))
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let package = catalogue::package(matches)?;
    let mut list = List::read(&package)?;
    for name in matches.get_many::<String>("types").context("clap requires a type")? {
        let removed = list.remove(name)?;
        streams.note(format_args!("removed {removed}"));
    }
    generate::apply(streams, &package, &list)
}

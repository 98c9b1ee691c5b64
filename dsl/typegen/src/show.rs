//! `show`: one resource type as a page. It must not know what stands on it.

use anyhow::Context;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use terminal::Streams;
use types::catalogue;

use crate::Exit;
use crate::catalogue::{List, package};
use crate::command::Command;
use crate::page::{Extent, page};

pub(crate) const COMMAND: Command = Command { name: "show", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let ty = Arg::new("type").value_name("TYPE[@VERSION]").required(true);
    let depth = Arg::new("depth").long("depth").value_name("N").default_value("3").value_parser(value_parser!(u16));
    let all = Arg::new("all-values").long("all-values").action(ArgAction::SetTrue);
    command
        .about("Show what is known about a resource type")
        .arg(ty.help("Type, such as `Microsoft.Search/searchServices`; see `list`"))
        .arg(depth.help("How many levels of properties to show"))
        .arg(all.help("Show all values of long enums"))
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let wanted: &String = matches.get_one("type").context("clap requires a type")?;
    let depth = matches.get_one::<u16>("depth").copied().map_or(3, usize::from);
    let (name, version) = wanted.split_once('@').map_or((wanted.as_str(), None), |(name, it)| (name, Some(it)));
    let catalogue = catalogue()?;
    let (provider, resource) = catalogue.find(name, version)?;
    let extent = Extent { depth: depth.max(1), all_values: matches.get_flag("all-values") };
    streams.print(&page(catalogue, &provider, &resource, &rust(matches, &resource.name)?, extent))?;
    Ok(Exit::Fine)
}

/// Where the type is found in Rust; outside a repository there is no catalogue.
fn rust(matches: &ArgMatches, name: &str) -> anyhow::Result<String> {
    let Ok(package) = package(matches) else { return Ok("no catalogue here".to_owned()) };
    let known = List::read(&package)?.rust(name)?;
    Ok(known.unwrap_or_else(|| format!("not in the catalogue; `cargo run -p typegen -- add {name}` adds it")))
}

//! `module`: the params and outputs of a module that is there already, as a struct of Rust. It must not know how one is
//! written.

mod found;
mod interface;
mod names;
mod reader;
mod rust;
mod schema;

use anyhow::Context;
use clap::{Arg, ArgMatches};
use terminal::Streams;

use crate::Exit;
use crate::command::Command;

pub(crate) const COMMAND: Command = Command { name: "module", declare, run };

fn declare(command: clap::Command) -> clap::Command {
    let source = Arg::new("source").value_name("PATH|REFERENCE").required(true);
    let name = Arg::new("name").long("name").value_name("NAME");
    command
        .about("Print a module as a struct of Rust, so that a wrong param does not compile")
        .arg(source.help("A file `.json` or `.bicep`, a reference such as `br/public:avm/res/…:1.0.0`, or a template spec `ts:…`"))
        .arg(name.help("What the struct is called [default: after the file]"))
        .after_help(
            "A `.bicep` file is compiled, so the official compiler has to be there: in BICEP, in PATH or in ~/.azure/bin. A reference is\n\
             looked up in the cache of the compiler, which `bicep restore` fills.\n\n\
             Example:\n  cargo run -p typegen -- module modules/storage.bicep >> src/storage.rs",
        )
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let source: &String = matches.get_one("source").context("clap requires a source")?;
    let found = found::find(source)?;
    let interface = reader::read(&found.template).with_context(|| format!("cannot read the module `{source}`"))?;
    let name = matches.get_one::<String>("name").cloned().unwrap_or_else(|| found.name.clone());
    streams.print(&rust::write(&found, &name, &interface))?;
    Ok(Exit::Fine)
}

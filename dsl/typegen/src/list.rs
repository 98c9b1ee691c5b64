//! `list`: the types whose names contain a text, as a table. It must not know what a type consists of.

use clap::{Arg, ArgMatches};
use terminal::Streams;
use types::{Entry, Scopes, catalogue, choose};

use crate::Exit;
use crate::command::Command;

pub(crate) const COMMAND: Command = Command { name: "list", declare, run };

const HEADS: [&str; 5] = ["TYPE", "VERSION", "OTHERS", "WRITABLE", "READABLE"];

fn declare(command: clap::Command) -> clap::Command {
    let filter = Arg::new("filter").value_name("FILTER").help("Text that the names contain, in any case");
    command.about("List the resource types").arg(filter)
}

fn run(streams: &mut Streams<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let filter = matches.get_one("filter").map_or("", String::as_str);
    let rows = rows(filter)?;
    if rows.is_empty() {
        streams.note(format_args!("error: no resource type has `{filter}` in its name"));
        return Ok(Exit::Failure);
    }
    streams.print(&table(&rows))?;
    streams.note(format_args!("{} types", rows.len()));
    Ok(Exit::Fine)
}

fn rows(filter: &str) -> anyhow::Result<Vec<[String; 5]>> {
    let filter = filter.to_ascii_lowercase();
    let types = catalogue()?.types().filter_map(|versions| {
        let chosen = choose(&versions.iter().collect::<Vec<_>>())?;
        chosen.name.to_ascii_lowercase().contains(&filter).then(|| row(chosen, versions.len() - 1))
    });
    Ok(types.collect())
}

fn row(entry: &Entry, others: usize) -> [String; 5] {
    let others = if others == 0 { "-".to_owned() } else { format!("+{others}") };
    let scopes = [entry.writable_scopes, entry.readable_scopes].map(scopes);
    let [writable, readable] = scopes;
    [entry.name.clone(), entry.api_version.clone(), others, writable, readable]
}

/// The scopes in the few characters that a table has.
fn scopes(scopes: Scopes) -> String {
    match (scopes.is_empty(), scopes.bits() == 31) {
        (true, _) => "-".to_owned(),
        (_, true) => "all".to_owned(),
        _ => scopes.names().collect::<Vec<_>>().join(", "),
    }
}

fn table(rows: &[[String; 5]]) -> String {
    let heads = HEADS.map(str::to_owned);
    let all = || [&heads].into_iter().chain(rows);
    let width = |column: usize| all().map(|row| row[column].len()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3, 4].map(width);
    let line = |row: &[String; 5]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}  "));
        cells.collect::<String>().trim_end().to_owned() + "\n"
    };
    all().map(line).collect()
}

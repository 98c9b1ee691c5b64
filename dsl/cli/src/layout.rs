//! The option `--layout`. It must not know how a layout cuts a graph.

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, ValueEnum};
use dsl::Layout;

#[derive(Clone, Copy)]
struct Named(&'static str, &'static str, Layout);

const LAYOUTS: &[Named] = &[
    Named(
        "single",
        "One file, and more only for what is deployed to another scope or repeated as a whole",
        Layout::Single,
    ),
    Named("modules", "A file for each `g.module`", Layout::Modules),
    Named("sharded", "As many files as it takes to stay inside the limits of Azure Resource Manager", Layout::Sharded),
];

impl ValueEnum for Named {
    fn value_variants<'a>() -> &'a [Self] {
        LAYOUTS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0).help(self.1))
    }
}

/// The option, with what its help says of the modules.
pub(crate) fn option(modules: &'static str) -> Arg {
    let arg = Arg::new("layout").long("layout").value_name("LAYOUT").value_parser(clap::value_parser!(Named));
    arg.help(format!("How the graph is cut into files [default: what the scenario says]; {modules}"))
}

/// What was asked for, if anything was.
pub(crate) fn read(matches: &ArgMatches) -> Option<Layout> {
    matches.get_one::<Named>("layout").map(|named| named.2)
}

/// The option as it was given, for a command line that is shown.
pub(crate) fn words(layout: Option<Layout>) -> String {
    let named = LAYOUTS.iter().find(|named| Some(named.2) == layout);
    named.map(|named| format!(" --layout {}", named.0)).unwrap_or_default()
}

//! What the command lines of several commands have in common: names of scenarios, and forms of what is printed. It must not
//! know any command.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use dsl::Scenario;

/// The scenario that a command is about.
pub(crate) fn name(scenarios: &[Scenario]) -> Arg {
    named(scenarios).required(true).help("The scenario; see `list`")
}

/// The scenarios that a command is about, or all of them, with what is said about either.
pub(crate) fn names(command: Command, scenarios: &[Scenario], some: &'static str, every: &'static str) -> Command {
    command
        .arg(named(scenarios).action(ArgAction::Append).num_args(1..).help(some))
        .arg(flag("all").help(every))
        .group(ArgGroup::new("which").args(["name", "all"]).required(true))
}

fn named(scenarios: &[Scenario]) -> Arg {
    let names = PossibleValuesParser::new(scenarios.iter().map(|scenario| scenario.name().to_owned()));
    Arg::new("name").value_name("NAME").value_parser(names).hide_possible_values(true)
}

/// The scenarios that are named, in the order of their list.
pub(crate) fn wanted<'s>(scenarios: &'s [Scenario], matches: &ArgMatches) -> Vec<&'s Scenario> {
    let names: Vec<_> = matches.get_many::<String>("name").into_iter().flatten().collect();
    let is_wanted = |it: &&Scenario| matches.get_flag("all") || names.iter().any(|name| *name == it.name());
    scenarios.iter().filter(is_wanted).collect()
}

/// The form of what is printed: the first one, unless another is asked for.
pub(crate) fn format<const N: usize>(forms: [&'static str; N], help: &'static str) -> Arg {
    valued("format", "FORMAT").default_value(forms[0]).value_parser(forms).help(help)
}

/// Whether what is printed is for programs.
pub(crate) fn is_json(matches: &ArgMatches) -> bool {
    text(matches, "format") == Some("json")
}

/// An option without a value.
pub(crate) fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// An option with a value.
pub(crate) fn valued(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

/// The text of an option, if it is given.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

//! The options that say where a scenario is deployed, for every command that has to do with that. It must not ask Azure.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgMatches};
use dsl::Scenario;

use super::Refused;
use super::target::{Place, Target};
use crate::options::{self, flag, text, valued};

/// The scenario, and the options of its place; `region` says what the command has a region for.
pub(crate) fn declare(command: clap::Command, scenarios: &[Scenario], region: &'static str) -> clap::Command {
    // An empty text is what a pipeline makes of a variable that nobody has set.
    let valued = |name, value| valued(name, value).value_parser(NonEmptyStringValueParser::new());
    command
        .arg(options::name(scenarios))
        .arg(
            valued("resource-group", "RG")
                .short('g')
                .help("The resource group, where the scope of NAME is one [default: rg-NAME]"),
        )
        .arg(valued("management-group", "ID").short('m').help("The management group, where the scope of NAME is one"))
        .arg(valued("location", "L").short('l').help(region))
        .arg(valued("subscription", "NAME|ID").help("Another subscription than that of `az account show`"))
}

/// The option that chooses a deployment stack.
pub(crate) fn stack(help: &'static str) -> Arg {
    flag("stack").help(help)
}

pub(crate) fn yes() -> Arg {
    flag("yes").short('y').help("Do not ask; for pipelines")
}

/// Where the options say; what the scenario's scope has no use for is refused, for somebody meant something by it.
pub(crate) fn target(scenario: &Scenario, matches: &ArgMatches, is_stack: bool) -> Result<Target, Refused> {
    let (name, scope) = (scenario.name().to_owned(), scenario.scope());
    for (option, only) in [("resource-group", "resourceGroup"), ("management-group", "managementGroup")] {
        if scope != only && text(matches, option).is_some() {
            let message = format!("the scope of `{name}` is a {scope}, so there is no --{option}");
            return Err(Refused::new(message, format!("leave --{option} out")));
        }
    }
    if scope == "tenant" && is_stack {
        return Err(Refused::new("there are no deployment stacks of a tenant", "leave --stack out"));
    }
    let place = place(scope, &name, matches)?;
    let subscription = text(matches, "subscription").map(str::to_owned);
    Ok(Target { name, place, subscription, is_stack })
}

fn place(scope: &str, name: &str, matches: &ArgMatches) -> Result<Place, Refused> {
    if scope == "resourceGroup" {
        return Ok(Place::Group(text(matches, "resource-group").map_or_else(|| format!("rg-{name}"), str::to_owned)));
    }
    let location = text(matches, "location").map(str::to_owned);
    let location = location.ok_or_else(|| needs(name, scope, "--location L, such as --location japaneast"))?;
    Ok(match scope {
        "subscription" => Place::Subscription { location },
        "managementGroup" => {
            let id = text(matches, "management-group").map(str::to_owned);
            Place::ManagementGroup { id: id.ok_or_else(|| needs(name, scope, "--management-group ID"))?, location }
        }
        _ => Place::Tenant { location },
    })
}

fn needs(name: &str, scope: &str, option: &str) -> Refused {
    Refused::new(
        format!("the scope of `{name}` is a {scope}, and something is missing for it"),
        format!("add {option}"),
    )
}

//! Which parameter set of a scenario is meant. It must not know what is done with it.

use dsl::Scenario;

use crate::deploy::Refused;

/// What is taken where nobody names a set and there are several.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unnamed {
    /// The first: another one would show nearly the same.
    First,
    /// None: the user has to choose.
    None,
}

/// The set that is named, or the only one. None where the scenario has no set.
pub(crate) fn choose(scenario: &Scenario, named: Option<&str>, unnamed: Unnamed) -> Result<Option<String>, Refused> {
    let sets = scenario.inventory().parameter_sets;
    let list = || sets.iter().map(|set| format!("`{set}`")).collect::<Vec<_>>().join(", ");
    let name = scenario.name();
    match (named, sets.as_slice()) {
        (None, []) => Ok(None),
        (None, [first, more @ ..]) if more.is_empty() || unnamed == Unnamed::First => Ok(Some(first.to_string())),
        (None, _) => Err(Refused::new(
            format!("`{name}` has several parameter sets: {}", list()),
            "choose one: --parameters SET",
        )),
        (Some(set), _) if sets.iter().any(|it| **it == *set) => Ok(Some(set.to_owned())),
        (Some(set), []) => Err(Refused::new(format!("`{name}` has no parameter set `{set}`"), "it has none at all")),
        (Some(set), _) => {
            Err(Refused::new(format!("`{name}` has no parameter set `{set}`"), format!("it has {}", list())))
        }
    }
}

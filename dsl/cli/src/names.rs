//! Checks that every scenario can be called by its name. It must not know how names are parsed from arguments.

use std::collections::BTreeSet;

use dsl::Scenario;

use crate::command;

/// What is wrong with the names, one sentence each.
pub(crate) fn problems(scenarios: &[Scenario]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    scenarios.iter().filter_map(|scenario| problem(scenario.name(), &mut seen)).collect()
}

fn problem<'a>(name: &'a str, seen: &mut BTreeSet<&'a str>) -> Option<String> {
    let is_second = !seen.insert(name);
    problem_of(name).or_else(|| is_second.then(|| format!("two scenarios are called `{name}`: rename one of them")))
}

/// What is wrong with a name whatever the other names are.
pub(crate) fn problem_of(name: &str) -> Option<String> {
    if !is_well_formed(name) {
        Some(format!("scenario {name:?}: a name begins with a letter and has only `a-z`, `0-9` and `-`"))
    } else if command::is_reserved(name) {
        Some(format!("scenario `{name}` has the name of a command: rename the scenario"))
    } else {
        None
    }
}

fn is_well_formed(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|char| matches!(char, 'a'..='z' | '0'..='9' | '-'))
}

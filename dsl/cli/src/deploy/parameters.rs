//! Which variables of the environment a parameter set reads, and which of these are secrets. It must not know a file.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use dsl::{Bundle, Facts, ParamFacts, Scenario};

use super::Refused;

const CALL: &str = "readEnvironmentVariable('";

/// Refuses a set that reads a variable which is not set: the compiler of `az` would say so much later.
pub(super) fn check_variables(bundle: &Bundle, set: &str) -> Result<(), Refused> {
    let text = bundle.get(&format!("{set}.bicepparam")).unwrap_or_default();
    if let Some((name, _)) = variables(text).find(|(name, _)| is_as_written(name)) {
        return Err(Refused::new(
            format!(
                "the environment variable {name} holds its own name and no value: Azure Pipelines knows no variable of that name"
            ),
            format!("add {name} to the variable group of the pipeline, or take its line out of the pipeline's `env`"),
        ));
    }
    let missing: Vec<_> =
        variables(text).filter(|(name, has_default)| !has_default && env::var_os(name).is_none()).collect();
    let Some((first, _)) = missing.first() else { return Ok(()) };
    let names = missing.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    Err(Refused::new(
        format!("the parameter set `{set}` reads variables of the environment that are not set: {names}"),
        format!("set them first: export {first}=…"),
    ))
}

/// The variables that a set reads and that are empty: so a workflow of GitHub hands on what nobody has set.
pub(super) fn empty(bundle: &Bundle, set: &str) -> BTreeSet<String> {
    let text = bundle.get(&format!("{set}.bicepparam")).unwrap_or_default();
    let is_empty = |name: &&str| env::var_os(name).is_some_and(|value| value.is_empty());
    variables(text).map(|(name, _)| name).filter(is_empty).map(str::to_owned).collect()
}

/// Whether the value is what a pipeline of Azure says for a variable: it hands that on where it has no value for it.
fn is_as_written(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| value == *format!("$({name})"))
}

/// The variables of the environment that the parameter sets read, each with whether it goes to a secure param.
pub(crate) fn environment(scenario: &Scenario) -> BTreeMap<String, bool> {
    let Ok(bundle) = scenario.bundle() else { return BTreeMap::new() };
    let sets = bundle.files().filter(|(path, _)| path.ends_with(".bicepparam"));
    let plain = sets.flat_map(|(_, text)| variables(text)).map(|(name, _)| (name.to_owned(), false));
    let secret = scenario.examine(|facts, _| secret_names(facts)).unwrap_or_default();
    plain.chain(secret.into_iter().map(|name| (name, true))).collect()
}

/// The values of the environment that go to secure params of a scenario, which must not be shown.
pub(super) fn secrets(scenario: &Scenario) -> Vec<String> {
    let names = scenario.examine(|facts, _| secret_names(facts)).unwrap_or_default();
    names.into_iter().filter_map(|name| env::var(name).ok()).collect()
}

fn secret_names(facts: &Facts<'_>) -> Vec<String> {
    let settings = facts.params().filter(ParamFacts::is_secure).flat_map(|param| param.settings());
    settings.flat_map(|it| variables(&it.value).map(|(name, _)| name.to_owned()).collect::<Vec<_>>()).collect()
}

/// The variables that a text reads, each with whether it has a value where the variable is not set.
fn variables(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let calls = text.split(CALL).skip(1);
    calls.filter_map(|call| call.split_once('\'').map(|(name, rest)| (name, rest.trim_start().starts_with(','))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found() {
        let text = "param a = readEnvironmentVariable('A')\nparam b = 'x${readEnvironmentVariable('B', 'c')}'\n";
        assert_eq!(variables(text).collect::<Vec<_>>(), [("A", false), ("B", true)]);
        assert_eq!(variables("param a = 'readEnvironmentVariable'").count(), 0);
    }
}

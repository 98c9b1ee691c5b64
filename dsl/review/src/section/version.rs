//! API versions that are not the newest which Azure's data has.

use dsl::{Facts, ResourceFacts};
use serde::Serialize;

/// A type that is used at a version which is not the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// The resources, by their symbols.
    pub symbols: Vec<String>,
    /// The type with the version that is used.
    pub used: String,
    /// The newest version.
    pub newest: String,
}

/// All of them, each type once.
pub(crate) fn versions(facts: &Facts<'_>) -> Vec<Version> {
    let mut found: Vec<Version> = Vec::new();
    for resource in facts.all().filter(ResourceFacts::is_deployed) {
        let Some(newest) = resource.newer_version() else { continue };
        let (symbol, used) = (resource.symbol().to_owned(), format!("{}@{}", resource.ty(), resource.api_version()));
        match found.iter_mut().find(|version| version.used == used) {
            Some(version) => version.symbols.push(symbol),
            None => found.push(Version { symbols: vec![symbol], used, newest: newest.to_owned() }),
        }
    }
    found
}

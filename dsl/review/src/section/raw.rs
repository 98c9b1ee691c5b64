//! What no type of Rust has seen.

use dsl::{Facts, ResourceFacts};
use serde::Serialize;

/// Something that only the checks and the official compiler have looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Raw {
    /// The statement in which it is.
    pub symbol: String,
    /// What it is: the whole resource, a property by its path, or a text of Bicep.
    pub what: String,
}

/// All of it.
pub(crate) fn raw(facts: &Facts<'_>) -> Vec<Raw> {
    let one = |symbol: &str, what: String| Raw { symbol: symbol.to_owned(), what };
    let resources = facts.all().filter(ResourceFacts::is_deployed);
    let parts = resources.flat_map(|it| parts(&it).into_iter().map(move |what| one(it.symbol(), what)));
    let texts = facts.statements().flat_map(|it| {
        let texts = it.raw_texts().into_iter();
        texts.map(move |text| one(it.symbol(), format!("Bicep as it is: {text}")))
    });
    parts.chain(texts).collect()
}

fn parts(resource: &ResourceFacts<'_>) -> Vec<String> {
    if resource.is_raw() {
        return vec![format!("the whole {}@{}", resource.ty(), resource.api_version())];
    }
    resource.raw_properties().map(str::to_owned).collect()
}

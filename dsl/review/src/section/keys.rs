//! Which services let in whoever has a key, whatever roles are granted.

use azure::check::keys;
use dsl::{Facts, ResourceFacts};
use serde::Serialize;

/// What a service says of its keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Keys {
    /// The service.
    pub symbol: String,
    /// Whether keys open it; nothing where a value says so that is not known now.
    pub taken: Option<bool>,
}

/// All services that say something, or whose silence says it.
pub(crate) fn keys(facts: &Facts<'_>) -> Vec<Keys> {
    facts.all().filter(ResourceFacts::is_deployed).filter_map(|service| of(&service)).collect()
}

fn of(service: &ResourceFacts<'_>) -> Option<Keys> {
    let taken = match keys::of(service)? {
        keys::Keys::Off => Some(false),
        keys::Keys::On(_) | keys::Keys::OnByDefault => Some(true),
        keys::Keys::Computed => None,
    };
    Some(Keys { symbol: service.symbol().to_owned(), taken })
}

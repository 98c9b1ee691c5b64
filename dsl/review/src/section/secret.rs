//! What is secret, and where it goes.

use dsl::{Facts, SecretFlow};
use serde::Serialize;

/// A secret on its way to a place that uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Secret {
    /// Where it comes from: a secure param, or a function that returns secrets, as Bicep writes it.
    pub source: String,
    /// The statement that uses it, by word and symbol: `resource app`.
    pub target: String,
    /// Where in that statement; nothing for an output.
    pub path: String,
}

/// All of them.
pub(crate) fn secrets(facts: &Facts<'_>) -> Vec<Secret> {
    let secret = |flow: SecretFlow<'_>| Secret {
        target: format!("{} {}", flow.target.keyword(), flow.target.symbol()),
        source: flow.source,
        path: flow.path,
    };
    facts.secret_flows().into_iter().map(secret).collect()
}

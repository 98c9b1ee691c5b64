//! What a statement of a random graph can refer to. It must not know what a statement is.

use dsl::{Secret, Value};

use super::Raw;

/// What can be referred to from one place.
#[derive(Clone)]
pub(super) struct Pool {
    pub(super) location: Value<String>,
    pub(super) flag: Value<bool>,
    pub(super) names: Value<Vec<String>>,
    pub(super) secrets: Vec<Value<Secret<String>>>,
    pub(super) vault: Raw,
    /// Texts that are known before anything is deployed.
    pub(super) early: Vec<Value<String>>,
    /// Texts that only deployed resources have.
    pub(super) late: Vec<Value<String>>,
    /// What can be locked.
    pub(super) targets: Vec<Raw>,
    /// Storage accounts without a blob service.
    pub(super) accounts: Vec<Raw>,
}

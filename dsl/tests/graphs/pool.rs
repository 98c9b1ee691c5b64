//! What a statement of a random graph can refer to. It must not know what a statement is.

use dsl::{Function, Secret, Value};

use super::Raw;
use super::types::Tier;

/// What can be referred to from one place.
#[derive(Clone)]
pub(super) struct Pool {
    pub(super) location: Value<String>,
    pub(super) flag: Value<bool>,
    /// Lists of texts that are known before anything is deployed.
    pub(super) lists: Vec<Value<Vec<String>>>,
    /// Lists of texts that only deployed resources have: a loop that is the whole of a value.
    pub(super) late_lists: Vec<Value<Vec<String>>>,
    pub(super) tiers: Vec<Value<Vec<Tier>>>,
    pub(super) joined: Function<(String, String), String>,
    pub(super) secrets: Vec<Value<Secret<String>>>,
    /// Where secrets are kept; nothing in other scopes.
    pub(super) vault: Option<Raw>,
    /// Texts that are given: all that the default of a param can refer to.
    pub(super) given: Vec<Value<String>>,
    /// Texts that are known before anything is deployed.
    pub(super) early: Vec<Value<String>>,
    /// Texts that only deployed resources have.
    pub(super) late: Vec<Value<String>>,
    /// Those of them that are known before the module around the place is deployed.
    pub(super) from_outside: Vec<Value<String>>,
    /// What can be locked.
    pub(super) targets: Vec<Raw>,
    /// What can be waited for.
    pub(super) others: Vec<Raw>,
    /// Storage accounts without a blob service.
    pub(super) accounts: Vec<Raw>,
}

impl Pool {
    /// As it is in a condition or loop: nothing that is added there is added twice outside.
    pub(super) fn inside(&self) -> Pool {
        Pool { accounts: Vec::new(), ..self.clone() }
    }

    /// As it is in a module of another scope: only values get there.
    pub(super) fn elsewhere(&self) -> Pool {
        Pool { targets: Vec::new(), vault: None, ..self.inside() }
    }
}

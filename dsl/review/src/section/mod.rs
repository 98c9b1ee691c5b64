//! The sections of the card: one file reads one of them from the facts of a graph. They must not know how they are shown.

mod allowed;
mod cost;
mod deployed;
mod endpoint;
mod exposure;
mod grant;
mod keys;
mod network;
mod param;
mod raw;
mod secret;
mod vault_secret;
mod version;

pub use self::allowed::{Allowed, Warning};
pub(crate) use self::allowed::{allowed, warnings};
pub use self::cost::Cost;
pub(crate) use self::cost::costs;
pub use self::deployed::{Deployed, Existing, ModuleCall};
pub(crate) use self::deployed::{deployed, existing, modules};
pub use self::endpoint::{Endpoint, Zone};
pub(crate) use self::endpoint::{endpoints, zones};
pub use self::exposure::{Access, Exposure, Rule};
pub(crate) use self::exposure::{exposed, exposures, rules};
pub use self::grant::Grant;
pub(crate) use self::grant::{grants, words as scope_words};
pub use self::keys::Keys;
pub(crate) use self::keys::keys;
pub(crate) use self::network::networks;
pub use self::network::{Network, Subnet};
pub use self::param::Param;
pub(crate) use self::param::params;
pub use self::raw::Raw;
pub(crate) use self::raw::raw;
pub use self::secret::Secret;
pub(crate) use self::secret::secrets;
pub use self::vault_secret::VaultSecret;
pub(crate) use self::vault_secret::vault_secrets;
pub use self::version::Version;
pub(crate) use self::version::versions;

use dsl::StatementFacts;

/// Under which conditions a statement counts, and how often: `if isShared`, `for name in names`.
pub(crate) fn when(statement: &StatementFacts<'_>) -> Vec<String> {
    let conditions = statement.conditions().into_iter().map(|it| format!("if {it}"));
    let loops = statement.loops().into_iter().map(|it| format!("for {it}"));
    conditions.chain(loops).collect()
}

//! What only Azure knows of how resources belong together: one file a rule, one list of them. The catalogue brings them along.
//! A rule must not print, and must not know constructs: it sees resources, however they came into the graph.

/// An example of a page, as `dsl::example!` makes it. It needs the whole catalogue; its text is there without it.
macro_rules! example {
    ($file:literal, $build:expr) => {
        dsl::Example::new(
            #[cfg(feature = "full")]
            Some($build),
            #[cfg(not(feature = "full"))]
            None,
            include_str!($file),
            line!(),
        )
    };
}

mod public_access;
mod ungranted;
mod unlinked_zone;

use dsl::{Check, Rule};

pub use self::public_access::PUBLIC_ACCESS;
pub use self::ungranted::UNGRANTED;
pub use self::unlinked_zone::UNLINKED_ZONE;

/// Every rule, in the order in which they were found useful to read.
pub const RULES: &[Rule] = &[unlinked_zone::RULE, public_access::RULE, ungranted::RULE];

/// Every check that a graph of Azure goes through, sorted by id: those that any graph does, and the rules.
pub fn all() -> Vec<Check> {
    let mut checks = Check::all();
    checks.extend(RULES.iter().map(|rule| rule.check));
    checks.sort_by_key(|check| check.id());
    checks
}

const PRIVATE_ENDPOINT: &str = "Microsoft.Network/privateEndpoints";
const ZONE_GROUP: &str = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
const ZONE: &str = "Microsoft.Network/privateDnsZones";
const ZONE_LINK: &str = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const NETWORK: &str = "Microsoft.Network/virtualNetworks";
const ROLE_ASSIGNMENT: &str = "Microsoft.Authorization/roleAssignments";
const COSMOS_ROLE_ASSIGNMENT: &str = "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments";

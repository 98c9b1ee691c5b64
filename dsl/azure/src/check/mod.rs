//! What only Azure knows of how resources belong together: one file a rule, one list of them. The catalogue brings them along.
//! A rule must not print, and must not know constructs: it sees resources, however they came into the graph.

mod public_access;
mod ungranted;
mod unlinked_zone;

use dsl::Rule;

pub use self::public_access::PUBLIC_ACCESS;
pub use self::ungranted::UNGRANTED;
pub use self::unlinked_zone::UNLINKED_ZONE;

/// Every rule, in the order in which they were found useful to read.
pub const RULES: &[Rule] = &[unlinked_zone::RULE, public_access::RULE, ungranted::RULE];

const PRIVATE_ENDPOINT: &str = "Microsoft.Network/privateEndpoints";
const ZONE_GROUP: &str = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
const ZONE: &str = "Microsoft.Network/privateDnsZones";
const ZONE_LINK: &str = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const NETWORK: &str = "Microsoft.Network/virtualNetworks";
const ROLE_ASSIGNMENT: &str = "Microsoft.Authorization/roleAssignments";

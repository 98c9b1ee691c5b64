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

mod anonymous_access;
mod blocked_endpoint;
mod broad_role;
pub mod bypass;
mod caller_without_grant;
mod calls;
mod computer_name;
mod concurrent_changes;
mod container_limits;
mod data_role;
mod early_start;
pub mod exposure;
mod grant_without_path;
pub mod grants;
mod internet_exposure;
#[cfg(feature = "network")]
mod invalid_address;
mod invalid_ip_rule;
mod invalid_name;
mod key_access;
pub mod keys;
mod missing_diagnostics;
pub(crate) mod needs;
mod overlapping_ranges;
mod public_access;
mod range;
pub mod reach;
mod security_rule;
pub mod subnet;
mod subnet_delegation;
mod tenant;
mod ungranted;
mod unknown_subnet;
mod unlinked_zone;
mod unreachable;
mod way;
mod weak_encryption;
mod wrong_reference;

use dsl::{Check, Rule};

pub use self::anonymous_access::ANONYMOUS_ACCESS;
pub use self::blocked_endpoint::BLOCKED_ENDPOINT;
pub use self::broad_role::BROAD_ROLE;
pub use self::caller_without_grant::CALLER_WITHOUT_GRANT;
pub use self::computer_name::COMPUTER_NAME;
pub use self::concurrent_changes::CONCURRENT_CHANGES;
pub use self::container_limits::CONTAINER_LIMITS;
pub use self::early_start::EARLY_START;
pub use self::grant_without_path::GRANT_WITHOUT_PATH;
pub use self::internet_exposure::INTERNET_EXPOSURE;
#[cfg(feature = "network")]
pub use self::invalid_address::INVALID_ADDRESS;
pub use self::invalid_ip_rule::INVALID_IP_RULE;
pub use self::invalid_name::INVALID_NAME;
pub use self::key_access::KEY_ACCESS;
pub use self::missing_diagnostics::MISSING_DIAGNOSTICS;
pub use self::overlapping_ranges::OVERLAPPING_RANGES;
pub use self::public_access::PUBLIC_ACCESS;
pub use self::subnet_delegation::SUBNET_DELEGATION;
pub use self::ungranted::UNGRANTED;
pub use self::unknown_subnet::UNKNOWN_SUBNET;
pub use self::unlinked_zone::UNLINKED_ZONE;
pub use self::unreachable::UNREACHABLE;
pub use self::weak_encryption::WEAK_ENCRYPTION;
pub use self::wrong_reference::WRONG_REFERENCE;

/// Every rule, in the order in which they were found useful to read.
pub const RULES: &[Rule] = &[
    unlinked_zone::RULE,
    public_access::RULE,
    unreachable::RULE,
    ungranted::RULE,
    grant_without_path::RULE,
    caller_without_grant::RULE,
    blocked_endpoint::RULE,
    subnet_delegation::RULE,
    overlapping_ranges::RULE,
    internet_exposure::RULE,
    anonymous_access::RULE,
    weak_encryption::RULE,
    key_access::RULE,
    missing_diagnostics::RULE,
    broad_role::RULE,
    computer_name::RULE,
    concurrent_changes::RULE,
    early_start::RULE,
    container_limits::RULE,
    invalid_ip_rule::RULE,
    #[cfg(feature = "network")]
    invalid_address::RULE,
    invalid_name::RULE,
    wrong_reference::RULE,
    unknown_subnet::RULE,
];

/// Every check that a graph of Azure goes through, sorted by id: those that any graph does, and the rules.
pub fn all() -> Vec<Check> {
    let mut checks = Check::all();
    checks.extend(RULES.iter().map(|rule| rule.check));
    checks.sort_by_key(|check| check.id());
    checks
}

const INTERFACE: &str = "Microsoft.Network/networkInterfaces";
const MACHINE: &str = "Microsoft.Compute/virtualMachines";
const SCALE_SET: &str = "Microsoft.Compute/virtualMachineScaleSets";
const PRIVATE_ENDPOINT: &str = "Microsoft.Network/privateEndpoints";
const ZONE_GROUP: &str = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
const ZONE: &str = "Microsoft.Network/privateDnsZones";
const ZONE_LINK: &str = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const NETWORK: &str = "Microsoft.Network/virtualNetworks";
const ROLE_DEFINITION: &str = "Microsoft.Authorization/roleDefinitions";
const ROLE_ASSIGNMENT: &str = "Microsoft.Authorization/roleAssignments";

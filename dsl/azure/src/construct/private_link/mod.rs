//! Private access: what private endpoints lead to, and the private DNS zones in which they register. It must not know how
//! a service is set up.

mod declared_zone;
mod dns_zone;
mod dns_zones;
mod endpoint;
pub mod group;
mod place;
mod reachable;
mod target;
pub mod zone;

pub use self::declared_zone::DeclaredZone;
pub use self::dns_zone::{Zone, ZoneOf};
pub use self::dns_zones::{Zones, ZonesOf};
pub use self::endpoint::PrivateEndpoint;
pub use self::place::{Linkable, OtherResourceGroup, ZonePlace};
pub use self::reachable::{NoPrivateLink, Reachable, WithPrivateLink};
pub use self::target::{Group, OneZone, PrivateLinkTarget, RegistersIn, ZoneFacts, ZoneFor};

//! `Microsoft.Network`: networks, private endpoints, private DNS.

mod network_interface;
mod private_dns_zone;
mod private_dns_zone_group;
mod private_endpoint;
mod subnet;
mod virtual_network;
mod virtual_network_link;

pub use self::network_interface::*;
pub use self::private_dns_zone::*;
pub use self::private_dns_zone_group::*;
pub use self::private_endpoint::*;
pub use self::subnet::*;
pub use self::virtual_network::*;
pub use self::virtual_network_link::*;

dsl::object! {
    /// A reference to another resource by its id.
    pub struct SubResource(id: String) {
        id: String = "id",
    }
}

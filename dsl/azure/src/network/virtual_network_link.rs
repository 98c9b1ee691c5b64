//! `Microsoft.Network/privateDnsZones/virtualNetworkLinks`

use super::{PrivateDnsZone, SubResource};

dsl::resource! {
    /// Lets a network resolve the names of a private zone, version 2024-06-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/privatednszones/virtualnetworklinks).
    pub struct VirtualNetworkLink(properties: VirtualNetworkLinkProperties)
    = "Microsoft.Network/privateDnsZones/virtualNetworkLinks" @ "2024-06-01" in [ResourceGroup],
    child of PrivateDnsZone {
        /// `global`, always.
        location: String = "location",
        properties: VirtualNetworkLinkProperties = "properties",
    }
    view VirtualNetworkLinkView {}
}

dsl::object! {
    /// Which network is linked, and how.
    pub struct VirtualNetworkLinkProperties(virtual_network: SubResource) {
        /// Whether the network's machines register their names in the zone.
        registration_enabled: bool = "registrationEnabled",
        virtual_network: SubResource = "virtualNetwork",
    }
}

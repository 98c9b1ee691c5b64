//! `Microsoft.Network/virtualNetworks`

use dsl::Value;

use super::{InlineSubnet, SubResource};

dsl::resource! {
    /// A private network, version 2026-03-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks).
    pub struct VirtualNetwork(location: String) = "Microsoft.Network/virtualNetworks" @ "2026-03-01" in [ResourceGroup] {
        location: String = "location",
        properties: VirtualNetworkProperties = "properties",
    }
    view VirtualNetworkView {
        location: Value<String> = "location",
    }
}

dsl::object! {
    /// What a network consists of.
    pub struct VirtualNetworkProperties(address_space: AddressSpace) {
        address_space: AddressSpace = "addressSpace",
        subnets: Vec<InlineSubnet> = "subnets",
        enable_ddos_protection: bool = "enableDdosProtection",
        ddos_protection_plan: SubResource = "ddosProtectionPlan",
    }
}

dsl::object! {
    /// The ranges of a network.
    pub struct AddressSpace(address_prefixes: Vec<String>) {
        /// Ranges in CIDR notation: `10.0.0.0/16`.
        address_prefixes: Vec<String> = "addressPrefixes",
    }
}

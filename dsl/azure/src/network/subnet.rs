//! `Microsoft.Network/virtualNetworks/subnets`, and subnets as a part of their network.

use super::{SubResource, VirtualNetwork};

dsl::resource! {
    /// A subnet as a resource of its own, version 2026-03-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/subnets).
    pub struct Subnet() = "Microsoft.Network/virtualNetworks/subnets" @ "2026-03-01" in [ResourceGroup],
    child of VirtualNetwork {
        properties: InlineSubnetProperties = "properties",
    }
    view SubnetView {}
}

dsl::object! {
    /// A subnet as a part of its network's declaration.
    pub struct InlineSubnet(name: String) {
        name: String = "name",
        properties: InlineSubnetProperties = "properties",
    }
}

dsl::object! {
    /// What a subnet consists of.
    pub struct InlineSubnetProperties(address_prefix: String) {
        /// A range in CIDR notation: `10.0.0.0/24`.
        address_prefix: String = "addressPrefix",
        network_security_group: SubResource = "networkSecurityGroup",
        route_table: SubResource = "routeTable",
        nat_gateway: SubResource = "natGateway",
        private_endpoint_network_policies: String = "privateEndpointNetworkPolicies",
        default_outbound_access: bool = "defaultOutboundAccess",
    }
}

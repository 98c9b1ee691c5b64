//! `Microsoft.Network/privateEndpoints`

use super::SubResource;

dsl::resource! {
    /// An address inside a network for a service outside it, version 2026-03-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/privateendpoints).
    pub struct PrivateEndpoint(location: String, properties: PrivateEndpointProperties)
    = "Microsoft.Network/privateEndpoints" @ "2026-03-01" in [ResourceGroup] {
        location: String = "location",
        properties: PrivateEndpointProperties = "properties",
    }
    view PrivateEndpointView {}
}

dsl::object! {
    /// Where the address is taken from and what it leads to.
    pub struct PrivateEndpointProperties(
        subnet: SubResource,
        private_link_service_connections: Vec<PrivateLinkServiceConnection>,
    ) {
        subnet: SubResource = "subnet",
        private_link_service_connections: Vec<PrivateLinkServiceConnection> = "privateLinkServiceConnections",
        custom_network_interface_name: String = "customNetworkInterfaceName",
    }
}

dsl::object! {
    /// A connection to a service.
    pub struct PrivateLinkServiceConnection(name: String, properties: PrivateLinkServiceConnectionProperties) {
        name: String = "name",
        properties: PrivateLinkServiceConnectionProperties = "properties",
    }
}

dsl::object! {
    /// Which part of which service is reached.
    pub struct PrivateLinkServiceConnectionProperties(private_link_service_id: String, group_ids: Vec<String>) {
        private_link_service_id: String = "privateLinkServiceId",
        /// The service's word for the part that is reached: `account`, `blob`, `vault`.
        group_ids: Vec<String> = "groupIds",
        request_message: String = "requestMessage",
    }
}

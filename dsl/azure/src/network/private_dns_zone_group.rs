//! `Microsoft.Network/privateEndpoints/privateDnsZoneGroups`

use super::PrivateEndpoint;

dsl::resource! {
    /// Registers a private endpoint in private DNS zones, version 2026-03-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/privateendpoints/privatednszonegroups).
    pub struct PrivateDnsZoneGroup(properties: PrivateDnsZoneGroupProperties)
    = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups" @ "2026-03-01" in [ResourceGroup],
    child of PrivateEndpoint {
        properties: PrivateDnsZoneGroupProperties = "properties",
    }
    view PrivateDnsZoneGroupView {}
}

dsl::object! {
    /// The zones of the group.
    pub struct PrivateDnsZoneGroupProperties(private_dns_zone_configs: Vec<PrivateDnsZoneConfig>) {
        private_dns_zone_configs: Vec<PrivateDnsZoneConfig> = "privateDnsZoneConfigs",
    }
}

dsl::object! {
    /// One zone of the group.
    pub struct PrivateDnsZoneConfig(name: String, properties: PrivateDnsZoneConfigProperties) {
        name: String = "name",
        properties: PrivateDnsZoneConfigProperties = "properties",
    }
}

dsl::object! {
    /// Which zone it is.
    pub struct PrivateDnsZoneConfigProperties(private_dns_zone_id: String) {
        private_dns_zone_id: String = "privateDnsZoneId",
    }
}

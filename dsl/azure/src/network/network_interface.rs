//! `Microsoft.Network/networkInterfaces`

use super::SubResource;

dsl::resource! {
    /// A machine's connection to a subnet, version 2026-03-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/networkinterfaces).
    pub struct NetworkInterface(location: String, properties: NetworkInterfaceProperties)
    = "Microsoft.Network/networkInterfaces" @ "2026-03-01" in [ResourceGroup] {
        location: String = "location",
        properties: NetworkInterfaceProperties = "properties",
    }
    view NetworkInterfaceView {}
}

dsl::object! {
    /// What an interface consists of.
    pub struct NetworkInterfaceProperties(ip_configurations: Vec<IpConfiguration>) {
        enable_accelerated_networking: bool = "enableAcceleratedNetworking",
        ip_configurations: Vec<IpConfiguration> = "ipConfigurations",
        network_security_group: SubResource = "networkSecurityGroup",
    }
}

dsl::object! {
    /// An address of an interface.
    pub struct IpConfiguration(name: String, properties: IpConfigurationProperties) {
        name: String = "name",
        properties: IpConfigurationProperties = "properties",
    }
}

dsl::object! {
    /// Where an address comes from.
    pub struct IpConfigurationProperties(subnet: SubResource) {
        subnet: SubResource = "subnet",
        private_ip_address: String = "privateIPAddress",
        private_ip_allocation_method: IpAllocationMethod = "privateIPAllocationMethod",
    }
}

dsl::choice! {
    /// Who chooses an address.
    pub open enum IpAllocationMethod {
        Dynamic = "Dynamic",
        Static = "Static",
    }
}

//! The network interface of a machine, in a subnet. It must not know the machine.

use dsl::{Resource, Value};

use crate::construct::changes;
use crate::network::{
    InlineNetworkInterfaceIpConfiguration, InlinePublicIpAddress, InlineSubnet, NetworkInterface,
    NetworkInterfaceIpConfigurationPropertiesFormat, PrivateIpAllocationMethod, PublicIpAddress,
};

/// The interface to be. Its name is that of the machine and `-nic`.
pub(super) fn of(machine: &Value<String>, location: &Value<String>) -> NetworkInterface {
    NetworkInterface::new(machine + "-nic", location)
}

/// The interface with its place in a subnet, and its public address where there is one.
pub(super) fn complete(
    interface: NetworkInterface,
    subnet: &Value<String>,
    public_address: Option<&Resource<PublicIpAddress>>,
) -> NetworkInterface {
    let mut address = NetworkInterfaceIpConfigurationPropertiesFormat::new()
        .subnet(InlineSubnet::new().id(subnet))
        .private_ip_allocation_method(PrivateIpAllocationMethod::Dynamic);
    if let Some(public) = public_address {
        address = address.public_ip_address(InlinePublicIpAddress::new().id(public.id()));
    }
    let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(address);
    changes::complete_list(interface, "properties.ipConfigurations", vec![configuration.into()])
}

//! The network interface of a machine, in a subnet. It must not know the machine.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value};

use crate::network::{
    InlineNetworkInterfaceIpConfiguration, InlinePublicIpAddress, InlineSubnet, NetworkInterface,
    NetworkInterfaceIpConfigurationPropertiesFormat, NetworkInterfacePropertiesFormat, PrivateIpAllocationMethod,
    PublicIpAddress,
};

/// Adds the interface, with a public address where there is one. Its name is that of the machine and `-nic`.
#[track_caller]
pub(super) fn add<S: Holds<NetworkInterface>>(
    g: &mut Graph<S>,
    symbol: impl Into<Text>,
    (machine, location): (&Value<String>, &Value<String>),
    subnet: &Value<String>,
    public_address: Option<&Resource<PublicIpAddress>>,
) -> Resource<NetworkInterface> {
    let mut address = NetworkInterfaceIpConfigurationPropertiesFormat::new()
        .subnet(InlineSubnet::new().id(subnet))
        .private_ip_allocation_method(PrivateIpAllocationMethod::Dynamic);
    if let Some(public) = public_address {
        address = address.public_ip_address(InlinePublicIpAddress::new().id(public.id()));
    }
    let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(address);
    NetworkInterface::new(machine + "-nic", location)
        .properties(NetworkInterfacePropertiesFormat::new().ip_configurations([configuration]))
        .add(g, symbol)
}

//! A NAT gateway with a public address of its own. It must not know which subnets go out through it.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Value};

use crate::network::{
    NatGateway, NatGatewayPropertiesFormat, NatGatewaySku, PrivateIpAllocationMethod, PublicIpAddress,
    PublicIpAddressPropertiesFormat, PublicIpAddressSku, PublicIpAddressSkuName, SkuName, SubResource,
};

/// Adds the gateway, and its address with `Address` behind the symbol.
pub(super) fn add<S: Holds<NatGateway> + Holds<PublicIpAddress>>(
    g: &mut Graph<S>,
    symbol: &str,
    name: &Value<String>,
    location: &Value<String>,
    place: &'static Location<'static>,
) -> Resource<NatGateway> {
    let fixed = PublicIpAddressPropertiesFormat::new().public_ip_allocation_method(PrivateIpAllocationMethod::Static);
    let address = PublicIpAddress::new(name + "-pip", location)
        .sku(PublicIpAddressSku::new().name(PublicIpAddressSkuName::Standard))
        .properties(fixed)
        .add_at(g, format!("{symbol}Address"), place);
    let addresses = NatGatewayPropertiesFormat::new().public_ip_addresses([SubResource::new().id(address.id())]);
    NatGateway::new(name, location).sku(NatGatewaySku::new().name(SkuName::Standard)).properties(addresses).add_at(
        g,
        symbol.to_owned(),
        place,
    )
}

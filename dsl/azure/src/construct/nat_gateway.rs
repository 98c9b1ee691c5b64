//! A NAT gateway with a public address of its own. It must not know which subnets go out through it.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Value};

use super::public_address;
use crate::network::{NatGateway, NatGatewayPropertiesFormat, NatGatewaySku, PublicIpAddress, SkuName, SubResource};

/// Adds the gateway, and its address with `Address` behind the symbol.
pub(super) fn add<S: Holds<NatGateway> + Holds<PublicIpAddress>>(
    g: &mut Graph<S>,
    symbol: &str,
    name: &Value<String>,
    location: &Value<String>,
    place: &'static Location<'static>,
) -> Resource<NatGateway> {
    let address = public_address::add(g, format!("{symbol}Address"), name, location, place);
    let addresses = NatGatewayPropertiesFormat::new().public_ip_addresses([SubResource::new().id(address.id())]);
    NatGateway::new(name, location).sku(NatGatewaySku::new().name(SkuName::Standard)).properties(addresses).add_at(
        g,
        symbol.to_owned(),
        place,
    )
}

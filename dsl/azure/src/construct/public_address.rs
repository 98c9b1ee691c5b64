//! A public address that stays the same. It must not know what is reached at it.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value};

use crate::network::{
    PrivateIpAllocationMethod, PublicIpAddress, PublicIpAddressPropertiesFormat, PublicIpAddressSku,
    PublicIpAddressSkuName,
};

/// Adds a static address of the SKU Standard. Its name is that of its owner and `-pip`.
pub(super) fn add<S: Holds<PublicIpAddress>>(
    g: &mut Graph<S>,
    symbol: impl Into<Text>,
    owner: &Value<String>,
    location: &Value<String>,
    place: &'static Location<'static>,
) -> Resource<PublicIpAddress> {
    let fixed = PublicIpAddressPropertiesFormat::new().public_ip_allocation_method(PrivateIpAllocationMethod::Static);
    PublicIpAddress::new(owner + "-pip", location)
        .sku(PublicIpAddressSku::new().name(PublicIpAddressSkuName::Standard))
        .properties(fixed)
        .add_at(g, symbol, place)
}

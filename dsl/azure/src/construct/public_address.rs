//! A public address that stays the same. It must not know what is reached at it.

use dsl::Value;

use crate::network::{
    PrivateIpAllocationMethod, PublicIpAddress, PublicIpAddressPropertiesFormat, PublicIpAddressSku,
    PublicIpAddressSkuName,
};

/// A static address of the SKU Standard. Its name is that of its owner and `-pip`.
pub(super) fn of(owner: &Value<String>, location: &Value<String>) -> PublicIpAddress {
    let fixed = PublicIpAddressPropertiesFormat::new().public_ip_allocation_method(PrivateIpAllocationMethod::Static);
    PublicIpAddress::new(owner + "-pip", location)
        .sku(PublicIpAddressSku::new().name(PublicIpAddressSkuName::Standard))
        .properties(fixed)
}

//! A NAT gateway with a public address of its own. It must not know which subnets go out through it.

use std::panic::Location;

use dsl::{Graph, Holds, Object, Resource, ResourceBody, Value};

use super::{changes, public_address};
use crate::network::{NatGateway, NatGatewaySku, PublicIpAddress, SkuName, SubResource};

/// The gateway to be, and its address.
#[derive(Clone, Debug)]
pub(super) struct WayOut {
    pub(super) gateway: NatGateway,
    pub(super) address: PublicIpAddress,
}

impl WayOut {
    pub(super) fn new(name: &Value<String>, location: &Value<String>) -> Self {
        let gateway = NatGateway::new(name, location).sku(NatGatewaySku::new().name(SkuName::Standard));
        WayOut { gateway, address: public_address::of(name, location) }
    }

    /// Adds the gateway, and its address with `Address` behind the symbol.
    pub(super) fn add<S: Holds<NatGateway> + Holds<PublicIpAddress>>(
        self,
        g: &mut Graph<S>,
        symbol: &str,
        place: &'static Location<'static>,
    ) -> Resource<NatGateway> {
        let address = self.address.add_at(g, format!("{symbol}Address"), place);
        let addresses: Value<Vec<SubResource>> = [SubResource::new().id(address.id())].into();
        let known = Object::default().with("publicIpAddresses", addresses);
        changes::complete(self.gateway, "properties", known).add_at(g, symbol.to_owned(), place)
    }
}

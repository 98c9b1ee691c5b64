//! Azure Bastion: RDP and SSH without public addresses on machines. It must not know the machines.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::{NetworkOf, public_address};
use crate::address::BastionSubnet;
use crate::network::{
    BastionHost, BastionHostIpConfiguration, BastionHostIpConfigurationPropertiesFormat, BastionHostPropertiesFormat,
    PublicIpAddress, Sku, SkuName2, SubResource, VirtualNetwork,
};

/// A bastion of the SKU `K`: [`Bastion::developer`] or [`Bastion::standard`].
/// [Configuration](https://learn.microsoft.com/azure/bastion/configuration-settings)
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct Bastion<K> {
    name: Value<String>,
    location: Value<String>,
    sku: K,
}

/// The SKU Developer: free of charge, shared, one connection at a time, in some regions only.
#[derive(Clone, Debug)]
pub struct DeveloperSku {
    network: Value<String>,
}

/// The SKU Standard: two or more instances of its own in the network.
#[derive(Clone, Debug)]
pub struct StandardSku {
    subnet: Value<String>,
    scale_units: Option<Value<i64>>,
    native_client: bool,
}

impl Bastion<DeveloperSku> {
    /// For the machines of a network, which needs no subnet for it.
    pub fn developer(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        network: &Resource<VirtualNetwork>,
    ) -> Self {
        Bastion { name: name.into(), location: location.into(), sku: DeveloperSku { network: network.id() } }
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<BastionHost>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<BastionHost> {
        let network = SubResource::new().id(self.sku.network);
        BastionHost::new(self.name, self.location)
            .sku(Sku::new().name(SkuName2::Developer))
            .properties(BastionHostPropertiesFormat::new().virtual_network(network))
            .add(g, symbol)
    }
}

impl Bastion<StandardSku> {
    /// For the machines of a network and of those that are peered with it, in the network's subnet `AzureBastionSubnet`,
    /// with a public address: static, of the SKU Standard.
    pub fn standard<P: BastionSubnet<true>>(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        network: &NetworkOf<P>,
    ) -> Self {
        let sku = StandardSku { subnet: network.subnet(P::SUBNET).id(), scale_units: None, native_client: false };
        Bastion { name: name.into(), location: location.into(), sku }
    }

    /// How many instances there are, 2 to 50. By default Azure makes two.
    pub fn scale_units(mut self, units: impl ValueOf<i64>) -> Self {
        self.sku.scale_units = Some(units.into());
        self
    }

    /// Lets people connect with `az network bastion ssh`, `rdp` and `tunnel`, beside the browser.
    pub fn native_client(mut self) -> Self {
        self.sku.native_client = true;
        self
    }

    /// Adds it to the graph, and its address with `Address` behind the symbol.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<BastionHost>
    where
        S: Holds<BastionHost> + Holds<PublicIpAddress>,
    {
        let (symbol, place) = (symbol.into(), Location::caller());
        let Bastion { name, location, sku } = self;
        let address = public_address::add(g, format!("{symbol}Address"), &name, &location, place);
        let ip = BastionHostIpConfigurationPropertiesFormat::new(SubResource::new().id(sku.subnet))
            .public_ip_address(SubResource::new().id(address.id()));
        let configuration = BastionHostIpConfiguration::new().name("primary").properties(ip);
        let mut properties = BastionHostPropertiesFormat::new().ip_configurations([configuration]);
        if let Some(units) = sku.scale_units {
            properties = properties.scale_units(units);
        }
        if sku.native_client {
            properties = properties.enable_tunneling(true);
        }
        let standard = Sku::new().name(SkuName2::Standard);
        BastionHost::new(name, location).sku(standard).properties(properties).add(g, symbol)
    }
}

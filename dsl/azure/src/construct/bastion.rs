//! Azure Bastion: RDP and SSH without public addresses on machines. It must not know the machines.

use dsl::{Graph, Holds, Object, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{self, Construct, Sets};
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
    host: BastionHost,
    sku: K,
}

/// The SKU Developer: free of charge, shared, one connection at a time, in some regions only.
#[derive(Clone, Copy, Debug)]
pub struct DeveloperSku(());

/// The SKU Standard: two or more instances of its own in the network.
#[derive(Clone, Debug)]
pub struct StandardSku {
    subnet: Value<String>,
    address: PublicIpAddress,
}

impl Bastion<DeveloperSku> {
    /// For the machines of a network, which needs no subnet for it.
    pub fn developer(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        network: &Resource<VirtualNetwork>,
    ) -> Self {
        let network = SubResource::new().id(network.id());
        let host = BastionHost::new(name, location)
            .sku(Sku::new().name(SkuName2::Developer))
            .properties(BastionHostPropertiesFormat::new().virtual_network(network));
        Bastion { host, sku: DeveloperSku(()) }
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<BastionHost>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<BastionHost> {
        self.host.add(g, symbol)
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
        let (name, location): (Value<String>, Value<String>) = (name.into(), location.into());
        let host = BastionHost::new(&name, &location).sku(Sku::new().name(SkuName2::Standard));
        let address = public_address::of(&name, &location);
        Bastion { host, sku: StandardSku { subnet: network.subnet(P::SUBNET).id(), address } }
    }

    /// How many instances there are, 2 to 50. By default Azure makes two.
    pub fn scale_units(self, units: impl ValueOf<i64>) -> Self {
        self.set("properties.scaleUnits", units.into())
    }

    /// Lets people connect with `az network bastion ssh`, `rdp` and `tunnel`, beside the browser.
    pub fn native_client(self) -> Self {
        self.set("properties.enableTunneling", true)
    }

    /// With changes to its public address.
    pub fn adjust_address(mut self, change: impl FnOnce(PublicIpAddress) -> PublicIpAddress) -> Self {
        self.sku.address = change(self.sku.address);
        self
    }

    /// Adds it to the graph, and its address with `Address` behind the symbol.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<BastionHost>
    where
        S: Holds<BastionHost> + Holds<PublicIpAddress>,
    {
        let (g, symbol) = (&mut g.as_whole(), symbol.into());
        let address = self.sku.address.add(g, format!("{symbol}Address"));
        let ip = BastionHostIpConfigurationPropertiesFormat::new(SubResource::new().id(self.sku.subnet))
            .public_ip_address(SubResource::new().id(address.id()));
        let configuration: Value<Vec<_>> = [BastionHostIpConfiguration::new().name("primary").properties(ip)].into();
        let known = Object::default().with("ipConfigurations", configuration);
        changes::complete(self.host, "properties", known).add(g, symbol)
    }
}

impl<K> Construct for Bastion<K> {
    type Resource = BastionHost;

    fn main(&mut self) -> &mut BastionHost {
        &mut self.host
    }
}

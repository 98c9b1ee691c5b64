//! A virtual network with its subnets, declared in one statement.

use dsl::{DeployableTo, Graph, Resource, ResourceBody, Scope, Text, Value};

use crate::network::{
    AddressSpace, InlineSubnet, InlineSubnetProperties, Subnet, VirtualNetwork, VirtualNetworkProperties,
};

/// A virtual network and `N` subnets, none of which reaches the internet by default.
///
/// The subnets are part of the network's own declaration: it is written in one go, and deploying it again wipes nothing.
/// Adding returns the network and one handle for each subnet, which refer to the subnets as existing children.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct Network<const N: usize> {
    name: Value<String>,
    address_prefix: Value<String>,
    location: Option<Value<String>>,
    subnets: [(&'static str, Value<String>); N],
}

impl Network<0> {
    /// A network with one range in CIDR notation: `10.0.0.0/16`.
    pub fn new(name: impl Into<Value<String>>, address_prefix: impl Into<Value<String>>) -> Self {
        Network { name: name.into(), address_prefix: address_prefix.into(), location: None, subnets: [] }
    }

    /// The subnets, each with its name and its range inside the network's.
    pub fn subnets<P: Into<Value<String>>, const N: usize>(self, subnets: [(&'static str, P); N]) -> Network<N> {
        let Network { name, address_prefix, location, .. } = self;
        Network { name, address_prefix, location, subnets: subnets.map(|(name, prefix)| (name, prefix.into())) }
    }
}

impl<const N: usize> Network<N> {
    /// The region.
    pub fn location(mut self, location: impl Into<Value<String>>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// Adds the network and its subnets to the graph. A subnet's symbol is its name in camel case.
    #[track_caller]
    pub fn add<S: Scope>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> (Resource<VirtualNetwork>, [Resource<Subnet>; N])
    where
        VirtualNetwork: DeployableTo<S>,
    {
        let inline: Vec<_> = self.subnets.iter().map(|(name, prefix)| inline(name, prefix)).collect();
        let properties = VirtualNetworkProperties::new(AddressSpace::new([self.address_prefix])).subnets(inline);
        let mut network = VirtualNetwork::new(self.name).properties(properties);
        network.location = self.location;
        let network = network.add(g, symbol);
        let subnets = self.subnets.map(|(name, _)| Subnet::existing(&network, name).nested().add(g, camel_case(name)));
        (network, subnets)
    }
}

fn inline(name: &'static str, prefix: &Value<String>) -> InlineSubnet {
    InlineSubnet::new(name).properties(InlineSubnetProperties::new(prefix).default_outbound_access(false))
}

fn camel_case(name: &str) -> String {
    let mut words = name.split(['-', '_', '.', ' ']);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |symbol, word| {
        let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        symbol + &head.to_uppercase() + tail
    })
}

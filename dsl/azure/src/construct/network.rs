//! A virtual network with its subnets, declared in one statement.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use crate::network::{
    AddressSpace, InlineSubnet, Subnet, SubnetPropertiesFormat, VirtualNetwork, VirtualNetworkPropertiesFormat,
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
    location: Value<String>,
    subnets: [(&'static str, Value<String>); N],
}

impl Network<0> {
    /// A network in a region, with one range in CIDR notation: `10.0.0.0/16`.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        address_prefix: impl ValueOf<String>,
    ) -> Self {
        Network { name: name.into(), address_prefix: address_prefix.into(), location: location.into(), subnets: [] }
    }

    /// The subnets, each with its name and its range inside the network's.
    pub fn subnets<P: ValueOf<String>, const N: usize>(self, subnets: [(&'static str, P); N]) -> Network<N> {
        let Network { name, address_prefix, location, .. } = self;
        Network { name, address_prefix, location, subnets: subnets.map(|(name, prefix)| (name, prefix.into())) }
    }
}

impl<const N: usize> Network<N> {
    /// Adds the network and its subnets to the graph. A subnet's symbol is its name in camel case; it appears where
    /// something refers to the subnet.
    #[track_caller]
    pub fn add<S: Holds<VirtualNetwork>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> (Resource<VirtualNetwork>, [Resource<Subnet>; N]) {
        let inline: Vec<_> = self.subnets.iter().map(|(name, prefix)| inline(name, prefix)).collect();
        let space = AddressSpace::new().address_prefixes([self.address_prefix]);
        let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(inline);
        let network = VirtualNetwork::new(self.name, self.location).properties(properties).add(g, symbol);
        let place = Location::caller();
        let subnets = self
            .subnets
            .map(|(name, _)| Subnet::existing(&network, name).nested().where_used().add_at(g, camel_case(name), place));
        (network, subnets)
    }
}

fn inline(name: &'static str, prefix: &Value<String>) -> InlineSubnet {
    InlineSubnet::new()
        .name(name)
        .properties(SubnetPropertiesFormat::new().address_prefix(prefix).default_outbound_access(false))
}

fn camel_case(name: &str) -> String {
    let mut words = name.split(['-', '_', '.', ' ']);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |symbol, word| {
        let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        symbol + &head.to_uppercase() + tail
    })
}

//! A virtual network with its subnets, declared in one statement.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Scope, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
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
    network: VirtualNetwork,
    subnets: [&'static str; N],
}

impl Network<0> {
    /// A network in a region, with one range in CIDR notation: `10.0.0.0/16`.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        address_prefix: impl ValueOf<String>,
    ) -> Self {
        Network { network: declare(name.into(), location.into(), address_prefix.into()), subnets: [] }.with_subnets([])
    }

    /// The subnets, each with its name and its range inside the network's.
    pub fn subnets<P: ValueOf<String>, const N: usize>(self, subnets: [(&'static str, P); N]) -> Network<N> {
        let range = |prefix| SubnetPropertiesFormat::new().address_prefix(prefix);
        let names = std::array::from_fn(|index| subnets[index].0);
        let inline = subnets.map(|(name, prefix)| inline(name, range(prefix)));
        Network { network: self.network, subnets: names }.with_subnets(inline)
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
        let g = &mut g.as_whole();
        let network = self.network.add(g, symbol);
        let place = Location::caller();
        let subnets = self.subnets.map(|name| existing(name, &network, g, place));
        (network, subnets)
    }

    fn with_subnets(self, subnets: [InlineSubnet; N]) -> Self {
        self.set("properties.subnets", Value::<Vec<InlineSubnet>>::from(subnets))
    }
}

impl<const N: usize> Construct for Network<N> {
    type Resource = VirtualNetwork;

    fn main(&mut self) -> &mut VirtualNetwork {
        &mut self.network
    }
}

/// A network as yet without subnets, which belong into its one declaration.
pub(super) fn declare(name: Value<String>, location: Value<String>, address_prefix: Value<String>) -> VirtualNetwork {
    let space = AddressSpace::new().address_prefixes([address_prefix]);
    VirtualNetwork::new(name, location).properties(VirtualNetworkPropertiesFormat::new().address_space(space))
}

/// A subnet without a way to the internet by default.
pub(super) fn closed(properties: SubnetPropertiesFormat) -> SubnetPropertiesFormat {
    properties.default_outbound_access(false)
}

/// Such a subnet inside of the network's declaration.
fn inline(name: &'static str, properties: SubnetPropertiesFormat) -> InlineSubnet {
    InlineSubnet::new().name(name).properties(closed(properties))
}

/// The handle of such a subnet, which refers to it as an existing child.
pub(super) fn existing<S: Scope>(
    name: &'static str,
    network: &Resource<VirtualNetwork>,
    g: &mut Graph<S>,
    place: &'static Location<'static>,
) -> Resource<Subnet> {
    Subnet::existing(network, name).nested().where_used().add_at(g, camel_case(name), place)
}

/// The symbol of a subnet: its name in camel case.
fn camel_case(name: &str) -> String {
    let symbol = pascal_case(name);
    if symbol.starts_with(|first: char| first.is_ascii_digit()) {
        return "subnet".to_owned() + &symbol;
    }
    let (head, tail) = symbol.split_at(symbol.chars().next().map_or(0, char::len_utf8));
    // An abbreviation such as `DMZ` stays.
    if name.starts_with(char::is_uppercase) && tail.starts_with(char::is_uppercase) {
        return symbol;
    }
    head.to_lowercase() + tail
}

/// A name with dashes and the like as a part of a symbol, not the first.
pub(super) fn pascal_case(name: &str) -> String {
    name.split(['-', '_', '.', ' ']).fold(String::new(), |symbol, word| {
        let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        symbol + &head.to_uppercase() + tail
    })
}

//! A virtual network with its subnets, declared in one statement.

use std::panic::Location;

use dsl::{Graph, Holds, Resource, ResourceBody, Scope, Text, Value, ValueOf};

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
        let range = |prefix| SubnetPropertiesFormat::new().address_prefix(prefix);
        let inline = self.subnets.iter().map(|(name, prefix)| inline(name, range(prefix))).collect();
        let network = declare(self.name, self.location, self.address_prefix, inline).add(g, symbol);
        let place = Location::caller();
        let subnets = self.subnets.map(|(name, _)| existing(name, &network, g, place));
        (network, subnets)
    }
}

/// The one declaration of a network and its subnets.
pub(super) fn declare(
    name: Value<String>,
    location: Value<String>,
    address_prefix: Value<String>,
    subnets: Vec<InlineSubnet>,
) -> VirtualNetwork {
    let space = AddressSpace::new().address_prefixes([address_prefix]);
    let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
    VirtualNetwork::new(name, location).properties(properties)
}

/// A subnet inside of the network's declaration, without a way to the internet by default.
pub(super) fn inline(name: &'static str, properties: SubnetPropertiesFormat) -> InlineSubnet {
    InlineSubnet::new().name(name).properties(properties.default_outbound_access(false))
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

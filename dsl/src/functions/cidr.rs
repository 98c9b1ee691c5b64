//! Ranges of addresses.

use crate::expr::Expr;
use crate::value::ValueOf;

functions! {
    /// `cidrSubnet(network, prefixLength, index)`: `cidrSubnet('10.0.0.0/16', 24, 1)` is `10.0.1.0/24`.
    cidr_subnet(network: String, prefix_length: i64, index: i64) -> String = "cidrSubnet";
    /// `cidrHost(network, index)`: an address that hosts can have, counted from 0: `cidrHost('10.0.0.0/24', 3)` is `10.0.0.4`.
    cidr_host(network: String, index: i64) -> String = "cidrHost";
}

crate::view! {
    /// What a range of addresses consists of. See [`parse_cidr`].
    pub struct Cidr;
    read_only {
        network: String = "network", "the first address";
        netmask: String = "netmask", "`255.255.0.0`";
        broadcast: String = "broadcast", "the last address; there is none of IPv6";
        first_usable: String = "firstUsable", "the first address that hosts can have";
        last_usable: String = "lastUsable", "the last address that hosts can have";
        prefix_length: i64 = "cidr", "the bits of the prefix, 0 to 128";
    }
}

/// `parseCidr(network)`: the parts of a range such as `10.0.0.0/16`.
pub fn parse_cidr(network: impl ValueOf<String>) -> Cidr {
    Cidr::from(Expr::call("parseCidr", vec![network.into().into()]))
}

//! A network is added to a graph that is deployed to a subscription.

use azure::network::VirtualNetwork;
use azure::prelude::*;

fn build(g: &mut Graph<Subscription>) {
    VirtualNetwork::new("vnet", "japaneast").add(g, "virtualNetwork");
}

fn main() {}

//! A resource itself is made an output.

use azure::network::VirtualNetwork;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, network: &Resource<VirtualNetwork>) {
    g.output("network", network).describe("The network.");
}

fn main() {}

//! A private endpoint leads to something that Azure Private Link does not know.

use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;

fn build(network: &Resource<VirtualNetwork>, subnet: &Resource<Subnet>) {
    let _ = PrivateEndpoint::new("pe", "japaneast", network, subnet);
}

fn main() {}

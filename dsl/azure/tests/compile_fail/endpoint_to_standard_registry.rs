//! A private endpoint leads to a registry whose SKU has no private link.

use azure::network::Subnet;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, subnet: &Resource<Subnet>) {
    let registry = ContainerRegistry::standard("crcontoso", "japaneast").add(g, "registry");
    let _ = PrivateEndpoint::new("pe", "japaneast", &registry, subnet);
}

fn main() {}

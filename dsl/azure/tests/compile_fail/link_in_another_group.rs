//! A zone in another resource group is linked to a network of this one.

use azure::key_vault::Vault;
use azure::network::VirtualNetwork;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, vault: &Resource<Vault>, network: &Resource<VirtualNetwork>) {
    let zone = Zone::existing(vault, OtherResourceGroup::named("rg-hub")).add(g, "zone");
    zone.link(network, g, "link");
}

fn main() {}

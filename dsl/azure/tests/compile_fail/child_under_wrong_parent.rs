//! A model is deployed under a network.

use azure::cognitive_services::Deployment;
use azure::network::VirtualNetwork;
use azure::prelude::*;

fn build(network: &Resource<VirtualNetwork>) {
    let _ = Deployment::new(network, "chat");
}

fn main() {}

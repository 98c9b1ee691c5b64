//! A role of Azure OpenAI is granted on a network.

use azure::construct::{Machine, SystemAssigned};
use azure::network::VirtualNetwork;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, vm: &Machine<SystemAssigned>, network: &Resource<VirtualNetwork>) {
    g.grant("vmCallsNetwork", vm, role::CognitiveServicesOpenAiUser, network).describe("It may call the network.");
}

fn main() {}

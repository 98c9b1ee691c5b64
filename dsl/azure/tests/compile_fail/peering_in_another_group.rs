//! A peering of a network in another resource group, which takes none from here.

use azure::prelude::*;

azure::address_plan! {
    /// Addresses of the hub.
    pub Hub: "10.0.0.0/16" {}
}

azure::address_plan! {
    /// Addresses of the spoke.
    pub Spoke: "10.1.0.0/16", peered with Hub {}
}

fn wire(g: &mut Graph<ResourceGroup>, hub: &NetworkOf<Hub, OtherResourceGroup>, spoke: &NetworkOf<Spoke>) {
    hub.peer_with(spoke, g, "hubToSpoke");
}

fn main() {}

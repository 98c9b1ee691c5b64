//! Two networks are peered, and no plan says that their addresses are apart.

use azure::construct::NetworkOf;
use azure::prelude::*;

azure::address_plan! {
    /// Addresses of the hub.
    pub Hub: "10.0.0.0/16" {}
}

azure::address_plan! {
    /// Addresses of the spoke.
    pub Spoke: "10.0.0.0/16" {}
}

fn build(g: &mut Graph<ResourceGroup>, hub: &NetworkOf<Hub>, spoke: &NetworkOf<Spoke>) {
    hub.peer_with(spoke, g, "hubToSpoke");
}

fn main() {}

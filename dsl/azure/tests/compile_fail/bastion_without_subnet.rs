//! A bastion of the SKU Standard is to be in a network that has no subnet for it.

use azure::construct::NetworkOf;
use azure::prelude::*;

azure::address_plan! {
    /// Addresses of the hub.
    pub Hub: "10.0.0.0/16" {
        SHARED = "shared": "10.0.0.0/24",
    }
}

fn build(location: &Param<String>, hub: &NetworkOf<Hub>) {
    let _ = Bastion::standard("bastion", location, hub);
}

fn main() {}

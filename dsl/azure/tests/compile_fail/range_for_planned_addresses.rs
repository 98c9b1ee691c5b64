//! A range from a param for a plan that has addresses, and none for a plan that has sizes.

use azure::prelude::*;

azure::address_plan! {
    /// Addresses.
    pub Addresses: "10.0.0.0/16" {}
}

azure::address_plan! {
    /// Sizes.
    pub Sizes: any "/16" {}
}

fn wire(prefix: &Param<String>) {
    let _ = Network::planned_in::<Addresses>("net", "japaneast", prefix);
    let _ = Network::planned::<Sizes>("net", "japaneast");
}

fn main() {}

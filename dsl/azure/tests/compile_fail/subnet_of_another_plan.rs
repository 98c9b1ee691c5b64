//! A network is asked for a subnet that is in another network's plan.

use azure::construct::NetworkOf;

azure::address_plan! {
    /// Addresses of the hub.
    pub Hub: "10.0.0.0/16" {
        SHARED = "shared": "10.0.0.0/24",
    }
}

azure::address_plan! {
    /// Addresses of the spoke.
    pub Spoke: "10.1.0.0/16" {
        WORKLOAD = "workload": "10.1.0.0/24",
    }
}

fn build(hub: &NetworkOf<Hub>) {
    let _ = hub.subnet(Spoke::WORKLOAD);
}

fn main() {}

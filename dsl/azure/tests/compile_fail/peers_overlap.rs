//! Two networks are planned as peers, and have addresses in common.

azure::address_plan! {
    /// Addresses of the hub.
    pub Hub: "10.0.0.0/8" {}
}

azure::address_plan! {
    /// Addresses of the spoke.
    pub Spoke: "10.1.0.0/16", peered with Hub {}
}

fn main() {}

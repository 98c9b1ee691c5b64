//! The ranges of a network and of two subnets are none.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/33" {
        WORKLOAD = "workload": "10.0.0.300/24",
        DATA = "data": "10.0.1.7/24",
    }
}

fn main() {}

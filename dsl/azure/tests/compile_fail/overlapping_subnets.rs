//! Two subnets have addresses in common.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/23",
        DATA = "data": "10.0.1.0/24",
    }
}

fn main() {}

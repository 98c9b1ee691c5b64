//! A subnet has addresses that its network does not have.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.1.0.0/24",
    }
}

fn main() {}

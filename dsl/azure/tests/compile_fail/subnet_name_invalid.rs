//! A subnet has a name that Azure does not take, two others the same.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "-workload": "10.0.0.0/24",
        DATA = "data": "10.0.1.0/24",
        MORE_DATA = "Data": "10.0.2.0/24",
    }
}

fn main() {}

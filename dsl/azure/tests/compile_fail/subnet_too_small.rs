//! A subnet has fewer addresses than Azure takes.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/30",
    }
}

fn main() {}

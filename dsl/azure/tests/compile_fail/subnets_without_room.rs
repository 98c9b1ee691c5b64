//! Sizes of subnets that together are larger than the network.

azure::address_plan! {
    /// Sizes.
    pub Plan: any "/24" {
        WORKLOAD = "workload": "/25",
        DATA = "data": "/25",
        SPARE = "spare": "/29",
    }
}

fn main() {}

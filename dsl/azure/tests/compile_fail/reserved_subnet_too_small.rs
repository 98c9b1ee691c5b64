//! A subnet is too small for the service that its name stands for.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        BASTION = "AzureBastionSubnet": "10.0.0.0/27",
    }
}

fn main() {}

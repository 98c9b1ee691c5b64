//! A rule on a subnet whose name Azure keeps: it gets no security group.

use azure::prelude::*;

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        BASTION = "AzureBastionSubnet": "10.0.0.0/26",
    }
}

fn wire(network: PlannedNetwork<Plan>) -> PlannedNetwork<Plan> {
    network.allow_inbound(Plan::BASTION, "AllowHttps", Source::internet(), Traffic::tcp(443))
}

fn main() {}

//! A subnet that two services would have to share.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        APPS = "apps": "10.0.0.0/24" delegated to "Microsoft.App/environments" delegated to "Microsoft.Web/serverFarms",
    }
}

fn main() {}

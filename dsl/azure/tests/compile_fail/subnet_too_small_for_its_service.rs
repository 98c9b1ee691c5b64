//! A subnet that is delegated to a service, and has fewer addresses than the service needs.

azure::address_plan! {
    /// Addresses.
    pub Plan: "10.0.0.0/16" {
        APPS = "apps": "10.0.0.0/28" delegated to "Microsoft.App/environments",
    }
}

fn main() {}

//! A least and a greatest value of a text.

dsl::object_type! {
    /// A subnet of the network.
    pub struct Subnet, SubnetView;
    required { name: String = "name", "Name of the subnet.", range(1..=80); }
}

fn main() {}

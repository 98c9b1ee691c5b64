//! A private endpoint leads to a Service Bus namespace of which nothing says that its SKU is Premium.

use azure::network::Subnet;
use azure::service_bus::Namespace;
use azure::prelude::*;

fn build(namespace: &Resource<Namespace>, subnet: &Resource<Subnet>) {
    let _ = PrivateEndpoint::new("pe", "japaneast", namespace, subnet);
}

fn main() {}

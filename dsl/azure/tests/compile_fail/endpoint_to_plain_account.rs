//! A private endpoint leads to an account of Azure AI of which nothing says that it has a custom subdomain.

use azure::cognitive_services::Account;
use azure::network::Subnet;
use azure::prelude::*;

fn build(account: &Resource<Account>, subnet: &Resource<Subnet>) {
    let _ = PrivateEndpoint::new("pe", "japaneast", account, subnet);
}

fn main() {}

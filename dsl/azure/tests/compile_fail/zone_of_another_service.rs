//! A private endpoint of Azure OpenAI is registered in the zone of another service.

use azure::construct::OpenAiAccount;
use azure::network::Subnet;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, account: &OpenAiAccount, subnet: &Resource<Subnet>, zone: &Zone<zone::KeyVault>) {
    PrivateEndpoint::new("pe", "japaneast", account, subnet).register_in(zone, g, "endpoint");
}

fn main() {}

//! A private endpoint of Azure OpenAI is registered in the zone of another service.

use azure::construct::{OpenAiAccount, PrivateLinkTarget};
use azure::network::Subnet;
use azure::prelude::*;

struct Vault;

impl PrivateLinkTarget for Vault {
    const GROUP_ID: &'static str = "vault";
    const ZONE: (&'static str, &'static str) = ("vault", "privatelink.vaultcore.azure.net");

    fn id(&self) -> Value<String> {
        "vault".into()
    }
}

fn build(g: &mut Graph<ResourceGroup>, account: &OpenAiAccount, subnet: &Resource<Subnet>, zone: &Zone<Vault>) {
    PrivateEndpoint::new("pe", "japaneast", account, subnet).register_in(zone, g, "endpoint");
}

fn main() {}

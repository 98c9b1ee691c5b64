//! A private endpoint of the files of a storage account is registered in the zone of its blobs.

use azure::network::Subnet;
use azure::prelude::*;
use azure::storage::StorageAccount;

fn build(g: &mut Graph<ResourceGroup>, storage: &Resource<StorageAccount>, subnet: &Resource<Subnet>) {
    let zone = Zone::of(&group::Blob::of(storage)).add(g, "zone");
    PrivateEndpoint::new("pe", "japaneast", &group::File::of(storage), subnet).register_in(&zone, g, "endpoint");
}

fn main() {}

//! What private endpoints and their zones render for the services of the catalogue.

use azure::check::UNGRANTED;
use azure::cognitive_services::Account;
use azure::document_db::DatabaseAccount;
use azure::insights::PrivateLinkScope;
use azure::key_vault::Vault;
use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;
use azure::sql::Server;
use azure::storage::StorageAccount;

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

#[path = "private_link/rows.rs"]
mod rows;

/// What every test needs: a region, a network and a subnet for endpoints.
fn network(g: &mut Graph<ResourceGroup>) -> (Param<String>, Resource<VirtualNetwork>, Resource<Subnet>) {
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let (network, [subnet]) =
        Network::new("net", &region, "10.0.0.0/16").subnets([("private-endpoints", "10.0.0.0/24")]).add(g, "network");
    (region, network, subnet)
}

/// An endpoint of a target with one zone, which is linked to the network.
fn linked<Z: zone::PrivateZone, T: PrivateLinkTarget<Group: OneZone<Zone = Z>>>(
    g: &mut Graph<ResourceGroup>,
    target: &T,
) {
    let (region, network, subnet) = network(g);
    let zone = Zone::of(target).add(g, "zone");
    zone.link(&network, g, "link");
    PrivateEndpoint::new("pe", &region, target, &subnet).register_in(&zone, g, "endpoint");
}

#[test]
fn a_resource_with_one_group_is_a_target() {
    let mut g = Graph::new();
    let vault = Vault::existing("kv-contoso").add(&mut g, "vault");
    linked(&mut g, &vault);
    assert_rendered("private-link-key-vault", &g);
}

#[test]
fn groups_of_a_storage_account_have_endpoints_and_zones_of_their_own() {
    let mut g = Graph::new();
    let (region, network, subnet) = network(&mut g);
    let storage = StorageAccount::existing("stcontoso").add(&mut g, "storage");
    let (blob, file) = (group::Blob::of(&storage), group::File::of(&storage));
    let blobs = Zone::of(&blob).add(&mut g, "blobZone");
    let files = Zone::of(&file).add(&mut g, "fileZone");
    blobs.link(&network, &mut g, "link");
    files.link(&network, &mut g, "link");
    PrivateEndpoint::new("blob-pe", &region, &blob, &subnet).register_in(&blobs, &mut g, "blobEndpoint");
    PrivateEndpoint::new("file-pe", &region, &file, &subnet).register_in(&files, &mut g, "fileEndpoint");
    let secondary = group::BlobSecondary::of(&storage);
    PrivateEndpoint::new("blob-2-pe", &region, &secondary, &subnet).register_in(&blobs, &mut g, "secondEndpoint");
    assert_rendered("private-link-storage", &g);
}

#[test]
fn an_interface_of_cosmos_db_is_reached() {
    let mut g = Graph::new();
    let account = DatabaseAccount::existing("cosmos-contoso").add(&mut g, "account");
    linked(&mut g, &group::CosmosSql::of(&account));
    assert_rendered("private-link-cosmos-db", &g);
}

#[test]
fn the_suffix_of_sql_server_brings_its_dot() {
    let mut g = Graph::new();
    let server = Server::existing("sql-contoso").add(&mut g, "server");
    linked(&mut g, &server);
    assert_rendered("private-link-sql-server", &g);
}

#[test]
fn five_zones_are_one_set_and_one_of_them_serves_storage_too() {
    let mut g = Graph::new();
    let (region, network, subnet) = network(&mut g);
    let scope = PrivateLinkScope::existing("ampls").add(&mut g, "monitor");
    let blobs = Zone::new(zone::Blob).add(&mut g, "blobZone");
    blobs.link(&network, &mut g, "link");
    let zones = Zones::of(&scope).with(&blobs).add(&mut g, "zone");
    assert_eq!(zones.link(&network, &mut g, "link").len(), 4, "the fifth is the scenario's own");
    PrivateEndpoint::new("ampls-pe", &region, &scope, &subnet).register_in(&zones, &mut g, "endpoint");
    assert_rendered("private-link-azure-monitor", &g);
}

/// Who calls it is not what these tests are about.
fn without_callers(account: Account) -> Account {
    account.allow(UNGRANTED, "callers come later")
}

#[test]
fn accounts_of_azure_ai_are_targets_once_a_construct_made_them() {
    let mut g = Graph::new();
    let (region, network, subnet) = network(&mut g);
    let services = AiServices::new("ai-contoso", &region).adjust(without_callers).add(&mut g, "services");
    let speech = CognitiveServices::new("SpeechServices", "speech-contoso", &region)
        .sku("S1")
        .adjust(without_callers)
        .add(&mut g, "speech");
    services.deploy(&mut g, "chat", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::global_standard(10));
    let zone = Zone::of(&speech).add(&mut g, "speechZone");
    zone.link(&network, &mut g, "link");
    let zones = Zones::of(&services).with(&zone).add(&mut g, "zone");
    zones.link(&network, &mut g, "link");
    PrivateEndpoint::new("speech-pe", &region, &speech, &subnet).register_in(&zone, &mut g, "speechEndpoint");
    PrivateEndpoint::new("ai-pe", &region, &services, &subnet).register_in(&zones, &mut g, "endpoint");
    assert_rendered("private-link-azure-ai", &g);
}

#[test]
fn zones_that_exist_already_are_found_where_they_are() {
    let mut g = Graph::new();
    let (region, network, subnet) = network(&mut g);
    let hub = OtherResourceGroup::named("hub");
    let vault = Vault::existing("kv-contoso").add(&mut g, "vault");
    let server = Server::existing("sql-contoso").add(&mut g, "server");
    let scope = PrivateLinkScope::existing("ampls").add(&mut g, "monitor");
    let far = Zone::existing(&vault, hub.clone()).add(&mut g, "vaultZone");
    let near = Zone::existing(&server, DeploymentScope).add(&mut g, "serverZone");
    near.link(&network, &mut g, "link");
    let subscription = g.param("hubSubscriptionId").describe("Subscription of the hub.");
    let zones = Zones::existing(&scope, hub.in_subscription(&subscription)).add(&mut g, "zone");
    PrivateEndpoint::new("vault-pe", &region, &vault, &subnet).register_in(&far, &mut g, "vaultEndpoint");
    PrivateEndpoint::new("server-pe", &region, &server, &subnet).register_in(&near, &mut g, "serverEndpoint");
    PrivateEndpoint::new("monitor-pe", &region, &scope, &subnet).register_in(&zones, &mut g, "monitorEndpoint");
    assert_rendered("private-link-existing-zones", &g);
}

#[test]
fn a_policy_registers_what_has_no_zone_here() {
    let mut g = Graph::new();
    let (region, _, subnet) = network(&mut g);
    let vault = Vault::existing("kv-contoso").add(&mut g, "vault");
    PrivateEndpoint::new("vault-pe", &region, &vault, &subnet).registered_by_policy(&mut g, "endpoint");
    assert_rendered("private-link-by-policy", &g);
}

//! Services that keep secrets and data.

use azure::automation::{AutomationAccount, AutomationAccountCreateOrUpdateProperties};
use azure::document_db::DefaultConsistencyLevel;

use super::*;

#[test]
fn key_vault_and_storage_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let vault = KeyVault::new("kv-contoso", &region).add(&mut g, "vault");
    g.grant("teamReadsSecrets", &team, role::KeyVaultSecretsUser, &vault).describe("The team reads secrets.");
    let storage = Storage::new("stcontoso", &region).add(&mut g, "storage");
    g.grant("teamReadsBlobs", &team, role::StorageBlobDataReader, &storage).describe("The team reads blobs.");
    assert_rendered("service-key-vault-and-storage", &g);
}

#[test]
fn key_vault_and_storage_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let tenant = g.param("tenantId").length(36..=36).describe("Tenant of the vault.");
    let vault = KeyVault::new("kv-contoso", &region)
        .tenant(&tenant)
        .premium()
        .retention_days(7)
        .without_purge_protection()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|vault| vault.tags([("team", "data")]))
        .add(&mut g, "vault");
    g.output("vaultUri", vault.properties().vault_uri()).describe("Address of the vault.");
    KeyVault::new("kv-contoso-open", &region).public_access().add(&mut g, "openVault");
    Storage::new("stcontoso", &region)
        .sku("Standard_LRS")
        .data_lake()
        .shared_keys()
        .blob_soft_delete(14)
        .container("reports", "reports")
        .container("uploads", "uploads")
        .public_access_from(["203.0.113.0/24", "198.51.100.7"])
        .adjust(|account| account.tags([("team", "data")]))
        .add(&mut g, "storage");
    Storage::new("stcontosoopen", &region).shared_keys().public_access().add(&mut g, "openStorage");
    assert_rendered("service-key-vault-and-storage-changed", &g);
}

#[test]
fn cosmos_db_search_and_log_analytics_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let account = CosmosDb::new("cosmos-contoso", &region).add(&mut g, "cosmos");
    account.grant_data(&mut g, "teamWrites", &team, CosmosDataRole::Contributor, "The team writes orders.");
    let search = AiSearch::new("srch-contoso", &region).add(&mut g, "search");
    g.grant("teamQueries", &team, role::SearchIndexDataReader, &search).describe("The team queries.");
    g.grant("searchReads", &search, role::CosmosDbAccountReaderRole, &account).describe("The indexer finds the data.");
    LogAnalytics::new("log-contoso", &region).add(&mut g, "logs");
    assert_rendered("service-cosmos-db-search-and-logs", &g);
}

#[test]
fn cosmos_db_search_and_log_analytics_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    CosmosDb::new("cosmos-contoso", &region)
        .replicated_to("japanwest")
        .zone_redundant()
        .consistency(DefaultConsistencyLevel::Eventual)
        .backup_30_days()
        .local_auth()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|account| account.tags([("team", "data")]))
        .add(&mut g, "cosmos");
    CosmosDb::new("cosmos-contoso-open", &region).serverless().local_auth().public_access().add(&mut g, "openCosmos");
    AiSearch::new("srch-contoso", &region)
        .sku("standard")
        .replicas(3)
        .partitions(2)
        .local_auth()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|service| service.tags([("team", "data")]))
        .add(&mut g, "search");
    AiSearch::new("srch-contoso-open", &region).local_auth().public_access().add(&mut g, "openSearch");
    AiSearch::free("srch-contoso-free", &region).local_auth().add(&mut g, "freeSearch");
    LogAnalytics::new("log-contoso", &region)
        .retention_days(90)
        .daily_quota_gb(10)
        .local_auth()
        .public_ingestion()
        .public_query()
        .adjust(|workspace| workspace.tags([("team", "data")]))
        .add(&mut g, "logs");
    assert_rendered("service-cosmos-db-search-and-logs-changed", &g);
}

#[test]
fn a_service_open_to_some_addresses_may_have_a_private_endpoint_and_one_open_to_all_may_not() {
    let some = ["203.0.113.0/24"];
    let vault = || KeyVault::new("kv-contoso", "japaneast");
    assert!(may_have_endpoint(|g| vault().add(g, "vault")));
    assert!(may_have_endpoint(|g| vault().public_access_from(some).add(g, "vault")));
    assert!(!may_have_endpoint(|g| vault().public_access().add(g, "vault")));
    let bus = || ServiceBus::new("sb-contoso", "japaneast").local_auth();
    assert!(may_have_endpoint(|g| bus().public_access_from(some).add(g, "bus")));
    assert!(!may_have_endpoint(|g| bus().public_access().add(g, "bus")));
    let hub = || IotHub::new("iot-contoso", "japaneast").local_auth();
    assert!(may_have_endpoint(|g| hub().public_access_from(some).add(g, "hub")));
    assert!(!may_have_endpoint(|g| hub().public_access().add(g, "hub")));
    let app = || AppService::new("app-contoso", "japaneast", "PYTHON|3.13");
    assert!(may_have_endpoint(|g| app().public_access_from(some).add(g, "app")));
    assert!(!may_have_endpoint(|g| app().public_access().add(g, "app")));
}

#[test]
fn a_switch_of_true_or_false_counts_as_well() {
    let account = |properties| AutomationAccount::new("aa-contoso", "japaneast").properties(properties);
    let open = |is_open| account(AutomationAccountCreateOrUpdateProperties::new().public_network_access(is_open));
    assert!(may_have_endpoint(|g| group::AutomationWebhook::of(&open(false).add(g, "account"))));
    assert!(!may_have_endpoint(|g| group::AutomationWebhook::of(&open(true).add(g, "account"))));
}

/// Whether the checks let a private endpoint lead to what a function adds.
fn may_have_endpoint<T: PrivateLinkTarget>(target: impl FnOnce(&mut Graph<ResourceGroup>) -> T) -> bool {
    let mut g = Graph::new();
    let target = target(&mut g);
    let (_, [subnet]) =
        Network::new("net", "japaneast", "10.0.0.0/16").subnets([("pe", "10.0.0.0/24")]).add(&mut g, "network");
    PrivateEndpoint::new("pe", "japaneast", &target, &subnet).registered_by_policy(&mut g, "endpoint");
    g.check().is_ok()
}

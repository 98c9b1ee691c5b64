//! Every group, with the id and the zones that Learn lists for it, kept apart from the table that they are printed from.

use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;
use azure::{
    api_management, app, app_configuration, automation, cache, container_registry, container_service, data_factory,
    devices, document_db, event_grid, event_hub, insights, key_vault, machine_learning_services, mysql, postgresql,
    recovery_services, relay, search, service_bus, signal_r_service, sql, storage, web,
};

/// A resource type with a group and its zones, as they must be printed.
type Row = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip] // One line a row.
const ROWS: [Row; 48] = [
    ("Microsoft.CognitiveServices/accounts", "account", &["privatelink.openai.azure.com"]),
    ("Microsoft.CognitiveServices/accounts", "account", &["privatelink.cognitiveservices.azure.com", "privatelink.openai.azure.com", "privatelink.services.ai.azure.com"]),
    ("Microsoft.CognitiveServices/accounts", "account", &["privatelink.cognitiveservices.azure.com"]),
    ("Microsoft.Storage/storageAccounts", "blob", &["privatelink.blob.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "table", &["privatelink.table.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "queue", &["privatelink.queue.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "file", &["privatelink.file.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "web", &["privatelink.web.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "dfs", &["privatelink.dfs.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "blob_secondary", &["privatelink.blob.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "table_secondary", &["privatelink.table.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "queue_secondary", &["privatelink.queue.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "file_secondary", &["privatelink.file.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "web_secondary", &["privatelink.web.${environment().suffixes.storage}"]),
    ("Microsoft.Storage/storageAccounts", "dfs_secondary", &["privatelink.dfs.${environment().suffixes.storage}"]),
    ("Microsoft.DocumentDB/databaseAccounts", "Sql", &["privatelink.documents.azure.com"]),
    ("Microsoft.DocumentDB/databaseAccounts", "MongoDB", &["privatelink.mongo.cosmos.azure.com"]),
    ("Microsoft.DocumentDB/databaseAccounts", "Cassandra", &["privatelink.cassandra.cosmos.azure.com"]),
    ("Microsoft.DocumentDB/databaseAccounts", "Gremlin", &["privatelink.gremlin.cosmos.azure.com"]),
    ("Microsoft.DocumentDB/databaseAccounts", "Table", &["privatelink.table.cosmos.azure.com"]),
    ("Microsoft.KeyVault/vaults", "vault", &["privatelink.vaultcore.azure.net"]),
    ("Microsoft.Search/searchServices", "searchService", &["privatelink.search.windows.net"]),
    ("Microsoft.ContainerRegistry/registries", "registry", &["privatelink.azurecr.io"]),
    ("Microsoft.AppConfiguration/configurationStores", "configurationStores", &["privatelink.azconfig.io"]),
    ("Microsoft.EventHub/namespaces", "namespace", &["privatelink.servicebus.windows.net"]),
    ("Microsoft.ServiceBus/namespaces", "namespace", &["privatelink.servicebus.windows.net"]),
    ("Microsoft.Relay/namespaces", "namespace", &["privatelink.servicebus.windows.net"]),
    ("Microsoft.Devices/IotHubs", "iotHub", &["privatelink.azure-devices.net", "privatelink.servicebus.windows.net"]),
    ("Microsoft.Devices/provisioningServices", "iotDps", &["privatelink.azure-devices-provisioning.net"]),
    ("Microsoft.EventGrid/topics", "topic", &["privatelink.eventgrid.azure.net"]),
    ("Microsoft.EventGrid/domains", "domain", &["privatelink.eventgrid.azure.net"]),
    ("Microsoft.ContainerService/managedClusters", "management", &["privatelink.${location}.azmk8s.io"]),
    ("Microsoft.App/managedEnvironments", "managedEnvironments", &["privatelink.${location}.azurecontainerapps.io"]),
    ("Microsoft.Web/sites", "sites", &["privatelink.azurewebsites.net"]),
    ("Microsoft.Web/staticSites", "staticSites", &["privatelink.azurestaticapps.net"]),
    ("Microsoft.Sql/servers", "sqlServer", &["privatelink${environment().suffixes.sqlServerHostname}"]),
    ("Microsoft.DBforPostgreSQL/flexibleServers", "postgresqlServer", &["privatelink.postgres.database.azure.com"]),
    ("Microsoft.DBforMySQL/flexibleServers", "mysqlServer", &["privatelink.mysql.database.azure.com"]),
    ("Microsoft.Cache/redis", "redisCache", &["privatelink.redis.cache.windows.net"]),
    ("Microsoft.MachineLearningServices/workspaces", "amlworkspace", &["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"]),
    ("Microsoft.ApiManagement/service", "Gateway", &["privatelink.azure-api.net"]),
    ("Microsoft.Automation/automationAccounts", "Webhook", &["privatelink.azure-automation.net"]),
    ("Microsoft.Automation/automationAccounts", "DSCAndHybridWorker", &["privatelink.azure-automation.net"]),
    ("Microsoft.DataFactory/factories", "dataFactory", &["privatelink.datafactory.azure.net"]),
    ("Microsoft.DataFactory/factories", "portal", &["privatelink.adf.azure.com"]),
    ("Microsoft.SignalRService/signalR", "signalr", &["privatelink.service.signalr.net"]),
    ("Microsoft.RecoveryServices/vaults", "AzureBackup", &["privatelink.${location}.backup.windowsazure.com"]),
    ("Microsoft.Insights/privateLinkScopes", "azuremonitor", &["privatelink.monitor.azure.com", "privatelink.oms.opinsights.azure.com", "privatelink.ods.opinsights.azure.com", "privatelink.agentsvc.azure-automation.net", "privatelink.blob.${environment().suffixes.storage}"]),
];

/// What is printed of the target that a function adds as `target`, in the form of a row.
fn printed<T: PrivateLinkTarget>(target: impl FnOnce(&mut Graph<ResourceGroup>) -> T) -> String {
    let mut g = Graph::new();
    let target = target(&mut g);
    let network = VirtualNetwork::existing("net").add(&mut g, "network");
    let subnet = Subnet::existing(&network, "private-endpoints").add(&mut g, "subnet");
    let zones = Zones::of(&target).add(&mut g, "zone");
    zones.link(&network, &mut g, "link");
    PrivateEndpoint::new("pe", "japaneast", &target, &subnet).register_in(&zones, &mut g, "endpoint");
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    let ty = between(&text, "resource target '", "@").concat();
    let zones: Vec<_> =
        between(&text, "  name: 'privatelink", "'").iter().map(|end| format!("privatelink{end}")).collect();
    format!("{ty} {} {}", between(&text, "groupIds: ['", "']").join(","), zones.join(","))
}

/// What stands between two texts, wherever it does.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end)).map(|(found, _)| found).collect()
}

/// The handle of a resource, or a group of it, which leads to it.
macro_rules! target {
    ($module:ident::$resource:ident) => {
        printed(|g| $module::$resource::existing("contoso1").add(g, "target"))
    };
    ($module:ident::$resource:ident, $group:ident::$of:ident) => {
        printed(|g| group::$group::$of(&$module::$resource::existing("contoso1").add(g, "target")))
    };
    ($module:ident::$resource:ident, $group:ident in region) => {
        printed(|g| {
            let region = g.param("location").describe("Region of the service.");
            group::$group::of(&$module::$resource::existing("contoso1").add(g, "target"), &region)
        })
    };
    ($module:ident::$resource:ident, $($group:ident),*) => {
        [$(printed(|g| group::$group::of(&$module::$resource::existing("contoso1").add(g, "target")))),*]
    };
}

fn all() -> Vec<String> {
    let accounts = [
        printed(|g| OpenAi::new("target", "japaneast").adjust(super::without_callers).add(g, "target")),
        printed(|g| AiServices::new("target", "japaneast").adjust(super::without_callers).add(g, "target")),
        printed(|g| {
            CognitiveServices::new("SpeechServices", "target", "japaneast")
                .adjust(super::without_callers)
                .add(g, "target")
        }),
    ];
    let handles = [
        target!(key_vault::Vault),
        target!(search::SearchService, SearchService::of_billed),
        target!(container_registry::Registry, Registry::of_premium),
        target!(app_configuration::ConfigurationStore),
        target!(event_hub::Namespace),
        target!(service_bus::Namespace, ServiceBusNamespace::of_premium),
        target!(relay::Namespace),
        target!(devices::IotHub),
        target!(devices::ProvisioningService),
        target!(event_grid::Topic),
        target!(event_grid::Domain),
        target!(container_service::ManagedCluster, Kubernetes in region),
        target!(app::ManagedEnvironment, ContainerAppsEnvironment in region),
        target!(web::Site),
        target!(web::StaticSite),
        target!(sql::Server),
        target!(postgresql::FlexibleServer),
        target!(mysql::FlexibleServer),
        target!(cache::Redis),
        target!(machine_learning_services::Workspace),
        target!(api_management::Service),
        target!(automation::AutomationAccount, AutomationWebhook::of),
        target!(automation::AutomationAccount, AutomationWorker::of),
        target!(data_factory::Factory, DataFactory::of),
        target!(data_factory::Factory, DataFactoryPortal::of),
        target!(signal_r_service::SignalR),
        target!(recovery_services::Vault, Backup in region),
        target!(insights::PrivateLinkScope),
    ];
    accounts.into_iter().chain(groups()).chain(handles).collect()
}

fn groups() -> impl Iterator<Item = String> {
    let primary = target!(storage::StorageAccount, Blob, Table, Queue, File, Web, Dfs);
    let secondary = target!(
        storage::StorageAccount,
        BlobSecondary,
        TableSecondary,
        QueueSecondary,
        FileSecondary,
        WebSecondary,
        DfsSecondary
    );
    let cosmos =
        target!(document_db::DatabaseAccount, CosmosSql, CosmosMongoDb, CosmosCassandra, CosmosGremlin, CosmosTable);
    primary.into_iter().chain(secondary).chain(cosmos)
}

#[test]
fn every_group_prints_its_id_and_its_zones() {
    let expected = ROWS.map(|(ty, group, zones)| format!("{ty} {group} {}", zones.join(",")));
    assert_eq!(all(), expected);
}

#[test]
fn every_line_of_the_table_has_a_row_here() {
    let table = include_str!("../../src/construct/private_link/group.rs");
    assert_eq!(table.lines().filter(|line| line.contains("\" in [")).count(), ROWS.len());
}

//! What private endpoints can lead to, as types: one line a group of a service, with the zones in which it registers.
//! It must not know how endpoints and zones are added.
//!
//! A type cannot tell the zones of two regions apart, where each has its own: there the target says which region it is in.

#[allow(unused_imports, reason = "there are groups only with the features of their providers")]
use super::target::{Group, OneZone, PrivateLinkTarget, RegistersIn, ZoneFacts};
#[allow(unused_imports, reason = "as above")]
use super::zone;

/// One line a group: `the` only group of its resource, whose handle is a target by itself; `one` of several groups; one of
/// which a function such as `(of_premium)` promises what a type cannot know; `regional`, whose zone has a region in its name;
/// or `built`, what only constructs make.
macro_rules! groups {
    ($($(#[$doc:meta])* $feature:literal $how:tt $module:ident::$resource:ident $group:ident = $id:literal in [$($zone:ident),+];)*) => {$(
        group! {
            $feature $how $module::$resource $group $id,
            #[doc = concat!("\nIts endpoints register in:", $("\n- [`zone::", stringify!($zone), "`]",)+ "\n")]
            $(#[$doc])*
        }

        #[cfg(feature = $feature)]
        impl Group for $group {
            const ID: &'static str = $id;
            type Region = region!($how);

            fn zones(region: &Self::Region) -> Vec<ZoneFacts> {
                vec![$(ZoneFacts::of::<zone::$zone>(region)),+]
            }
        }

        $(
            #[cfg(feature = $feature)]
            #[diagnostic::do_not_recommend]
            impl RegistersIn<zone::$zone> for $group {}
        )+

        one_zone! { $feature $group $($zone)+ }
    )*};
}

/// What the names of a group's zones need.
#[allow(unused_macros, reason = "there are groups only with the features of their services")]
macro_rules! region {
    (regional) => { dsl::Value<String> };
    ($how:tt) => { () };
}

/// The type of a group, and the targets that lead to it.
macro_rules! group {
    ($feature:literal the $module:ident::$resource:ident $group:ident $id:literal, $(#[$doc:meta])*) => {
        group! { $feature one $module::$resource $group $id, $(#[$doc])* }

        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl PrivateLinkTarget for dsl::Resource<crate::$module::$resource> {
            type Group = $group;
            fn id(&self) -> dsl::Value<String> {
                self.id()
            }
            fn region(&self) {}
        }
    };
    ($feature:literal one $module:ident::$resource:ident $group:ident $id:literal, $(#[$doc:meta])*) => {
        group! {
            $feature (of) $module::$resource $group $id,
            $(#[$doc])*
        }
    };
    ($feature:literal ($of:ident) $module:ident::$resource:ident $group:ident $id:literal, $(#[$doc:meta])*) => {
        #[doc = concat!("`", $id, "` of a [`", stringify!($resource), "`](crate::", stringify!($module), "::", stringify!($resource), ").")]
        $(#[$doc])*
        #[cfg(feature = $feature)]
        #[derive(Clone, Debug)]
        pub struct $group {
            id: dsl::Value<String>,
        }

        #[cfg(feature = $feature)]
        impl $group {
            /// This group of a resource, as a target of private endpoints.
            pub fn $of(resource: &dsl::Resource<crate::$module::$resource>) -> Self {
                $group { id: resource.id() }
            }
        }

        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl PrivateLinkTarget for $group {
            type Group = $group;
            fn id(&self) -> dsl::Value<String> {
                self.id.clone()
            }
            fn region(&self) {}
        }
    };
    ($feature:literal regional $module:ident::$resource:ident $group:ident $id:literal, $(#[$doc:meta])*) => {
        #[doc = concat!("`", $id, "` of a [`", stringify!($resource), "`](crate::", stringify!($module), "::", stringify!($resource), ").")]
        $(#[$doc])*
        #[cfg(feature = $feature)]
        #[derive(Clone, Debug)]
        pub struct $group {
            id: dsl::Value<String>,
            region: dsl::Value<String>,
        }

        #[cfg(feature = $feature)]
        impl $group {
            /// This group of a resource and its region, as a target of private endpoints.
            pub fn of(resource: &dsl::Resource<crate::$module::$resource>, region: impl dsl::ValueOf<String>) -> Self {
                $group { id: resource.id(), region: region.into() }
            }
        }

        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl PrivateLinkTarget for $group {
            type Group = $group;
            fn id(&self) -> dsl::Value<String> {
                self.id.clone()
            }
            fn region(&self) -> dsl::Value<String> {
                self.region.clone()
            }
        }
    };
    ($feature:literal built $module:ident::$resource:ident $group:ident $id:literal, $(#[$doc:meta])*) => {
        #[doc = concat!("`", $id, "` of a [`", stringify!($resource), "`](crate::", stringify!($module), "::", stringify!($resource), ").")]
        $(#[$doc])*
        #[cfg(feature = $feature)]
        #[derive(Clone, Copy, Debug)]
        pub enum $group {}
    };
}

macro_rules! one_zone {
    ($feature:literal $group:ident $zone:ident) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl OneZone for $group {
            type Zone = zone::$zone;
        }
    };
    ($feature:literal $group:ident $($zone:ident)+) => {};
}

groups! {
    /// The construct [`OpenAi`](crate::construct::OpenAi) leads to it, for an account needs a custom subdomain.
    "cognitive-services" built cognitive_services::Account OpenAi = "account" in [OpenAi];
    /// The construct [`AiServices`](crate::construct::AiServices) leads to it, for an account needs a custom subdomain.
    "cognitive-services" built cognitive_services::Account AiServices = "account" in [CognitiveServices, OpenAi, AiServices];
    /// The construct [`CognitiveServices`](crate::construct::CognitiveServices) leads to it, for an account needs a custom
    /// subdomain.
    "cognitive-services" built cognitive_services::Account CognitiveServices = "account" in [CognitiveServices];
    "storage" one storage::StorageAccount Blob = "blob" in [Blob];
    "storage" one storage::StorageAccount BlobSecondary = "blob_secondary" in [Blob];
    "storage" one storage::StorageAccount Table = "table" in [Table];
    "storage" one storage::StorageAccount TableSecondary = "table_secondary" in [Table];
    "storage" one storage::StorageAccount Queue = "queue" in [Queue];
    "storage" one storage::StorageAccount QueueSecondary = "queue_secondary" in [Queue];
    "storage" one storage::StorageAccount File = "file" in [File];
    "storage" one storage::StorageAccount FileSecondary = "file_secondary" in [File];
    "storage" one storage::StorageAccount Web = "web" in [Web];
    "storage" one storage::StorageAccount WebSecondary = "web_secondary" in [Web];
    "storage" one storage::StorageAccount Dfs = "dfs" in [Dfs];
    "storage" one storage::StorageAccount DfsSecondary = "dfs_secondary" in [Dfs];
    "document-db" one document_db::DatabaseAccount CosmosSql = "Sql" in [CosmosSql];
    "document-db" one document_db::DatabaseAccount CosmosMongoDb = "MongoDB" in [CosmosMongoDb];
    "document-db" one document_db::DatabaseAccount CosmosCassandra = "Cassandra" in [CosmosCassandra];
    "document-db" one document_db::DatabaseAccount CosmosGremlin = "Gremlin" in [CosmosGremlin];
    "document-db" one document_db::DatabaseAccount CosmosTable = "Table" in [CosmosTable];
    "key-vault" the key_vault::Vault Vault = "vault" in [KeyVault];
    /// Azure demands another SKU of the service than `free`.
    "search" (of_billed) search::SearchService SearchService = "searchService" in [Search];
    /// Azure demands the SKU `Premium` of the registry.
    "container-registry" (of_premium) container_registry::Registry Registry = "registry" in [ContainerRegistry];
    "app-configuration" the app_configuration::ConfigurationStore ConfigurationStore = "configurationStores" in [AppConfiguration];
    "event-hub" the event_hub::Namespace EventHubNamespace = "namespace" in [ServiceBus];
    /// Azure demands the SKU `Premium` of the namespace.
    "service-bus" (of_premium) service_bus::Namespace ServiceBusNamespace = "namespace" in [ServiceBus];
    "relay" the relay::Namespace RelayNamespace = "namespace" in [ServiceBus];
    /// The second zone is that of the built-in endpoint for events.
    "devices" the devices::IotHub IotHub = "iotHub" in [IotHub, ServiceBus];
    "devices" the devices::ProvisioningService ProvisioningService = "iotDps" in [DeviceProvisioning];
    "event-grid" the event_grid::Topic Topic = "topic" in [EventGrid];
    "event-grid" the event_grid::Domain Domain = "domain" in [EventGrid];
    /// Azure makes endpoint and zone of a private cluster for its own network; this is for another one.
    "container-service" regional container_service::ManagedCluster Kubernetes = "management" in [Kubernetes];
    "app" regional app::ManagedEnvironment ContainerAppsEnvironment = "managedEnvironments" in [ContainerApps];
    "web" the web::Site Site = "sites" in [WebSites];
    "web" the web::StaticSite StaticSite = "staticSites" in [StaticSites];
    "sql" the sql::Server SqlServer = "sqlServer" in [SqlServer];
    "postgresql" the postgresql::FlexibleServer PostgreSqlServer = "postgresqlServer" in [PostgreSql];
    "mysql" the mysql::FlexibleServer MySqlServer = "mysqlServer" in [MySql];
    "cache" the cache::Redis Redis = "redisCache" in [Redis];
    "machine-learning-services" the machine_learning_services::Workspace MachineLearningWorkspace = "amlworkspace" in [MachineLearning, Notebooks];
    "api-management" the api_management::Service Gateway = "Gateway" in [ApiManagement];
    "automation" one automation::AutomationAccount AutomationWebhook = "Webhook" in [Automation];
    "automation" one automation::AutomationAccount AutomationWorker = "DSCAndHybridWorker" in [Automation];
    "data-factory" one data_factory::Factory DataFactory = "dataFactory" in [DataFactory];
    "data-factory" one data_factory::Factory DataFactoryPortal = "portal" in [DataFactoryPortal];
    "signal-r-service" the signal_r_service::SignalR SignalR = "signalr" in [SignalR];
    /// The region is Azure Backup's code of it: `jpe` is `japaneast`.
    "recovery-services" regional recovery_services::Vault Backup = "AzureBackup" in [Backup];
    "insights" the insights::PrivateLinkScope AzureMonitor = "azuremonitor" in [Monitor, OperationalInsights, OperationalData, AutomationAgents, Blob];
}

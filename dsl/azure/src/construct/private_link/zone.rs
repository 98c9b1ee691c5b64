//! The private DNS zones of Azure's services as types, one line a zone, in the words of
//! [Learn: private DNS zone values](https://learn.microsoft.com/azure/private-link/private-endpoint-dns). They must not
//! know which services register in them: some share one.

use dsl::{Expr, Value};

/// A private DNS zone that Azure's services register private endpoints in.
pub trait PrivateZone {
    /// The name of its entry in the zone group of an endpoint.
    const WORD: &'static str;
    /// The end of its symbol among several zones.
    const SYMBOL: &'static str;
    /// A region, `Value<String>`, if it is in the name; nothing else, `()`.
    type Region;

    /// The name of the zone. What differs between Azure's clouds is computed where Bicep knows it.
    fn name(region: &Self::Region) -> Value<String>;
}

/// A zone that serves every region.
#[diagnostic::on_unimplemented(
    message = "each region has a zone `{Self}` of its own",
    label = "of which region is this one?",
    note = "write `Zone::in_region(zone::…, &location)`"
)]
pub trait InEveryRegion: PrivateZone<Region = ()> {}

/// `environment().suffixes.<member>`: the linter refuses the host names of the public cloud.
fn suffix(member: &'static str) -> Value<String> {
    Value::new(Expr::call("environment", []).member("suffixes").member(member))
}

macro_rules! zones {
    ($($zone:ident $word:literal = $name:literal $(+ $suffix:ident)?;)*) => {$(
        #[doc = concat!("`", $name, $("${environment().suffixes.", stringify!($suffix), "}",)? "`")]
        #[derive(Clone, Copy, Debug)]
        pub struct $zone;

        impl PrivateZone for $zone {
            const WORD: &'static str = $word;
            const SYMBOL: &'static str = stringify!($zone);
            type Region = ();

            fn name(_region: &()) -> Value<String> {
                Value::text($name) $(+ suffix(stringify!($suffix)))?
            }
        }

        impl InEveryRegion for $zone {}
    )*};
}

/// Zones of which each region has its own.
macro_rules! regional_zones {
    ($($zone:ident $word:literal = $start:literal $end:literal;)*) => {$(
        #[doc = concat!("`", $start, "${region}", $end, "`")]
        #[derive(Clone, Copy, Debug)]
        pub struct $zone;

        impl PrivateZone for $zone {
            const WORD: &'static str = $word;
            const SYMBOL: &'static str = stringify!($zone);
            type Region = Value<String>;

            fn name(region: &Value<String>) -> Value<String> {
                $start + region + $end
            }
        }
    )*};
}

regional_zones! {
    Kubernetes "kubernetes" = "privatelink." ".azmk8s.io";
    ContainerApps "containerapps" = "privatelink." ".azurecontainerapps.io";
    // Its regions are codes: `jpe` is `japaneast`.
    Backup "backup" = "privatelink." ".backup.windowsazure.com";
}

zones! {
    OpenAi "openai" = "privatelink.openai.azure.com";
    CognitiveServices "cognitiveservices" = "privatelink.cognitiveservices.azure.com";
    AiServices "aiservices" = "privatelink.services.ai.azure.com";
    Blob "blob" = "privatelink.blob." + storage;
    Table "table" = "privatelink.table." + storage;
    Queue "queue" = "privatelink.queue." + storage;
    File "file" = "privatelink.file." + storage;
    Web "web" = "privatelink.web." + storage;
    Dfs "dfs" = "privatelink.dfs." + storage;
    CosmosSql "sql" = "privatelink.documents.azure.com";
    CosmosMongoDb "mongodb" = "privatelink.mongo.cosmos.azure.com";
    CosmosCassandra "cassandra" = "privatelink.cassandra.cosmos.azure.com";
    CosmosGremlin "gremlin" = "privatelink.gremlin.cosmos.azure.com";
    CosmosTable "table" = "privatelink.table.cosmos.azure.com";
    // `environment().suffixes.keyvaultDns` is another suffix, that of the public names.
    KeyVault "vault" = "privatelink.vaultcore.azure.net";
    Search "search" = "privatelink.search.windows.net";
    ContainerRegistry "registry" = "privatelink.azurecr.io";
    AppConfiguration "appconfiguration" = "privatelink.azconfig.io";
    ServiceBus "servicebus" = "privatelink.servicebus.windows.net";
    IotHub "iothub" = "privatelink.azure-devices.net";
    DeviceProvisioning "provisioning" = "privatelink.azure-devices-provisioning.net";
    EventGrid "eventgrid" = "privatelink.eventgrid.azure.net";
    WebSites "sites" = "privatelink.azurewebsites.net";
    StaticSites "staticsites" = "privatelink.azurestaticapps.net";
    // The suffix begins with a dot.
    SqlServer "sqlserver" = "privatelink" + sqlServerHostname;
    PostgreSql "postgresql" = "privatelink.postgres.database.azure.com";
    MySql "mysql" = "privatelink.mysql.database.azure.com";
    Redis "redis" = "privatelink.redis.cache.windows.net";
    MachineLearning "machinelearning" = "privatelink.api.azureml.ms";
    Notebooks "notebooks" = "privatelink.notebooks.azure.net";
    ApiManagement "gateway" = "privatelink.azure-api.net";
    Automation "automation" = "privatelink.azure-automation.net";
    DataFactory "datafactory" = "privatelink.datafactory.azure.net";
    DataFactoryPortal "portal" = "privatelink.adf.azure.com";
    SignalR "signalr" = "privatelink.service.signalr.net";
    Monitor "monitor" = "privatelink.monitor.azure.com";
    OperationalInsights "oms" = "privatelink.oms.opinsights.azure.com";
    OperationalData "ods" = "privatelink.ods.opinsights.azure.com";
    AutomationAgents "agentsvc" = "privatelink.agentsvc.azure-automation.net";
}

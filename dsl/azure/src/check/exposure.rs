//! What is open to the internet: services by their own switch, networks by their rules, and what is public by its nature.
//! It must not know whether that is right.

use dsl::{Entry, Expr, Facts, ResourceFacts};

use super::security_rule;

/// How a service answers over the public network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicAccess {
    /// Not at all.
    Closed,
    /// To the addresses and networks that it lists.
    Limited,
    /// To everybody.
    Open,
    /// To everybody, for Azure opens what says nothing.
    OpenByDefault,
    /// As a value says that is not known now.
    Computed,
    /// It has no switch, or none that this project knows of.
    Unknown,
}

/// How a service answers over the public network, as far as it says so.
pub fn of_service(service: &ResourceFacts<'_>) -> PublicAccess {
    let is_limited = is_limited(service) || service.children().any(|it| it.is_any(RULE_SETS) && is_limited(&it));
    let switch = switch(service);
    match (service.value(switch), service.text(switch)) {
        (Some(Expr::Bool(false)), _) => PublicAccess::Closed,
        (_, Some(text)) if text.eq_ignore_ascii_case("Disabled") => PublicAccess::Closed,
        _ if is_limited => PublicAccess::Limited,
        _ if names_nobody(service) => PublicAccess::Closed,
        (Some(Expr::Bool(true)), _) => PublicAccess::Open,
        (_, Some(text)) if text.eq_ignore_ascii_case("Enabled") => PublicAccess::Open,
        (Some(_), _) => PublicAccess::Computed,
        (None, _) if service.is_any(SWITCHED) && service.body().lacks(switch) => PublicAccess::OpenByDefault,
        (None, _) => PublicAccess::Unknown,
    }
}

/// Where a service says whether it can be reached over the public network.
pub fn switch(service: &ResourceFacts<'_>) -> &'static str {
    if service.is_any(SERVERS) { SWITCH_OF_SERVERS } else { SWITCH }
}

/// Whether it denies all whom its lists do not name, and these name nobody. Only some types mean that: a namespace of
/// Service Bus or Event Hubs lets in everybody until there is a rule.
fn names_nobody(service: &ResourceFacts<'_>) -> bool {
    let denies = |path: &&str| service.text(path).is_some_and(|action| action.eq_ignore_ascii_case("Deny"));
    let is_empty = |path: &&str| service.body().lacks(path) || service.value(path) == Some(&Expr::array([]));
    service.is_any(DENYING) && DEFAULT_ACTIONS.iter().any(denies) && LISTS.iter().all(is_empty)
}

/// Whether a resource is of a type that can be reached from the internet by its nature, be it so or not.
pub fn may_be_public(resource: &ResourceFacts<'_>) -> bool {
    PUBLIC_BY_NATURE.iter().any(|(ty, _)| resource.is(ty))
}

/// Why a resource can be reached from the internet by its nature, or by a switch of its own kind; nothing if it cannot.
pub fn by_nature(resource: &ResourceFacts<'_>) -> Option<&'static str> {
    let (_, why) = PUBLIC_BY_NATURE.iter().find(|(ty, _)| resource.is(ty))?;
    let is_closed = match resource.ty() {
        "Microsoft.ApiManagement/service" => {
            resource.text("properties.virtualNetworkType").is_some_and(|it| it.eq_ignore_ascii_case("Internal"))
        }
        "Microsoft.App/containerApps" => {
            !resource.is_set("properties.configuration.ingress.external", true) || is_in_closed_environment(resource)
        }
        "Microsoft.Compute/virtualMachineScaleSets" => !has_public_addresses(resource),
        "Microsoft.ContainerInstance/containerGroups" => resource.text("properties.ipAddress.type") != Some("Public"),
        "Microsoft.ContainerService/managedClusters" => {
            resource.is_set("properties.apiServerAccessProfile.enablePrivateCluster", true)
        }
        _ => false,
    };
    (!is_closed).then_some(why)
}

/// What is external to such an environment is its virtual network, and no more.
fn is_in_closed_environment(app: &ResourceFacts<'_>) -> bool {
    app.references("properties.environmentId").iter().any(|environment| {
        environment.is_set("properties.vnetConfiguration.internal", true)
            || of_service(environment) == PublicAccess::Closed
    })
}

/// Machines of a scale set get addresses from a property of their interfaces.
fn has_public_addresses(scale_set: &ResourceFacts<'_>) -> bool {
    let mut has = false;
    scale_set.body().expr().walk(&mut |expr| {
        if let Expr::Object(entries) = expr {
            has |= entries.iter().filter_map(Entry::name).any(|name| name == "publicIPAddressConfiguration");
        }
    });
    has
}

const PUBLIC_BY_NATURE: &[(&str, &str)] = &[
    ("Microsoft.ApiManagement/service", "its gateway has a public address"),
    ("Microsoft.App/containerApps", "its ingress is external"),
    ("Microsoft.Cdn/profiles/afdEndpoints", "an endpoint of Front Door"),
    ("Microsoft.Compute/virtualMachineScaleSets", "its machines have public addresses"),
    ("Microsoft.ContainerInstance/containerGroups", "it has a public address"),
    ("Microsoft.ContainerService/managedClusters", "its API server is public"),
    ("Microsoft.Network/publicIPAddresses", "a public address"),
    ("Microsoft.Network/publicIPPrefixes", "public addresses"),
    ("Microsoft.Web/staticSites", "a static web app"),
];

/// A rule of a network security group that lets in the internet.
#[derive(Clone, Debug)]
pub struct OpenRule<'g> {
    /// The resource that declares it: itself, or its group.
    pub declared_by: ResourceFacts<'g>,
    /// Its name, as far as it is known now.
    pub name: &'g str,
    /// The ports that it opens.
    pub ports: Vec<&'g str>,
}

/// The rules that let in the internet.
pub fn open_rules<'g>(facts: &Facts<'g>) -> Vec<OpenRule<'g>> {
    let open = security_rule::all(facts).filter(security_rule::SecurityRule::is_open);
    open.map(|rule| OpenRule { declared_by: rule.declared_by, name: rule.name(), ports: rule.ports() }).collect()
}

/// Whether it lists who may come in: whoever listed them wants both ways. A list means nothing where all others may come in,
/// too, or where it names everybody.
fn is_limited(target: &ResourceFacts<'_>) -> bool {
    let lists: Vec<_> = LISTS.iter().filter_map(|path| target.value(path)).collect();
    !allows_others(target)
        && !lists.iter().any(|list| names_everybody(list))
        && lists.iter().any(|list| **list != Expr::array([]))
}

/// Whether a service lets in whom its lists do not name.
pub fn allows_others(service: &ResourceFacts<'_>) -> bool {
    DEFAULT_ACTIONS.iter().any(|path| service.text(path).is_some_and(|action| action.eq_ignore_ascii_case("Allow")))
}

/// Whether a list holds a range of at least half of all addresses: two of them are all.
fn names_everybody(list: &Expr) -> bool {
    let mut is_found = false;
    list.walk(&mut |part| {
        let range = if let Expr::String(text) = part { text.rsplit_once('/') } else { None };
        is_found |= range.is_some_and(|(address, length)| {
            ["0", "1"].contains(&length) && address.chars().all(|char| char.is_ascii_hexdigit() || ".:".contains(char))
        });
    });
    is_found
}

/// Where services say what becomes of those whom no list names.
const DEFAULT_ACTIONS: &[&str] = &[
    "properties.defaultAction",
    "properties.networkAcls.defaultAction",
    "properties.networkRuleSet.defaultAction",
    "properties.networkRuleSets.defaultAction",
];

/// The types of which nobody is let in where nobody is named.
const DENYING: &[&str] = &[
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.ContainerRegistry/registries",
    "Microsoft.KeyVault/managedHSMs",
    "Microsoft.KeyVault/vaults",
    "Microsoft.Storage/storageAccounts",
];

/// The types that have the switch beside their subnet.
const SERVERS: &[&str] = &["Microsoft.DBforMySQL/flexibleServers", "Microsoft.DBforPostgreSQL/flexibleServers"];
const SWITCH_OF_SERVERS: &str = "properties.network.publicNetworkAccess";

/// The types of resources of their own that list them.
pub(super) const RULE_SETS: &[&str] =
    &["Microsoft.EventHub/namespaces/networkRuleSets", "Microsoft.ServiceBus/namespaces/networkRuleSets"];

/// Where services list addresses and networks that may come in, to the exclusion of all others.
pub const LISTS: &[&str] = &[
    "properties.inboundIpRules",
    "properties.ipRules",
    "properties.networkAcls.ipRules",
    "properties.networkAcls.resourceAccessRules",
    "properties.networkAcls.virtualNetworkRules",
    "properties.networkRuleSet.ipRules",
    "properties.networkRuleSet.virtualNetworkRules",
    "properties.networkRuleSets.ipRules",
    "properties.siteConfig.ipSecurityRestrictions",
    "properties.virtualNetworkRules",
];

/// Whether a service can be reached over the public network: `Enabled` or `Disabled`.
pub const SWITCH: &str = "properties.publicNetworkAccess";

/// The types that have that switch, and answer to everybody where it is not set.
pub const SWITCHED: &[&str] = &[
    "Microsoft.App/managedEnvironments",
    "Microsoft.AppConfiguration/configurationStores",
    "Microsoft.Automation/automationAccounts",
    "Microsoft.Batch/batchAccounts",
    "Microsoft.Cache/redis",
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.ContainerRegistry/registries",
    "Microsoft.DBforMySQL/flexibleServers",
    "Microsoft.DBforPostgreSQL/flexibleServers",
    "Microsoft.Dashboard/grafana",
    "Microsoft.DataFactory/factories",
    "Microsoft.Devices/IotHubs",
    "Microsoft.Devices/provisioningServices",
    "Microsoft.DigitalTwins/digitalTwinsInstances",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.DocumentDB/mongoClusters",
    "Microsoft.EventGrid/domains",
    "Microsoft.EventGrid/namespaces",
    "Microsoft.EventGrid/partnerNamespaces",
    "Microsoft.EventGrid/topics",
    "Microsoft.EventHub/namespaces",
    "Microsoft.KeyVault/managedHSMs",
    "Microsoft.KeyVault/vaults",
    "Microsoft.Kusto/clusters",
    "Microsoft.MachineLearningServices/workspaces",
    "Microsoft.RecoveryServices/vaults",
    "Microsoft.Relay/namespaces",
    "Microsoft.Search/searchServices",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.SignalRService/signalR",
    "Microsoft.SignalRService/webPubSub",
    "Microsoft.Sql/servers",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.Web/sites",
    "Microsoft.Web/sites/slots",
];

/// More types that have it. What they do where it is not set depends on the version, or is not known.
pub const CLOSABLE: &[&str] = &[
    "Microsoft.Cache/redisEnterprise",
    "Microsoft.HealthcareApis/workspaces/fhirservices",
    "Microsoft.MachineLearningServices/registries",
    "Microsoft.NotificationHubs/namespaces",
    "Microsoft.Purview/accounts",
    "Microsoft.Synapse/workspaces",
];

#[test]
fn every_listed_type_has_the_switch() {
    use types::{Provider, Type, TypeId, find_shared};
    let property = |provider: &Provider, of: TypeId, name: &str| match &provider.types()[of.index()] {
        Type::Object(object) => object.properties.iter().find(|it| it.name == name).map(|it| it.ty),
        _ => None,
    };
    for ty in SWITCHED.iter().chain(CLOSABLE) {
        let (provider, resource) = find_shared(ty, None).expect("the data has the type");
        let path = if SERVERS.contains(ty) { SWITCH_OF_SERVERS } else { SWITCH };
        let found = path.split('.').try_fold(resource.body, |of, name| property(provider, of, name));
        assert!(found.is_some(), "{ty}");
    }
}

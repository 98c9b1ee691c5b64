//! The rules for names, one line a type, by
//! [Learn: naming rules](https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules) and, where
//! it says something else, by Azure's data. A type whose rule is not sure is not here. It must not know how a rule is used.

use super::rule::InData::{Length, Pattern};
use super::rule::{NameRule, is_same};

/// Letters and digits at both ends, and between them these.
const HYPHEN: [&str; 3] = ["aA0-", "aA0", "aA0"];
/// As most resources of networks and machines are named.
const COMMON: [&str; 3] = ["aA0_.-", "aA0", "aA0_"];
/// As machines are named: letters of other scripts are not ruled out.
const MACHINE: [&str; 3] = ["aA0é_.-", "aA0é", "aA0é_"];
/// As apps are named: letters of other scripts become Punycode.
const APP: [&str; 3] = ["aA0é-", "aA0é-", "aA0é-"];
const DOTTED: [&str; 3] = ["aA0_.-", "aA0", "aA0"];
const ALNUM: [&str; 3] = ["aA0", "aA0", "aA0"];
const LETTER_FIRST: [&str; 3] = ["aA0-", "aA", "aA0"];
const LOWER: [&str; 3] = ["a0-", "a0", "a0"];
const LOWER_LETTER_FIRST: [&str; 3] = ["a0-", "a", "a0"];
/// As what is kept in Cosmos DB is named: anything that fits into an address.
const NO_PATH: [&str; 3] = ["^/\\?#", "^/\\?#", "^/\\?# "];
const NO_RESERVED: [&str; 3] = ["^<>*%&:\\/?", "^<>*%&:\\/?", "^<>*%&:\\/?. "];

/// Every rule, in the order of the types.
pub const RULES: &[NameRule] = &[
    NameRule::new("Microsoft.ApiManagement/service", (1, 50), LETTER_FIRST).in_data(Pattern),
    NameRule::new("Microsoft.App/containerApps", (2, 32), LOWER_LETTER_FIRST).without("--"),
    NameRule::new("Microsoft.App/jobs", (2, 32), LOWER_LETTER_FIRST).without("--"),
    NameRule::new("Microsoft.Automation/automationAccounts", (6, 50), LETTER_FIRST),
    NameRule::new("Microsoft.Cache/redis", (1, 63), HYPHEN).without("--"),
    NameRule::new("Microsoft.Cdn/profiles", (1, 260), HYPHEN).in_data(Pattern),
    NameRule::new("Microsoft.CognitiveServices/accounts", (2, 64), ["aA0_.-", "aA0", "aA0_.-"]).in_data(Pattern),
    NameRule::new("Microsoft.Compute/availabilitySets", (1, 80), COMMON),
    NameRule::new("Microsoft.Compute/diskEncryptionSets", (1, 80), ["aA0_-", "aA0_-", "aA0_-"]),
    NameRule::new("Microsoft.Compute/disks", (1, 80), ["aA0_-", "aA0_-", "aA0_-"]),
    NameRule::new("Microsoft.Compute/galleries", (1, 80), ["aA0_.", "aA0", "aA0"]),
    NameRule::new("Microsoft.Compute/images", (1, 80), COMMON),
    NameRule::new("Microsoft.Compute/snapshots", (1, 80), COMMON),
    NameRule::new("Microsoft.Compute/virtualMachines", (1, 64), MACHINE),
    NameRule::new("Microsoft.Compute/virtualMachineScaleSets", (1, 64), MACHINE),
    NameRule::new("Microsoft.ContainerInstance/containerGroups", (1, 63), LOWER).without("--"),
    NameRule::new("Microsoft.ContainerRegistry/registries", (5, 50), ALNUM).in_data(Pattern),
    NameRule::new("Microsoft.ContainerService/managedClusters", (1, 63), ["aA0_-", "aA0", "aA0"]).in_data(Pattern),
    NameRule::new("Microsoft.ContainerService/managedClusters/agentPools", (1, 12), ["a0", "a", "a0"]).in_data(Pattern),
    NameRule::new("Microsoft.DBforMySQL/flexibleServers", (3, 63), LOWER),
    NameRule::new("Microsoft.DBforPostgreSQL/flexibleServers", (3, 63), LOWER).in_data(Length),
    NameRule::new("Microsoft.Devices/IotHubs", (3, 50), ["aA0-", "aA0-", "aA0"]),
    NameRule::new("Microsoft.Devices/provisioningServices", (3, 64), ["aA0-", "aA0-", "aA0"]),
    NameRule::new("Microsoft.DocumentDB/databaseAccounts", (3, 50), ["a0-", "a0", "a0-"]).in_data(Length),
    NameRule::new("Microsoft.DocumentDB/databaseAccounts/sqlDatabases", (1, 255), NO_PATH),
    NameRule::new("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers", (1, 255), NO_PATH),
    NameRule::new("Microsoft.EventGrid/domains", (3, 50), ["aA0-", "aA0-", "aA0-"]),
    NameRule::new("Microsoft.EventGrid/domains/topics", (3, 50), ["aA0-", "aA0-", "aA0-"]),
    NameRule::new("Microsoft.EventGrid/eventSubscriptions", (3, 64), ["aA0-", "aA0-", "aA0-"]),
    NameRule::new("Microsoft.EventGrid/namespaces", (3, 50), ["aA0-", "aA0-", "aA0-"]).in_data(Pattern),
    NameRule::new("Microsoft.EventGrid/topics", (3, 50), ["aA0-", "aA0-", "aA0-"]),
    // Two characters more than the page says: the pattern of the data is one letter, 6 to 50 others and one more.
    NameRule::new("Microsoft.EventHub/namespaces", (8, 50), LETTER_FIRST).in_data(Pattern),
    NameRule::new("Microsoft.EventHub/namespaces/eventhubs", (1, 256), DOTTED).in_data(Length),
    NameRule::new("Microsoft.EventHub/namespaces/eventhubs/consumergroups", (1, 50), DOTTED)
        .besides(&["$Default"])
        .in_data(Length),
    NameRule::new("Microsoft.Insights/actionGroups", (1, 260), ["^:<>+/&%\\?", "^:<>+/&%\\?", "^:<>+/&%\\?. "]),
    NameRule::new("Microsoft.Insights/components", (1, 260), ["^%&\\?/", "^%&\\?/", "^%&\\?/. "]),
    NameRule::new("Microsoft.KeyVault/vaults", (3, 24), LETTER_FIRST).without("--"),
    NameRule::new("Microsoft.KeyVault/vaults/keys", (1, 127), ["aA0-", "aA0-", "aA0-"]),
    NameRule::new("Microsoft.KeyVault/vaults/secrets", (1, 127), ["aA0-", "aA0-", "aA0-"]),
    NameRule::new("Microsoft.Kusto/clusters", (4, 22), ["a0", "a", "a0"]),
    NameRule::new("Microsoft.Logic/workflows", (1, 80), ["aA0-_.()", "aA0-_.()", "aA0-_.()"]),
    NameRule::new("Microsoft.ManagedIdentity/userAssignedIdentities", (3, 128), ["aA0-_", "aA0", "aA0-_"]),
    NameRule::new("Microsoft.Network/applicationGateways", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/applicationSecurityGroups", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/azureFirewalls", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/bastionHosts", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/connections", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/firewallPolicies", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/loadBalancers", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/localNetworkGateways", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/natGateways", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/networkInterfaces", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/networkSecurityGroups", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/networkSecurityGroups/securityRules", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/networkWatchers", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/privateDnsZones/virtualNetworkLinks", (1, 80), COMMON),
    // The page says 2 to 64, and Azure takes as many as for others of this provider.
    NameRule::new("Microsoft.Network/privateEndpoints", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/publicIPAddresses", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/publicIPPrefixes", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/routeTables", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/routeTables/routes", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/virtualNetworkGateways", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/virtualNetworks", (2, 64), COMMON),
    NameRule::new("Microsoft.Network/virtualNetworks/subnets", (1, 80), COMMON),
    NameRule::new("Microsoft.Network/virtualNetworks/virtualNetworkPeerings", (1, 80), COMMON),
    NameRule::new("Microsoft.OperationalInsights/workspaces", (4, 63), HYPHEN).in_data(Pattern),
    NameRule::new("Microsoft.Relay/namespaces", (6, 50), LETTER_FIRST).in_data(Length),
    NameRule::new("Microsoft.Resources/resourceGroups", (1, 90), ["aA0é-_.()", "aA0é-_.()", "aA0é-_()"])
        .in_data(Length),
    NameRule::new("Microsoft.Search/searchServices", (2, 60), LOWER).beginning(2).without("--").in_data(Pattern),
    NameRule::new("Microsoft.ServiceBus/namespaces", (6, 50), LETTER_FIRST).in_data(Length),
    NameRule::new("Microsoft.ServiceBus/namespaces/queues", (1, 260), ["aA0-_./", "aA0", "aA0"]),
    NameRule::new("Microsoft.ServiceBus/namespaces/topics", (1, 260), ["aA0-_./", "aA0", "aA0"]),
    NameRule::new("Microsoft.ServiceBus/namespaces/topics/subscriptions", (1, 50), DOTTED).in_data(Length),
    NameRule::new("Microsoft.Sql/servers", (1, 63), LOWER),
    NameRule::new("Microsoft.Sql/servers/databases", (1, 128), NO_RESERVED),
    NameRule::new("Microsoft.Sql/servers/elasticPools", (1, 128), NO_RESERVED),
    NameRule::new("Microsoft.Sql/servers/failoverGroups", (1, 63), LOWER),
    NameRule::new("Microsoft.Sql/servers/firewallRules", (1, 128), ["^<>*%&:\\/?", "^<>*%&:\\/?", "^<>*%&:\\/?."]),
    NameRule::new("Microsoft.Storage/storageAccounts", (3, 24), ["a0", "a0", "a0"]).in_data(Pattern),
    NameRule::new("Microsoft.Storage/storageAccounts/blobServices/containers", (3, 63), LOWER)
        .without("--")
        .besides(&["$logs", "$root", "$web"])
        .in_data(Length),
    NameRule::new("Microsoft.Storage/storageAccounts/fileServices/shares", (3, 63), LOWER)
        .without("--")
        .in_data(Length),
    NameRule::new("Microsoft.Storage/storageAccounts/queueServices/queues", (3, 63), LOWER)
        .without("--")
        .in_data(Pattern),
    NameRule::new("Microsoft.Storage/storageAccounts/tableServices/tables", (3, 63), ["aA0", "aA", "aA0"])
        .in_data(Pattern),
    NameRule::new("Microsoft.Synapse/workspaces", (1, 50), LOWER).without("-ondemand"),
    NameRule::new("Microsoft.Web/serverfarms", (1, 60), ["aA0é_-", "aA0é_-", "aA0é_-"]),
    NameRule::new("Microsoft.Web/sites", (2, 60), ["aA0é-", "aA0é", "aA0é"]),
    NameRule::new("Microsoft.Web/sites/slots", (2, 59), APP),
];

/// The rule for the names of a type, if it is known. Case does not matter.
pub const fn rule_of(ty: &str) -> Option<&'static NameRule> {
    let mut index = 0;
    while index < RULES.len() {
        if is_same(RULES[index].ty, ty) {
            return Some(&RULES[index]);
        }
        index += 1;
    }
    None
}

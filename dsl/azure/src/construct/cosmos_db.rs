//! An account of Azure Cosmos DB for NoSQL, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use crate::document_db::{
    BackupPolicy, Capability, ConsistencyPolicy, ContinuousModeBackupPolicy, ContinuousModeProperties,
    ContinuousModeTier, DatabaseAccount, DatabaseAccountCreateUpdateProperties,
    DatabaseAccountCreateUpdatePublicNetworkAccess, DefaultConsistencyLevel, InlineLocation, IpAddress,
    MinimalTlsVersion, NetworkAclBypass,
};

/// An account of Azure Cosmos DB for NoSQL that takes Microsoft Entra tokens and TLS 1.2 only, can be restored to any moment
/// of the last 7 days, and cannot be reached over the public network. Who reads or writes its data is granted a
/// [`CosmosDataRole`](super::CosmosDataRole). After [Learn: secure your Azure Cosmos DB for NoSQL
/// account](https://learn.microsoft.com/azure/cosmos-db/security).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct CosmosDb {
    account: DatabaseAccount,
    locations: Vec<Value<String>>,
    is_zone_redundant: bool,
}

impl CosmosDb {
    /// An account in a region, whose databases or containers are given a throughput each. The name has 3 to 44 small letters,
    /// digits and dashes, and must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let location: Value<String> = location.into();
        let account = DatabaseAccount::new(name, &location, properties(Vec::new()));
        CosmosDb { account, locations: vec![location], is_zone_redundant: false }.located()
    }

    /// Paid by what is read and written, instead of a throughput that is set. It has one region, and cannot be changed later.
    pub fn serverless(self) -> Self {
        let capability: Value<Vec<Capability>> = [Capability::new().name("EnableServerless")].into();
        self.set("properties.capabilities", capability)
    }

    /// With a copy in another region, which takes over when the first one fails.
    pub fn replicated_to(mut self, location: impl ValueOf<String>) -> Self {
        self.locations.push(location.into());
        self.located().set("properties.enableAutomaticFailover", true)
    }

    /// Spread over the zones of its regions, which costs more, and which not every region offers.
    pub fn zone_redundant(mut self) -> Self {
        self.is_zone_redundant = true;
        self.located()
    }

    /// Another consistency of what is read than that of a session. `BoundedStaleness` needs its bounds as well, by
    /// [`adjust`](Self::adjust).
    pub fn consistency(self, level: impl ValueOf<DefaultConsistencyLevel>) -> Self {
        let level: Value<DefaultConsistencyLevel> = level.into();
        self.set("properties.consistencyPolicy.defaultConsistencyLevel", level)
    }

    /// Can be restored to any moment of the last 30 days, which is paid for.
    pub fn backup_30_days(self) -> Self {
        self.set("properties.backupPolicy.continuousModeProperties.tier", "Continuous30Days")
    }

    /// Takes keys as well, for callers that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.disableLocalAuth", false)
    }

    /// Opens it to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |range| IpAddress::new().ip_address_or_range(range);
        let rules: Value<Vec<IpAddress>> = ranges.into_iter().map(rule).collect::<Vec<_>>().into();
        self.public_access().set("properties.ipRules", rules)
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<DatabaseAccount>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<DatabaseAccount> {
        self.account.add(g, symbol)
    }

    fn located(self) -> Self {
        let is_zone_redundant = self.is_zone_redundant;
        let location = |(priority, name): (i64, &Value<String>)| {
            InlineLocation::new().location_name(name).failover_priority(priority).is_zone_redundant(is_zone_redundant)
        };
        let locations: Value<Vec<InlineLocation>> = (0..).zip(&self.locations).map(location).collect::<Vec<_>>().into();
        self.set("properties.locations", locations)
    }
}

impl Construct for CosmosDb {
    type Resource = DatabaseAccount;

    fn main(&mut self) -> &mut DatabaseAccount {
        &mut self.account
    }
}

fn properties(locations: Vec<InlineLocation>) -> DatabaseAccountCreateUpdateProperties {
    let tier = ContinuousModeProperties::new().tier(ContinuousModeTier::Continuous7Days);
    let backup = ContinuousModeBackupPolicy::new().continuous_mode_properties(tier);
    DatabaseAccountCreateUpdateProperties::new(locations, "Standard")
        .consistency_policy(ConsistencyPolicy::new(DefaultConsistencyLevel::Session))
        .disable_local_auth(true)
        .disable_key_based_metadata_write_access(true)
        .public_network_access(DatabaseAccountCreateUpdatePublicNetworkAccess::Disabled)
        .network_acl_bypass(NetworkAclBypass::None)
        .minimal_tls_version(MinimalTlsVersion::Tls12)
        .backup_policy(BackupPolicy::from(backup))
}

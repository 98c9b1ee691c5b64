//! A storage account, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use crate::storage::{
    BlobService, BlobServicePropertiesProperties, Bypass, Container, DefaultAction, DeleteRetentionPolicy, IpRule,
    MinimumTlsVersion, NetworkRuleSet, PublicNetworkAccess, Sku, SkuName, StorageAccount, StorageAccountKind,
    StorageAccountPropertiesCreateParameters,
};

/// A storage account that takes Microsoft Entra tokens and TLS 1.2 only, shows nothing to anonymous callers, and cannot be
/// reached over the public network but by Azure's trusted services. Its data is in three zones of the region. After
/// [Learn: security recommendations for Blob
/// storage](https://learn.microsoft.com/azure/storage/blobs/security-recommendations).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct Storage {
    account: StorageAccount,
    blobs: Option<BlobServicePropertiesProperties>,
    containers: Vec<(Text, Value<String>)>,
}

impl Storage {
    /// An account in a region. The name has 3 to 24 small letters and digits, and must be free in all of Azure, for it
    /// becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let account =
            StorageAccount::new(name, location, StorageAccountKind::StorageV2, Sku::new(SkuName::StandardZrs));
        Storage { account: account.properties(properties()), blobs: None, containers: Vec::new() }
    }

    /// Another SKU: `Standard_LRS` in a region without zones, `Standard_GZRS` with a copy in another region.
    pub fn sku(self, sku: impl ValueOf<SkuName>) -> Self {
        self.adjust(|account| account.sku(Sku::new(sku)))
    }

    /// With folders, for Data Lake Storage. It cannot be changed later.
    pub fn data_lake(self) -> Self {
        self.set("properties.isHnsEnabled", true)
    }

    /// Keeps blobs and containers that are deleted for 1 to 365 days.
    pub fn blob_soft_delete(self, days: impl ValueOf<i64>) -> Self {
        let days: Value<i64> = days.into();
        let policy = || DeleteRetentionPolicy::new().enabled(true).days(&days);
        self.adjust_blobs(|blobs| blobs.delete_retention_policy(policy()).container_delete_retention_policy(policy()))
    }

    /// With changes to what the account says of its blobs, such as versions: `.adjust_blobs(|blobs|
    /// blobs.is_versioning_enabled(true))`.
    pub fn adjust_blobs(
        mut self,
        change: impl FnOnce(BlobServicePropertiesProperties) -> BlobServicePropertiesProperties,
    ) -> Self {
        self.blobs = Some(change(self.blobs.unwrap_or_else(BlobServicePropertiesProperties::new)));
        self
    }

    /// With a container for blobs, under a symbol inside the account: `.container("reports", "reports")`.
    pub fn container(mut self, symbol: impl Into<Text>, name: impl ValueOf<String>) -> Self {
        self.containers.push((symbol.into(), name.into()));
        self
    }

    /// Takes the account's keys as well, for callers that know no tokens.
    pub fn shared_keys(self) -> Self {
        self.set("properties.allowSharedKeyAccess", true).set("properties.defaultToOAuthAuthentication", false)
    }

    /// Opens it to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.defaultAction", "Allow")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`. Azure takes single addresses without
    /// a prefix, and no prefixes of 31 and 32.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |range| IpRule::new(range).action("Allow");
        let rules: Value<Vec<IpRule>> = ranges.into_iter().map(rule).collect::<Vec<_>>().into();
        self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.ipRules", rules)
    }

    /// Adds it to the graph, with what it has of blobs inside its braces.
    #[track_caller]
    pub fn add<S: Holds<StorageAccount> + Holds<BlobService> + Holds<Container>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<StorageAccount> {
        if self.blobs.is_some() || !self.containers.is_empty() {
            return self.add_with_blobs(g, symbol).0;
        }
        self.account.add(g, symbol)
    }

    /// Adds it to the graph with its service for blobs, and returns both: what is under that service in other ways, such as a
    /// loop of containers, needs its handle.
    ///
    /// ```
    /// use azure::prelude::*;
    /// use azure::storage::Container;
    ///
    /// fn build(g: &mut Graph<ResourceGroup>, location: &Param<String>, names: &Param<Vec<String>>) {
    ///     let (_, blobs) = Storage::new("stcontoso", location).blob_soft_delete(14).add_with_blobs(g, "storage");
    ///     g.each("name", names, |g, name, _| {
    ///         Container::new(&blobs, name).add(g, "containers");
    ///     });
    /// }
    /// ```
    #[track_caller]
    pub fn add_with_blobs<S: Holds<StorageAccount> + Holds<BlobService> + Holds<Container>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> (Resource<StorageAccount>, Resource<BlobService>) {
        let g = &mut g.as_whole();
        let account = self.account.add(g, symbol);
        let blobs = self.blobs.into_iter().fold(BlobService::new(&account), BlobService::properties);
        let blobs = blobs.nested().add(g, "blobService");
        for (symbol, name) in self.containers {
            Container::new(&blobs, name).nested().add(g, symbol);
        }
        (account, blobs)
    }
}

impl Construct for Storage {
    type Resource = StorageAccount;

    fn main(&mut self) -> &mut StorageAccount {
        &mut self.account
    }
}

fn properties() -> StorageAccountPropertiesCreateParameters {
    StorageAccountPropertiesCreateParameters::new()
        .public_network_access(PublicNetworkAccess::Disabled)
        .network_acls(NetworkRuleSet::new(DefaultAction::Deny).bypass(Bypass::AzureServices))
        .allow_shared_key_access(false)
        .default_to_o_auth_authentication(true)
        .allow_blob_public_access(false)
        .allow_cross_tenant_replication(false)
        .is_local_user_enabled(false)
        .supports_https_traffic_only(true)
        .minimum_tls_version(MinimumTlsVersion::Tls12)
}

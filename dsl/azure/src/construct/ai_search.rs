//! A service of Azure AI Search, keyless and private.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{NoPrivateLink, Reachable, WithPrivateLink, group};
use super::{Principal, SystemIdentityOf};
use crate::authorization::PrincipalType;
use crate::search::{
    Bypass, Identity, IdentityType, IpRule, NetworkRuleSet, PublicNetworkAccess, SearchService,
    SearchServiceProperties, Sku, SkuName,
};

/// A service of Azure AI Search that takes Microsoft Entra tokens only and, unless it is free, has an identity and cannot be
/// reached over the public network but by Azure's trusted services. `L` says whether it has private link. After [Learn:
/// secure your Azure AI Search service](https://learn.microsoft.com/azure/search/search-security-best-practices).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct AiSearch<L> {
    service: SearchService,
    link: PhantomData<fn() -> L>,
}

/// A search service in a graph that private endpoints can lead to, and that can be granted roles.
pub type AiSearchService = Reachable<SearchService, group::SearchService>;

impl AiSearch<WithPrivateLink> {
    /// A service of the SKU `basic` in a region, with one replica and one partition. The name has 2 to 60 small letters,
    /// digits and dashes, and must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let properties = SearchServiceProperties::new()
            .replica_count(1)
            .partition_count(1)
            .disable_local_auth(true)
            .public_network_access(PublicNetworkAccess::Disabled)
            .network_rule_set(NetworkRuleSet::new().bypass(Bypass::AzureServices));
        let identity = Identity::new(IdentityType::SystemAssigned);
        let service = SearchService::new(name, location).sku(Sku::new().name(SkuName::Basic)).identity(identity);
        AiSearch { service: service.properties(properties), link: PhantomData }
    }

    /// Another SKU: `standard`, `storage_optimized_l1`. For the free one see [`free`](AiSearch::free).
    pub fn sku(self, sku: impl ValueOf<SkuName>) -> Self {
        let sku: Value<SkuName> = sku.into();
        self.set("sku.name", sku)
    }

    /// How many replicas answer queries: 1 to 12, of `basic` 3 at most. From 2 on Azure guarantees that it answers queries,
    /// from 3 on that it takes changes as well.
    pub fn replicas(self, count: impl ValueOf<i64>) -> Self {
        self.set("properties.replicaCount", count.into())
    }

    /// How many partitions keep the indexes: 1, 2, 3, 4, 6 or 12.
    pub fn partitions(self, count: impl ValueOf<i64>) -> Self {
        self.set("properties.partitionCount", count.into())
    }

    /// Opens it to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |range| IpRule::new().value(range);
        let rules: Value<Vec<IpRule>> = ranges.into_iter().map(rule).collect::<Vec<_>>().into();
        self.public_access().set("properties.networkRuleSet.ipRules", rules)
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<SearchService>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> AiSearchService {
        Reachable::new(self.service.add(g, symbol), ())
    }
}

impl AiSearch<NoPrivateLink> {
    /// A service of the SKU `free`, on machines that others use too, open to every network. Who calls it still needs a role.
    pub fn free(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let properties = SearchServiceProperties::new().disable_local_auth(true);
        let service = SearchService::new(name, location).sku(Sku::new().name(SkuName::Free)).properties(properties);
        AiSearch { service, link: PhantomData }
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<SearchService>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<SearchService> {
        self.service.add(g, symbol)
    }
}

impl<L> AiSearch<L> {
    /// Takes keys as well, for callers that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.disableLocalAuth", false)
    }
}

impl<L> Construct for AiSearch<L> {
    type Resource = SearchService;

    fn main(&mut self) -> &mut SearchService {
        &mut self.service
    }
}

impl Principal for AiSearchService {
    fn principal_id(&self) -> Value<String> {
        SystemIdentityOf::new(self).principal_id()
    }

    fn source_id(&self) -> Value<String> {
        self.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}

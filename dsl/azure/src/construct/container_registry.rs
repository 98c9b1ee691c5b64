//! A registry of container images, keyless and private.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{NoPrivateLink, Reachable, WithPrivateLink, group};
use crate::container_registry::{
    DefaultAction, ExportPolicy, IpRule, IpRuleAction, NetworkRuleBypassOption, NetworkRuleSet, Policies,
    PublicNetworkAccess, QuarantinePolicyStatus, Registry, RegistryProperties, RetentionPolicy, Sku, SkuName,
};

/// A registry of container images that takes Microsoft Entra tokens only, shows nothing to anonymous callers, and, with the
/// SKU `Premium`, cannot be reached over the public network but by Azure's trusted services. `L` says whether it has private
/// link. After [Learn: Azure Container Registry best
/// practices](https://learn.microsoft.com/azure/container-registry/container-registry-best-practices).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ContainerRegistry<L> {
    registry: Registry,
    link: PhantomData<fn() -> L>,
}

/// A registry in a graph that private endpoints can lead to.
pub type PremiumRegistry = Reachable<Registry, group::Registry>;

impl ContainerRegistry<WithPrivateLink> {
    /// A registry of the SKU `Premium` in a region, spread over its zones. The name has 5 to 50 letters and digits, and must
    /// be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let export = ExportPolicy::new().status(QuarantinePolicyStatus::Disabled);
        let properties = keyless()
            .public_network_access(PublicNetworkAccess::Disabled)
            .network_rule_bypass_options(NetworkRuleBypassOption::AzureServices)
            .data_endpoint_enabled(true)
            .zone_redundancy("Enabled")
            .policies(Policies::new().export_policy(export));
        Self::of(SkuName::Premium, name, location, properties)
    }

    /// Deletes images that no tag refers to any more after 0 to 365 days.
    pub fn untagged_retention(self, days: impl ValueOf<i64>) -> Self {
        let policy = RetentionPolicy::new().status(QuarantinePolicyStatus::Enabled).days(days);
        self.set("properties.policies.retentionPolicy", Value::<RetentionPolicy>::from(policy))
    }

    /// In a region that has no zones.
    pub fn without_zones(self) -> Self {
        self.set("properties.zoneRedundancy", "Disabled")
    }

    /// Opens it to every network, and lets images be exported, which Azure forbids private registries only. Who calls it still
    /// needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled").set("properties.policies.exportPolicy.status", "enabled")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rules = ranges.into_iter().map(|range| IpRule::new(range).action(IpRuleAction::Allow));
        let rules = NetworkRuleSet::new(DefaultAction::Deny).ip_rules(rules.collect::<Vec<_>>());
        self.public_access().set("properties.networkRuleSet", Value::<NetworkRuleSet>::from(rules))
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Registry>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> PremiumRegistry {
        Reachable::new(self.registry.add(g, symbol), ())
    }
}

impl ContainerRegistry<NoPrivateLink> {
    /// A registry of the SKU `Standard`, which is open to every network. Who calls it still needs a role.
    pub fn standard(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        Self::of(SkuName::Standard, name, location, keyless())
    }

    /// As [`standard`](Self::standard), of the SKU `Basic`.
    pub fn basic(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        Self::of(SkuName::Basic, name, location, keyless())
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Registry>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Registry> {
        self.registry.add(g, symbol)
    }
}

impl<L> ContainerRegistry<L> {
    fn of(
        sku: SkuName,
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        properties: RegistryProperties,
    ) -> Self {
        ContainerRegistry {
            registry: Registry::new(name, location, Sku::new(sku)).properties(properties),
            link: PhantomData,
        }
    }

    /// With a user that has a password, for callers that know no tokens.
    pub fn admin_user(self) -> Self {
        self.set("properties.adminUserEnabled", true)
    }

    /// Lets anybody pull images whom the network lets in. Azure refuses it for the SKU `Basic`.
    pub fn anonymous_pull(self) -> Self {
        self.set("properties.anonymousPullEnabled", true)
    }
}

impl<L> Construct for ContainerRegistry<L> {
    type Resource = Registry;

    fn main(&mut self) -> &mut Registry {
        &mut self.registry
    }
}

fn keyless() -> RegistryProperties {
    RegistryProperties::new().admin_user_enabled(false).anonymous_pull_enabled(false)
}

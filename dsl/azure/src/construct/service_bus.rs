//! A namespace of Service Bus, keyless and private.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{NoPrivateLink, Reachable, WithPrivateLink, group};
use crate::service_bus::{
    DefaultAction, MinimumTlsVersion, Namespace, NetworkRuleSet, NetworkRuleSetProperties, NwRuleSetIpRules,
    NwRuleSetIpRulesAction, SbNamespaceProperties, SbNamespacePublicNetworkAccess, SbSku, SbSkuName,
};

/// A namespace of Service Bus that takes Microsoft Entra tokens and TLS 1.2 only and, with the SKU `Premium`, cannot be
/// reached over the public network. `L` says whether it has private link. Its queues and topics are children:
/// `Queue::new(&namespace, …)`. After [Learn: secure Azure Service
/// Bus](https://learn.microsoft.com/azure/service-bus-messaging/secure-service-bus).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ServiceBus<L> {
    namespace: Namespace,
    allowed: Option<Vec<Value<NwRuleSetIpRules>>>,
    link: PhantomData<fn() -> L>,
}

/// A namespace of Service Bus in a graph that private endpoints can lead to.
pub type PremiumServiceBus = Reachable<Namespace, group::ServiceBusNamespace>;

impl ServiceBus<WithPrivateLink> {
    /// A namespace of the SKU `Premium` in a region, with one messaging unit. The name must be free in all of Azure, for it
    /// becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let properties = keyless().public_network_access(SbNamespacePublicNetworkAccess::Disabled);
        let mut it = Self::of(SbSkuName::Premium, name, location, properties);
        it.namespace = it.namespace.set_property("sku.capacity", 1);
        it
    }

    /// Messaging units, which it is paid by: 1, 2, 4, 8 or 16.
    pub fn messaging_units(self, count: impl ValueOf<i64>) -> Self {
        self.set("sku.capacity", count.into())
    }

    /// Opens it to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it to addresses of the internet, in CIDR notation, `["203.0.113.0/24"]`, and to Azure's trusted services.
    pub fn public_access_from<R: ValueOf<String>>(mut self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |range| NwRuleSetIpRules::new().ip_mask(range).action(NwRuleSetIpRulesAction::Allow).into();
        self.allowed = Some(ranges.into_iter().map(rule).collect());
        self.public_access()
    }

    /// Adds it to the graph, with the addresses that may come in inside its braces.
    #[track_caller]
    pub fn add<S: Holds<Namespace> + Holds<NetworkRuleSet>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> PremiumServiceBus {
        let g = &mut g.as_whole();
        let namespace = self.namespace.add(g, symbol);
        if let Some(rules) = self.allowed {
            let properties = NetworkRuleSetProperties::new()
                .public_network_access("Enabled")
                .default_action(DefaultAction::Deny)
                .trusted_service_access_enabled(true)
                .ip_rules(rules);
            NetworkRuleSet::new(&namespace).properties(properties).nested().add(g, "networkRules");
        }
        Reachable::new(namespace, ())
    }
}

impl ServiceBus<NoPrivateLink> {
    /// A namespace of the SKU `Standard`, which is open to every network. Who calls it still needs a role.
    pub fn standard(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        Self::of(SbSkuName::Standard, name, location, keyless())
    }

    /// As [`standard`](Self::standard), of the SKU `Basic`, which has queues only.
    pub fn basic(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        Self::of(SbSkuName::Basic, name, location, keyless())
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Namespace>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Namespace> {
        self.namespace.add(g, symbol)
    }
}

impl<L> ServiceBus<L> {
    fn of(
        sku: SbSkuName,
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        properties: SbNamespaceProperties,
    ) -> Self {
        let namespace = Namespace::new(name, location).sku(SbSku::new(sku).tier(sku)).properties(properties);
        ServiceBus { namespace, allowed: None, link: PhantomData }
    }

    /// Takes keys (shared access signatures) as well, for callers that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.disableLocalAuth", false)
    }
}

impl<L> Construct for ServiceBus<L> {
    type Resource = Namespace;

    fn main(&mut self) -> &mut Namespace {
        &mut self.namespace
    }
}

fn keyless() -> SbNamespaceProperties {
    SbNamespaceProperties::new().disable_local_auth(true).minimum_tls_version(MinimumTlsVersion::V12)
}

//! A topic of Event Grid, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use crate::event_grid::{
    DomainInputSchema, IdentityInfo, IdentityInfoType, InboundIpRule, InboundIpRuleAction, MinimumTlsVersionAllowed,
    PublicNetworkAccess, Topic, TopicProperties,
};

/// A topic of Event Grid for events of your own that takes Microsoft Entra tokens and TLS 1.2 only, delivers by an identity,
/// and cannot be reached over the public network. After [Learn: security baseline for Event
/// Grid](https://learn.microsoft.com/security/benchmark/azure/baselines/event-grid-security-baseline).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct EventGridTopic(Topic);

impl EventGridTopic {
    /// A topic in a region, for events of CloudEvents 1.0. The name has 3 to 50 letters, digits and dashes, and must be free
    /// in the region, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let properties = TopicProperties::new()
            .input_schema(DomainInputSchema::CloudEventSchemaV10)
            .disable_local_auth(true)
            .public_network_access(PublicNetworkAccess::Disabled)
            .minimum_tls_version_allowed(MinimumTlsVersionAllowed::V12);
        let identity = IdentityInfo::new().r#type(IdentityInfoType::SystemAssigned);
        EventGridTopic(Topic::new(name, location).identity(identity).properties(properties))
    }

    /// Events of another schema: `EventGridSchema`. It cannot be changed later.
    pub fn input_schema(self, schema: impl ValueOf<DomainInputSchema>) -> Self {
        let schema: Value<DomainInputSchema> = schema.into();
        self.set("properties.inputSchema", schema)
    }

    /// Takes keys as well, for publishers that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.disableLocalAuth", false)
    }

    /// Opens it to every network. Who publishes still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |range| InboundIpRule::new().ip_mask(range).action(InboundIpRuleAction::Allow);
        let rules: Value<Vec<InboundIpRule>> = ranges.into_iter().map(rule).collect::<Vec<_>>().into();
        self.public_access().set("properties.inboundIpRules", rules)
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Topic>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Topic> {
        self.0.add(g, symbol)
    }
}

impl Construct for EventGridTopic {
    type Resource = Topic;

    fn main(&mut self) -> &mut Topic {
        &mut self.0
    }
}

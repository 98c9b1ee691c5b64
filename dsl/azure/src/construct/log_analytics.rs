//! A workspace of Log Analytics, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, ValueOf};

use super::changes::{Construct, Sets};
use crate::operational_insights::{
    PublicNetworkAccessForIngestion, Workspace, WorkspaceFeatures, WorkspaceProperties, WorkspaceSku, WorkspaceSkuName,
};

/// A workspace of Log Analytics, paid by what is sent, that takes Microsoft Entra tokens only, keeps logs for 30 days, and
/// neither takes logs from nor answers to the public network. What diagnostic settings send arrives all the same; for the
/// rest add it to a private link scope of Azure Monitor. After [Learn: secure your Azure
/// Monitor deployment](https://learn.microsoft.com/azure/azure-monitor/fundamentals/best-practices-security).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct LogAnalytics(Workspace);

impl LogAnalytics {
    /// A workspace in a region. The name has 4 to 63 letters, digits and dashes.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let features =
            WorkspaceFeatures::new().disable_local_auth(true).enable_log_access_using_only_resource_permissions(true);
        let properties = WorkspaceProperties::new()
            .sku(WorkspaceSku::new(WorkspaceSkuName::PerGb2018))
            .retention_in_days(30)
            .features(features)
            .public_network_access_for_ingestion(PublicNetworkAccessForIngestion::Disabled)
            .public_network_access_for_query(PublicNetworkAccessForIngestion::Disabled);
        LogAnalytics(Workspace::new(name, location).properties(properties))
    }

    /// How long logs are kept: 30 to 730 days; 31 cost nothing.
    pub fn retention_days(self, days: impl ValueOf<i64>) -> Self {
        self.set("properties.retentionInDays", days.into())
    }

    /// Takes no more than this many gigabytes a day. What comes after them is lost.
    pub fn daily_quota_gb(self, gigabytes: impl ValueOf<i64>) -> Self {
        self.set("properties.workspaceCapping.dailyQuotaGb", gigabytes.into())
    }

    /// Takes keys as well, for agents that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.features.disableLocalAuth", false)
    }

    /// Takes logs from every network.
    pub fn public_ingestion(self) -> Self {
        self.set("properties.publicNetworkAccessForIngestion", "Enabled")
    }

    /// Answers to every network, such as that of a person with the portal. Who asks still needs a role.
    pub fn public_query(self) -> Self {
        self.set("properties.publicNetworkAccessForQuery", "Enabled")
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Workspace>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Workspace> {
        self.0.add(g, symbol)
    }
}

impl Construct for LogAnalytics {
    type Resource = Workspace;

    fn main(&mut self) -> &mut Workspace {
        &mut self.0
    }
}

//! A cluster of Azure Kubernetes Service, private, without local accounts, kept up to date.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{Grants, Principal, Reachable, aks_defaults, group, identity_map};
use crate::authorization::{PrincipalType, RoleAssignment};
use crate::container_registry::Registry;
use crate::container_service::{
    ManagedCluster, ManagedClusterAgentPoolProfile, ManagedClusterIdentity, ManagedClusterIdentityType,
    ManagedClusterSku, ManagedClusterSkuName, ManagedClusterSkuTier, OutboundType, UpgradeChannel,
};
use crate::managed_identity::UserAssignedIdentity;
use crate::network::Subnet;
use crate::operational_insights::Workspace;
use crate::role;

/// A cluster of Azure Kubernetes Service whose API server is private and knows Microsoft Entra and Azure's roles only, whose
/// pods have identities, and which takes patches by itself. Its pods have addresses of their own (Azure CNI overlay) with
/// network policies of Cilium; its nodes are encrypted at host and spread over three zones. After [Learn: baseline architecture
/// for an AKS cluster](https://learn.microsoft.com/azure/architecture/reference-architectures/containers/aks/baseline-aks).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct Aks {
    cluster: ManagedCluster,
    pool: ManagedClusterAgentPoolProfile,
    location: Value<String>,
    subnet: Resource<Subnet>,
    identity: Resource<UserAssignedIdentity>,
    registry: Option<Resource<Registry>>,
}

/// A cluster of Azure Kubernetes Service in a graph that private endpoints can lead to.
pub type AksCluster = Reachable<ManagedCluster, group::Kubernetes>;

impl Aks {
    /// A cluster in a region with three nodes in a subnet, which leave it by the NAT gateway of the subnet. The identity is that
    /// of this cluster alone, and is granted `NetworkContributor` on the subnet before the cluster is made. The name has 1 to 63
    /// letters, digits, dashes and underscores.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        subnet: &Resource<Subnet>,
        identity: &Resource<UserAssignedIdentity>,
    ) -> Self {
        let (name, location): (Value<String>, Value<String>) = (name.into(), location.into());
        let pool = aks_defaults::pool(subnet.id());
        let identities = ManagedClusterIdentity::new()
            .r#type(ManagedClusterIdentityType::UserAssigned)
            .user_assigned_identities(identity_map::only(identity));
        let cluster = ManagedCluster::new(&name, &location)
            .sku(ManagedClusterSku::new().name(ManagedClusterSkuName::Base).tier(ManagedClusterSkuTier::Standard))
            .identity(identities)
            .properties(aks_defaults::properties(name, pool.clone()));
        Aks { cluster, pool, location, subnet: subnet.clone(), identity: identity.clone(), registry: None }
    }

    /// Another tier: `Free` without a guarantee, `Premium` with long-term support.
    pub fn tier(self, tier: impl ValueOf<ManagedClusterSkuTier>) -> Self {
        let tier: Value<ManagedClusterSkuTier> = tier.into();
        self.set("sku.tier", tier)
    }

    /// A version of Kubernetes, `1.34`, instead of the one that Azure thinks best.
    pub fn kubernetes_version(self, version: impl ValueOf<String>) -> Self {
        self.set("properties.kubernetesVersion", version.into())
    }

    /// Another channel of upgrades than `patch`.
    pub fn upgrade_channel(self, channel: impl ValueOf<UpgradeChannel>) -> Self {
        let channel: Value<UpgradeChannel> = channel.into();
        self.set("properties.autoUpgradeProfile.upgradeChannel", channel)
    }

    /// Another size of the nodes, and how many.
    pub fn nodes(self, vm_size: impl ValueOf<String>, count: impl ValueOf<i64>) -> Self {
        self.adjust_pool(|pool| pool.vm_size(vm_size).count(count))
    }

    /// Has the cluster choose how many nodes there are.
    pub fn autoscaled(self, minimum: impl ValueOf<i64>, maximum: impl ValueOf<i64>) -> Self {
        self.adjust_pool(|pool| pool.enable_auto_scaling(true).min_count(minimum).max_count(maximum))
    }

    /// In a region that has no zones.
    pub fn without_zones(self) -> Self {
        self.adjust_pool(|pool| pool.availability_zones(Vec::<String>::new()))
    }

    /// In a subscription that has no encryption at host.
    pub fn without_encryption_at_host(self) -> Self {
        self.adjust_pool(|pool| pool.enable_encryption_at_host(false))
    }

    /// Another way out than the subnet's NAT gateway: `UserDefinedRouting` through a firewall, `LoadBalancer` with a public
    /// address.
    pub fn outbound(self, way: impl ValueOf<OutboundType>) -> Self {
        let way: Value<OutboundType> = way.into();
        self.set("properties.networkProfile.outboundType", way)
    }

    /// Pulls images from a registry, on which the nodes are granted `AcrPull`.
    pub fn pulls_from(mut self, registry: &Resource<Registry>) -> Self {
        self.registry = Some(registry.clone());
        self
    }

    /// Has Microsoft Defender watch it, which is paid for, and send what it sees to a workspace.
    pub fn defender(self, workspace: &Resource<Workspace>) -> Self {
        self.set("properties.securityProfile.defender.logAnalyticsWorkspaceResourceId", workspace.id())
            .set("properties.securityProfile.defender.securityMonitoring.enabled", true)
    }

    /// Lets people run commands on it through Azure, without a way into its network. Who does so still needs a role.
    pub fn run_command(self) -> Self {
        self.set("properties.apiServerAccessProfile.disableRunCommand", false)
    }

    /// Keeps the local accounts, whose certificates cannot be taken back.
    pub fn local_accounts(self) -> Self {
        self.set("properties.disableLocalAccounts", false)
    }

    /// Opens the API server to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.apiServerAccessProfile.enablePrivateCluster", false)
    }

    /// Opens the API server to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let ranges: Vec<Value<String>> = ranges.into_iter().map(Into::into).collect();
        let ranges: Value<Vec<String>> = ranges.into();
        self.public_access().set("properties.apiServerAccessProfile.authorizedIPRanges", ranges)
    }

    /// With changes to its first pool of nodes.
    pub fn adjust_pool(
        mut self,
        change: impl FnOnce(ManagedClusterAgentPoolProfile) -> ManagedClusterAgentPoolProfile,
    ) -> Self {
        self.pool = change(self.pool);
        let pools: Value<Vec<ManagedClusterAgentPoolProfile>> = [self.pool.clone()].into();
        self.set("properties.agentPoolProfiles", pools)
    }

    /// Adds the cluster, and the grants that it needs, whose symbols are the cluster's and `JoinsSubnet` or `PullsImages`.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> AksCluster
    where
        S: Holds<ManagedCluster> + Holds<RoleAssignment>,
    {
        let (g, symbol) = (&mut g.as_whole(), symbol.into());
        let joins = format!("{symbol}JoinsSubnet");
        let joins = g
            .grant(joins, &self.identity, role::NetworkContributor, &self.subnet)
            .describe("The cluster adds nodes and load balancers to its subnet.");
        let cluster = self.cluster.depends_on(&joins).add(g, symbol.clone());
        let cluster = Reachable::new(cluster, self.location);
        if let Some(registry) = &self.registry {
            g.grant(format!("{symbol}PullsImages"), &cluster.kubelet_identity(), role::AcrPull, registry)
                .describe("The nodes of the cluster pull images.");
        }
        cluster
    }
}

impl Construct for Aks {
    type Resource = ManagedCluster;

    fn main(&mut self) -> &mut ManagedCluster {
        &mut self.cluster
    }
}

/// The identity of a cluster's nodes, which Azure makes with the cluster. It pulls images.
#[derive(Clone, Debug)]
pub struct KubeletIdentity(Resource<ManagedCluster>);

impl AksCluster {
    /// The identity of the nodes.
    pub fn kubelet_identity(&self) -> KubeletIdentity {
        KubeletIdentity((**self).clone())
    }
}

#[diagnostic::do_not_recommend]
impl Principal for KubeletIdentity {
    fn principal_id(&self) -> Value<String> {
        let identities = self.0.properties().identity_profile();
        Value::new(identities.expr().clone().member("kubeletidentity").member("objectId"))
    }

    fn source_id(&self) -> Value<String> {
        self.0.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}

//! What a cluster of Azure Kubernetes Service is by default. It must not know what can be changed.

use dsl::{Map, Value};

use crate::container_service::{
    ContainerServiceNetworkProfile, ContainerServiceNetworkProfileNetworkPolicy, ManagedClusterAadProfile,
    ManagedClusterAddonProfile, ManagedClusterAgentPoolProfile, ManagedClusterAgentPoolProfileMode,
    ManagedClusterApiServerAccessProfile, ManagedClusterAutoUpgradeProfile, ManagedClusterOidcIssuerProfile,
    ManagedClusterProperties, ManagedClusterSecurityProfile, ManagedClusterSecurityProfileDefender,
    ManagedClusterSecurityProfileDefenderSecurityMonitoring, ManagedClusterSecurityProfileWorkloadIdentity,
    NetworkDataplane, NetworkPlugin, NetworkPluginMode, NodeOsUpgradeChannel, OsSku, OsType, OutboundType,
    UpgradeChannel,
};

/// The pool that Kubernetes' own pods run on.
pub(super) fn pool(subnet: Value<String>) -> ManagedClusterAgentPoolProfile {
    ManagedClusterAgentPoolProfile::new("system")
        .mode(ManagedClusterAgentPoolProfileMode::System)
        .vm_size("Standard_D4ds_v5")
        .count(3)
        .os_type(OsType::Linux)
        .os_sku(OsSku::AzureLinux)
        .vnet_subnet_id(subnet)
        .availability_zones(["1", "2", "3"])
        .enable_encryption_at_host(true)
        .enable_node_public_ip(false)
}

/// All but the version, which Azure chooses.
pub(super) fn properties(dns_prefix: Value<String>, pool: ManagedClusterAgentPoolProfile) -> ManagedClusterProperties {
    ManagedClusterProperties::new()
        .dns_prefix(dns_prefix)
        .agent_pool_profiles([pool])
        .network_profile(network())
        .api_server_access_profile(api_server())
        .aad_profile(ManagedClusterAadProfile::new().managed(true).enable_azure_rbac(true))
        .enable_rbac(true)
        .disable_local_accounts(true)
        .oidc_issuer_profile(ManagedClusterOidcIssuerProfile::new().enabled(true))
        .security_profile(security())
        .addon_profiles(Map::new().with("azureKeyvaultSecretsProvider", secrets_provider()))
        .auto_upgrade_profile(
            ManagedClusterAutoUpgradeProfile::new()
                .upgrade_channel(UpgradeChannel::Patch)
                .node_os_upgrade_channel(NodeOsUpgradeChannel::NodeImage),
        )
}

fn network() -> ContainerServiceNetworkProfile {
    ContainerServiceNetworkProfile::new()
        .network_plugin(NetworkPlugin::Azure)
        .network_plugin_mode(NetworkPluginMode::Overlay)
        .network_dataplane(NetworkDataplane::Cilium)
        .network_policy(ContainerServiceNetworkProfileNetworkPolicy::Cilium)
        .outbound_type(OutboundType::UserAssignedNatGateway)
}

fn api_server() -> ManagedClusterApiServerAccessProfile {
    ManagedClusterApiServerAccessProfile::new()
        .enable_private_cluster(true)
        .enable_private_cluster_public_fqdn(false)
        .disable_run_command(true)
}

/// Defender is paid for, so it is off, where the reader sees it.
fn security() -> ManagedClusterSecurityProfile {
    let monitoring = ManagedClusterSecurityProfileDefenderSecurityMonitoring::new().enabled(false);
    ManagedClusterSecurityProfile::new()
        .workload_identity(ManagedClusterSecurityProfileWorkloadIdentity::new().enabled(true))
        .defender(ManagedClusterSecurityProfileDefender::new().security_monitoring(monitoring))
}

/// Puts secrets of key vaults into pods, and new versions of them as well.
fn secrets_provider() -> ManagedClusterAddonProfile {
    ManagedClusterAddonProfile::new(true).config([("enableSecretRotation", "true"), ("rotationPollInterval", "2m")])
}

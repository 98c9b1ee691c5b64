//! Clusters of Kubernetes.

use azure::container_service::OutboundType;

use super::*;

#[test]
fn cluster_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let (network, subnet) = subnet(&mut g, "nodes");
    let identity = identity(&mut g, &region);
    let cluster = Aks::new("aks-contoso", &region, &subnet, &identity).add(&mut g, "cluster");
    let administers = role::AzureKubernetesServiceRbacClusterAdmin;
    g.grant("teamAdministers", &team, administers, &cluster).describe("The team runs the cluster.");
    reached(&mut g, "cluster", &cluster, &region, (&network, &subnet));
    assert_rendered("service-aks", &g);
}

#[test]
fn cluster_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let (_, subnet) = subnet(&mut g, "nodes");
    let identity = identity(&mut g, &region);
    let registry = ContainerRegistry::new("crcontoso", &region).add(&mut g, "registry");
    let logs = LogAnalytics::new("log-contoso", &region).add(&mut g, "logs");
    Aks::new("aks-contoso", &region, &subnet, &identity)
        .tier("Premium")
        .kubernetes_version("1.34")
        .upgrade_channel("stable")
        .nodes("Standard_D8ds_v5", 5)
        .autoscaled(3, 9)
        .without_zones()
        .without_encryption_at_host()
        .outbound(OutboundType::UserDefinedRouting)
        .pulls_from(&registry)
        .defender(&logs)
        .run_command()
        .local_accounts()
        .public_access_from(["203.0.113.0/24"])
        .adjust_pool(|pool| pool.max_pods(100))
        .adjust(|cluster| cluster.tags([("team", "platform")]))
        .add(&mut g, "cluster");
    let other = UserAssignedIdentity::new("id-contoso-open", &region).add(&mut g, "openIdentity");
    Aks::new("aks-contoso-open", &region, &subnet, &other).tier("Free").public_access().add(&mut g, "openCluster");
    assert_rendered("service-aks-changed", &g);
}

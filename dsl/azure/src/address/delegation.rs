//! The services that take a whole subnet, by
//! [Learn: subnet delegation](https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview), with the longest
//! prefix that each takes. It must not know addresses.

use crate::name::is_same;

/// A service as `delegations` names it, and the longest prefix; 29 where its own page names no size that it insists on. The
/// page has no list of all: these are what public sources name.
const SERVICES: &[(&str, u32)] = &[
    ("GitHub.Network/networkSettings", 29),
    ("Microsoft.ApiManagement/service", 29),
    ("Microsoft.Apollo/npu", 29),
    ("Microsoft.App/environments", 27),
    ("Microsoft.App/testClients", 29),
    ("Microsoft.AVS/PrivateClouds", 29),
    ("Microsoft.AzureCosmosDB/clusters", 29),
    ("Microsoft.BareMetal/AzureHostedService", 29),
    ("Microsoft.BareMetal/AzureVMware", 29),
    ("Microsoft.BareMetal/CrayServers", 29),
    ("Microsoft.Batch/batchAccounts", 29),
    ("Microsoft.CloudTest/hostedpools", 29),
    ("Microsoft.CloudTest/images", 29),
    ("Microsoft.CloudTest/pools", 29),
    ("Microsoft.Codespaces/plans", 29),
    ("Microsoft.ContainerInstance/containerGroups", 29),
    ("Microsoft.ContainerService/managedClusters", 28),
    ("Microsoft.Databricks/workspaces", 29),
    ("Microsoft.DBforMySQL/flexibleServers", 29),
    ("Microsoft.DBforMySQL/servers", 29),
    ("Microsoft.DBforMySQL/serversv2", 29),
    ("Microsoft.DBforPostgreSQL/flexibleServers", 28),
    ("Microsoft.DBforPostgreSQL/serversv2", 29),
    ("Microsoft.DBforPostgreSQL/singleServers", 29),
    ("Microsoft.DelegatedNetwork/controller", 29),
    ("Microsoft.DevCenter/networkConnection", 29),
    ("Microsoft.DevOpsInfrastructure/pools", 29),
    ("Microsoft.DocumentDB/cassandraClusters", 29),
    ("Microsoft.Fidalgo/networkSettings", 29),
    ("Microsoft.HardwareSecurityModules/dedicatedHSMs", 29),
    ("Microsoft.Kusto/clusters", 29),
    ("Microsoft.LabServices/labplans", 29),
    ("Microsoft.Logic/integrationServiceEnvironments", 29),
    ("Microsoft.MachineLearningServices/workspaces", 29),
    ("Microsoft.NetApp/volumes", 29),
    ("Microsoft.Network/applicationGateways", 29),
    ("Microsoft.Network/dnsResolvers", 28),
    ("Microsoft.Network/fpgaNetworkInterfaces", 29),
    ("Microsoft.Network/managedResolvers", 29),
    ("Microsoft.Network/virtualNetworkGateways", 29),
    ("Microsoft.Orbital/orbitalGateways", 29),
    ("Microsoft.PowerAutomate/hostedRpa", 29),
    ("Microsoft.PowerPlatform/enterprisePolicies", 29),
    ("Microsoft.PowerPlatform/vnetaccesslinks", 29),
    ("Microsoft.ServiceFabricMesh/networks", 29),
    ("Microsoft.ServiceNetworking/trafficControllers", 24),
    ("Microsoft.Singularity/accounts/networks", 29),
    ("Microsoft.Singularity/accounts/npu", 29),
    ("Microsoft.Sql/managedInstances", 27),
    ("Microsoft.Sql/servers", 29),
    ("Microsoft.StoragePool/diskPools", 29),
    ("Microsoft.StreamAnalytics/streamingJobs", 29),
    ("Microsoft.Synapse/workspaces", 29),
    ("Microsoft.Web/hostingEnvironments", 27),
    ("Microsoft.Web/serverFarms", 28),
    ("NGINX.NGINXPLUS/nginxDeployments", 29),
    ("Oracle.Database/networkAttachments", 29),
    ("PaloAltoNetworks.Cloudngfw/firewalls", 29),
    ("Qumulo.Storage/fileSystems", 29),
];

/// The longest prefix that a subnet of this service may have. A service of a provider that is not here is taken for one; of
/// the others, only those that are here.
pub(super) const fn longest(service: &str) -> Option<u32> {
    let mut index = 0;
    let mut is_known = false;
    while index < SERVICES.len() {
        let (known, longest) = SERVICES[index];
        if is_same(service, known) {
            return Some(longest);
        }
        is_known |= is_same(provider(service), provider(known));
        index += 1;
    }
    if is_known || provider(service).len() == service.len() { None } else { Some(29) }
}

/// What stands before the first slash.
const fn provider(service: &str) -> &str {
    let bytes = service.as_bytes();
    let mut index = 0;
    while index < bytes.len() && bytes[index] != b'/' {
        index += 1;
    }
    service.split_at(index).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_known_by_name_and_others_by_their_provider() {
        assert_eq!(longest("microsoft.app/ENVIRONMENTS"), Some(27));
        assert_eq!(longest("Microsoft.Sql/servers"), Some(29));
        assert_eq!(longest("Contoso.Storage/clusters"), Some(29));
        for service in ["Microsoft.App/environment", "Microsoft.App", "Contoso.Storage", ""] {
            assert_eq!(longest(service), None, "{service}");
        }
    }
}

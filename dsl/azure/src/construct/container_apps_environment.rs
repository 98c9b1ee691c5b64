//! An environment of Azure Container Apps in a virtual network, private and encrypted within.

use dsl::{Graph, Holds, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{Reachable, group};
use crate::app::{
    AppLogsConfiguration, ManagedEnvironment, ManagedEnvironmentProperties,
    ManagedEnvironmentPropertiesPeerAuthentication, ManagedEnvironmentPropertiesPeerTrafficConfiguration,
    ManagedEnvironmentPropertiesPeerTrafficConfigurationEncryption, ManagedEnvironmentVnetConfiguration, Mtls,
    PublicNetworkAccess, WorkloadProfile,
};
use crate::network::Subnet;

/// An environment of Azure Container Apps in a subnet. It has no public address, its apps talk to each other over mutual TLS,
/// and its logs go where diagnostic settings send them, so that no key of a workspace is needed. After [Learn: secure your
/// Azure Container Apps deployment](https://learn.microsoft.com/azure/container-apps/secure-deployment).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ContainerAppsEnvironment {
    environment: ManagedEnvironment,
    location: Value<String>,
    profiles: Vec<Value<WorkloadProfile>>,
}

/// An environment of Container Apps in a graph that private endpoints can lead to.
pub type AppEnvironment = Reachable<ManagedEnvironment, group::ContainerAppsEnvironment>;

impl ContainerAppsEnvironment {
    /// An environment in a region, in a subnet that nothing else uses. The subnet has the range `/27` or a larger one, and must
    /// be delegated to `Microsoft.App/environments`.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        subnet: &dsl::Resource<Subnet>,
    ) -> ContainerAppsEnvironment {
        let location: Value<String> = location.into();
        let consumption: Value<WorkloadProfile> = WorkloadProfile::new("Consumption", "Consumption").into();
        let profiles = vec![consumption];
        let environment =
            ManagedEnvironment::new(name, &location).properties(properties(subnet.id(), profiles.clone()));
        ContainerAppsEnvironment { environment, location, profiles }
    }

    /// With machines of a size that are its own, how few and how many: `.workload_profile("large", "D8", 1, 3)`. Apps name
    /// the profile that they run on.
    pub fn workload_profile(
        mut self,
        name: impl ValueOf<String>,
        size: impl ValueOf<String>,
        minimum: impl ValueOf<i64>,
        maximum: impl ValueOf<i64>,
    ) -> Self {
        let profile = WorkloadProfile::new(name, size).minimum_count(minimum).maximum_count(maximum);
        self.profiles.push(profile.into());
        let profiles: Value<Vec<WorkloadProfile>> = self.profiles.clone().into();
        self.set("properties.workloadProfiles", profiles)
    }

    /// Spread over the zones of the region. It cannot be changed later.
    pub fn zone_redundant(self) -> Self {
        self.set("properties.zoneRedundant", true)
    }

    /// Lets its apps talk to each other without TLS, which costs less time.
    pub fn without_peer_encryption(self) -> Self {
        self.set("properties.peerAuthentication.mtls.enabled", false)
            .set("properties.peerTrafficConfiguration.encryption.enabled", false)
    }

    /// With a public address, which apps are reached by whose ingress is external. It cannot be changed later.
    pub fn public_access(self) -> Self {
        self.set("properties.vnetConfiguration.internal", false).set("properties.publicNetworkAccess", "Enabled")
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<ManagedEnvironment>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> AppEnvironment {
        Reachable::new(self.environment.add(g, symbol), self.location)
    }
}

impl Construct for ContainerAppsEnvironment {
    type Resource = ManagedEnvironment;

    fn main(&mut self) -> &mut ManagedEnvironment {
        &mut self.environment
    }
}

fn properties(subnet: Value<String>, profiles: Vec<Value<WorkloadProfile>>) -> ManagedEnvironmentProperties {
    let network = ManagedEnvironmentVnetConfiguration::new().infrastructure_subnet_id(subnet).internal(true);
    let encryption = ManagedEnvironmentPropertiesPeerTrafficConfigurationEncryption::new().enabled(true);
    ManagedEnvironmentProperties::new()
        .vnet_configuration(network)
        .public_network_access(PublicNetworkAccess::Disabled)
        .workload_profiles(profiles)
        .peer_authentication(ManagedEnvironmentPropertiesPeerAuthentication::new().mtls(Mtls::new().enabled(true)))
        .peer_traffic_configuration(ManagedEnvironmentPropertiesPeerTrafficConfiguration::new().encryption(encryption))
        .app_logs_configuration(AppLogsConfiguration::new().destination("azure-monitor"))
}

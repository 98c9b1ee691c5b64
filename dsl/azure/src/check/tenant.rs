//! What is placed into subnets, and to whom these have to be delegated for it. It must not know what is wrong with that.

use dsl::{Expr, Facts, ResourceFacts};

use super::subnet::SUBNET;
use super::{INTERFACE, SCALE_SET};

/// To whom a subnet has to be delegated for what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// To this service.
    To(&'static str),
    /// To one of these services: which one depends on what is not known now.
    ToEither(&'static str, &'static str),
    /// To nobody.
    ToNobody,
    /// To nobody, or to this service.
    ToNobodyBut(&'static str),
}

/// Something in a subnet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tenant<'g> {
    pub(super) resource: ResourceFacts<'g>,
    pub(super) subnet: ResourceFacts<'g>,
    pub(super) need: Need,
}

/// All that graphs place into subnets, but for private endpoints.
pub(super) fn all<'g>(facts: &Facts<'g>) -> Vec<Tenant<'g>> {
    let plain = TENANTS.iter().flat_map(|(ty, path, need)| places(facts, ty, path, move |_| Some(*need)));
    let others = VARYING.iter().flat_map(|(ty, path, need)| places(facts, ty, path, need));
    plain.chain(others).collect()
}

fn places<'g>(
    facts: &Facts<'g>,
    ty: &'static str,
    path: &str,
    need: impl Fn(&ResourceFacts<'g>) -> Option<Need>,
) -> Vec<Tenant<'g>> {
    let mut found = Vec::new();
    for resource in facts.resources(ty).filter(ResourceFacts::is_deployed) {
        let Some(need) = need(&resource) else { continue };
        let subnets = resource.references(path).into_iter().filter(|it| it.is(SUBNET));
        found.extend(subnets.map(|subnet| Tenant { resource, subnet, need }));
    }
    found
}

const APP_ENVIRONMENTS: &str = "Microsoft.App/environments";
const HOSTING_ENVIRONMENTS: &str = "Microsoft.Web/hostingEnvironments";
const SERVER_FARMS: &str = "Microsoft.Web/serverFarms";

/// What always needs the same: type, the property that names the subnet, and the delegation. After Microsoft Learn, "What is
/// subnet delegation?", and the pages of the services.
const TENANTS: &[(&str, &str, Need)] = &[
    ("GitHub.Network/networkSettings", "properties.subnetId", Need::To("GitHub.Network/networkSettings")),
    ("Microsoft.CognitiveServices/accounts", "properties.networkInjections", Need::To(APP_ENVIRONMENTS)),
    (SCALE_SET, "properties.virtualMachineProfile.networkProfile", Need::ToNobody),
    (
        "Microsoft.ContainerInstance/containerGroups",
        "properties.subnetIds",
        Need::To("Microsoft.ContainerInstance/containerGroups"),
    ),
    (
        "Microsoft.ContainerService/managedClusters",
        "properties.agentPoolProfiles",
        Need::ToNobodyBut("Microsoft.ContainerService/managedClusters"),
    ),
    (
        "Microsoft.ContainerService/managedClusters",
        "properties.apiServerAccessProfile",
        Need::To("Microsoft.ContainerService/managedClusters"),
    ),
    ("Microsoft.DBforMySQL/flexibleServers", "properties.network", Need::To("Microsoft.DBforMySQL/flexibleServers")),
    (
        "Microsoft.DBforPostgreSQL/flexibleServers",
        "properties.network",
        Need::To("Microsoft.DBforPostgreSQL/flexibleServers"),
    ),
    (
        "Microsoft.DevOpsInfrastructure/pools",
        "properties.fabricProfile.networkProfile",
        Need::To("Microsoft.DevOpsInfrastructure/pools"),
    ),
    (
        "Microsoft.NetApp/netAppAccounts/capacityPools/volumes",
        "properties.subnetId",
        Need::To("Microsoft.NetApp/volumes"),
    ),
    (
        "Microsoft.Network/applicationGateways",
        "properties.gatewayIPConfigurations",
        Need::ToNobodyBut("Microsoft.Network/applicationGateways"),
    ),
    ("Microsoft.Network/azureFirewalls", "properties.ipConfigurations", Need::ToNobody),
    ("Microsoft.Network/bastionHosts", "properties.ipConfigurations", Need::ToNobody),
    (
        "Microsoft.Network/dnsResolvers/inboundEndpoints",
        "properties.ipConfigurations",
        Need::To("Microsoft.Network/dnsResolvers"),
    ),
    (
        "Microsoft.Network/dnsResolvers/outboundEndpoints",
        "properties.subnet",
        Need::To("Microsoft.Network/dnsResolvers"),
    ),
    ("Microsoft.Network/loadBalancers", "properties.frontendIPConfigurations", Need::ToNobody),
    (INTERFACE, "properties.ipConfigurations", Need::ToNobody),
    ("Microsoft.Network/privateLinkServices", "properties.ipConfigurations", Need::ToNobody),
    ("Microsoft.Network/virtualNetworkGateways", "properties.ipConfigurations", Need::ToNobody),
    (
        "Microsoft.ServiceNetworking/trafficControllers/associations",
        "properties.subnet",
        Need::To("Microsoft.ServiceNetworking/trafficControllers"),
    ),
    ("Microsoft.Sql/instancePools", "properties.subnetId", Need::To("Microsoft.Sql/managedInstances")),
    ("Microsoft.Sql/managedInstances", "properties.subnetId", Need::To("Microsoft.Sql/managedInstances")),
    ("Microsoft.Web/hostingEnvironments", "properties.virtualNetwork", Need::To(HOSTING_ENVIRONMENTS)),
    ("Oracle.Database/autonomousDatabases", "properties.subnetId", Need::To("Oracle.Database/networkAttachments")),
    ("Oracle.Database/cloudVmClusters", "properties.subnetId", Need::To("Oracle.Database/networkAttachments")),
];

type NeedOf = fn(&ResourceFacts<'_>) -> Option<Need>;

/// What needs another delegation by what it is like.
const VARYING: &[(&str, &str, NeedOf)] = &[
    ("Microsoft.ApiManagement/service", "properties.virtualNetworkConfiguration", of_api_management),
    ("Microsoft.App/managedEnvironments", "properties.vnetConfiguration", |it| Some(of_environment(it))),
    ("Microsoft.Web/sites", "properties.virtualNetworkSubnetId", of_app),
    ("Microsoft.Web/sites/networkConfig", "properties.subnetResourceId", of_app),
    ("Microsoft.Web/sites/slots", "properties.virtualNetworkSubnetId", of_app),
    ("Microsoft.Web/sites/slots/networkConfig", "properties.subnetResourceId", of_app),
];

/// An environment with workload profiles has a delegated subnet. One without, which knows consumption only, is refused in it:
/// `ManagedEnvironmentV1SubnetDelegationNotAllowed`.
fn of_environment(environment: &ResourceFacts<'_>) -> Need {
    let path = "properties.workloadProfiles";
    let list = environment.at_path(path);
    let is_empty = match list {
        Some(list) => list.is_whole_list() && list.items().next().is_none(),
        None => environment.body().lacks(path),
    };
    match list.and_then(|list| list.items().next()) {
        Some(_) => Need::To(APP_ENVIRONMENTS),
        None if is_empty => Need::ToNobody,
        None => Need::ToNobodyBut(APP_ENVIRONMENTS),
    }
}

/// The plan Flex Consumption is known by the configuration that it alone takes.
fn of_app(part: &ResourceFacts<'_>) -> Option<Need> {
    let path = "properties.functionAppConfig";
    let app = part.lineage().find(|it| it.is_any(&["Microsoft.Web/sites", "Microsoft.Web/sites/slots"]))?;
    Some(match app.value(path) {
        _ if !app.is_deployed() => Need::ToEither(SERVER_FARMS, APP_ENVIRONMENTS),
        None if app.body().lacks(path) => Need::To(SERVER_FARMS),
        Some(Expr::Object(_)) => Need::To(APP_ENVIRONMENTS),
        _ => Need::ToEither(SERVER_FARMS, APP_ENVIRONMENTS),
    })
}

/// The SKUs of the second generation call through a subnet, or are injected into one; those of the first are put into one.
fn of_api_management(service: &ResourceFacts<'_>) -> Option<Need> {
    let (sku, kind) = (service.text("sku.name")?, service.text("properties.virtualNetworkType")?);
    match (&*sku.to_ascii_lowercase(), &*kind.to_ascii_lowercase()) {
        ("premiumv2", "internal") => Some(Need::To(HOSTING_ENVIRONMENTS)),
        ("premiumv2" | "standardv2", "external") => Some(Need::To(SERVER_FARMS)),
        ("developer" | "premium", "external" | "internal") => Some(Need::ToNobody),
        _ => None,
    }
}

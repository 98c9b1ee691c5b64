//! What the rules of Azure find of delegated subnets, and of those that are not: for each kind of tenant, both.

use azure::check::SUBNET_DELEGATION;
use azure::network::{
    AddressSpace, Delegation, InlineSubnet, ServiceDelegationPropertiesFormat, Subnet, SubnetPropertiesFormat,
    VirtualNetwork, VirtualNetworkPropertiesFormat,
};
use azure::prelude::*;
use dsl::{Expr, RawResource, Value, raw};

use self::snapshot::assert_found;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

const APPS: &str = "Microsoft.App/environments";
const FARMS: &str = "Microsoft.Web/serverFarms";
const NOBODY: &str = "";

/// A subnet that is delegated to a service, or to nobody.
fn subnet(g: &mut Group, delegation: &'static str) -> Resource<Subnet> {
    let to = ServiceDelegationPropertiesFormat::new().service_name(delegation);
    let delegations = [Delegation::new().name("delegation").properties(to)];
    let properties = SubnetPropertiesFormat::new().address_prefix("10.0.0.0/24");
    let properties = if delegation == NOBODY { properties } else { properties.delegations(delegations) };
    let space = AddressSpace::new().address_prefixes(["10.0.0.0/16"]);
    let subnets = [InlineSubnet::new().name("work").properties(properties)];
    let properties = VirtualNetworkPropertiesFormat::new().address_space(space).subnets(subnets);
    let network = VirtualNetwork::new("vnet-contoso", "japaneast").properties(properties).add(g, "network");
    Subnet::existing(&network, "work").nested().add(g, "work")
}

/// Whether something in a subnet of that delegation is found. What else its type needs is not what these tests are about.
fn is_found(tenant: &dyn Fn(Value<String>) -> RawResource, delegation: &'static str) -> bool {
    let mut g = Graph::new();
    let subnet = subnet(&mut g, delegation);
    tenant(subnet.id()).property("location", "japaneast").add(&mut g, "tenant");
    g.report().findings().iter().any(|finding| finding.id() == SUBNET_DELEGATION.id())
}

/// A list of one object, in which a subnet is named at a path.
fn list(path: [&'static str; 3], id: Value<String>) -> Expr {
    let inner = path.iter().rev().filter(|name| !name.is_empty());
    Expr::array([inner.fold(id.into(), |value, name| Expr::object([(*name, value)]))])
}

fn environment(id: Value<String>) -> RawResource {
    raw("Microsoft.App/managedEnvironments@2026-01-01", "cae-contoso")
        .property("properties.vnetConfiguration.infrastructureSubnetId", id)
}

fn profiles() -> Expr {
    Expr::array([Expr::object([("name", Expr::string("Consumption"))])])
}

fn app(id: Value<String>) -> RawResource {
    raw("Microsoft.Web/sites@2025-03-01", "app-contoso").property("properties.virtualNetworkSubnetId", id)
}

fn gateway(sku: &'static str, kind: &'static str, id: Value<String>) -> RawResource {
    raw("Microsoft.ApiManagement/service@2024-05-01", "apim-contoso")
        .property("sku.name", sku)
        .property("properties.virtualNetworkType", kind)
        .property("properties.virtualNetworkConfiguration.subnetResourceId", id)
}

fn interface(id: Value<String>) -> RawResource {
    raw("Microsoft.Network/networkInterfaces@2026-03-01", "nic-contoso")
        .property("properties.ipConfigurations", list(["properties", "subnet", "id"], id))
}

/// Each tenant, and the delegations with which it is not found.
type Case = (&'static str, fn(Value<String>) -> RawResource, &'static [&'static str]);

const CASES: &[Case] = &[
    ("environment with profiles", |id| environment(id).property("properties.workloadProfiles", profiles()), &[APPS]),
    ("environment of consumption only", environment, &[NOBODY]),
    ("app", app, &[FARMS]),
    ("app on Flex Consumption", |id| app(id).property("properties.functionAppConfig.runtime.name", "python"), &[APPS]),
    (
        "containers",
        |id| {
            raw("Microsoft.ContainerInstance/containerGroups@2025-09-01", "aci-contoso")
                .property("properties.subnetIds", list(["id", "", ""], id))
        },
        &["Microsoft.ContainerInstance/containerGroups"],
    ),
    (
        "database",
        |id| {
            raw("Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01", "psql-contoso")
                .property("properties.network.delegatedSubnetResourceId", id)
        },
        &["Microsoft.DBforPostgreSQL/flexibleServers"],
    ),
    ("API Management that calls", |id| gateway("StandardV2", "External", id), &[FARMS]),
    ("API Management inside", |id| gateway("PremiumV2", "Internal", id), &["Microsoft.Web/hostingEnvironments"]),
    ("API Management of old", |id| gateway("Developer", "Internal", id), &[NOBODY]),
    ("interface of a machine", interface, &[NOBODY]),
    (
        "gateway",
        |id| {
            raw("Microsoft.Network/applicationGateways@2026-03-01", "agw-contoso")
                .property("properties.gatewayIPConfigurations", list(["properties", "subnet", "id"], id))
        },
        &[NOBODY, "Microsoft.Network/applicationGateways"],
    ),
];

#[test]
fn each_tenant_asks_for_its_own_delegation() {
    let all: Vec<_> =
        CASES.iter().flat_map(|(_, _, wanted)| wanted.iter().copied()).chain(["Microsoft.NetApp/volumes"]).collect();
    for (name, tenant, wanted) in CASES {
        for delegation in &all {
            assert_eq!(
                is_found(tenant, delegation),
                !wanted.contains(delegation),
                "{name} in a subnet of `{delegation}`"
            );
        }
    }
}

#[test]
fn azure_does_not_look_at_the_case_of_letters() {
    assert!(!is_found(&app, "microsoft.web/serverfarms"));
}

#[test]
fn what_depends_on_a_param_may_be_right() {
    let found = |delegation: &'static str| {
        let mut g = Graph::new();
        let subnet = subnet(&mut g, delegation);
        let profiles =
            g.param("profiles").ty(dsl::Type::Array(Box::new(dsl::Type::Any))).describe("Workload profiles.");
        environment(subnet.id()).property("properties.workloadProfiles", &profiles).add(&mut g, "tenant");
        g.report().findings().iter().any(|finding| finding.id() == SUBNET_DELEGATION.id())
    };
    assert!(!found(NOBODY));
    assert!(!found(APPS));
    assert!(found(FARMS));
}

#[test]
fn a_finding_says_which_delegation_is_missing_and_which_is_foreign() {
    let add = |g: &mut Group, delegation: &'static str| {
        let subnet = subnet(g, delegation);
        app(subnet.id()).property("location", "japaneast").add(g, "app");
    };
    assert_found("rule-delegated-to-nobody", |g| add(g, NOBODY));
    assert_found("rule-delegated-elsewhere", |g| add(g, "Microsoft.Sql/managedInstances"));
    assert_found("rule-machine-in-delegated-subnet", |g| {
        let subnet = subnet(g, FARMS);
        interface(subnet.id()).property("location", "japaneast").add(g, "nic");
    });
}

#[test]
fn two_tenants_of_a_subnet_that_is_there_have_to_agree() {
    let both = |g: &mut Group, second: fn(Value<String>) -> RawResource| {
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let subnet = Subnet::existing(&network, "work").nested().add(g, "work");
        app(subnet.id()).property("location", "japaneast").add(g, "app");
        second(subnet.id()).property("location", "japaneast").add(g, "second");
    };
    assert_found("rule-delegated-differently", |g| both(g, interface));
    let mut g = Graph::new();
    both(&mut g, |id| gateway("StandardV2", "External", id));
    assert!(g.report().findings().iter().all(|finding| finding.id() != SUBNET_DELEGATION.id()));
}

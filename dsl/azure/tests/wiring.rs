//! What the rules of Azure find in networks, grants and exposure: once where it is, and nothing where it is mended or
//! cannot be known.

use azure::managed_identity::UserAssignedIdentity;
use azure::network::{
    AddressSpace, Delegation, DhcpOptions, InlineNetworkInterfaceIpConfiguration, InlineNetworkSecurityGroup,
    InlinePublicIpAddress, InlineSecurityRule, InlineSubnet, NetworkInterface,
    NetworkInterfaceIpConfigurationPropertiesFormat, NetworkInterfacePropertiesFormat, NetworkSecurityGroup,
    NetworkSecurityGroupPropertiesFormat, PublicIpAddress, SecurityRulePropertiesFormat,
    ServiceDelegationPropertiesFormat, SubResource, Subnet, SubnetPropertiesFormat, VirtualNetwork,
    VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat, VirtualNetworkPropertiesFormat,
};
use azure::prelude::*;
use azure::role::Role;
use azure::{key_vault, operational_insights};
use dsl::functions::{guid, subscription_resource_id};
use dsl::{Entry, Expr, Key, Value, raw};

use self::snapshot::{assert_found, ids};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

fn location(g: &mut Group) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

/// A network of one subnet, whose name is the network's.
fn network(
    g: &mut Group,
    location: &Param<String>,
    (symbol, range): (&'static str, &'static str),
    more: impl FnOnce(VirtualNetworkPropertiesFormat) -> VirtualNetworkPropertiesFormat,
    subnet: SubnetPropertiesFormat,
) -> (Resource<VirtualNetwork>, Resource<Subnet>) {
    let subnet = InlineSubnet::new().name(symbol).properties(subnet.address_prefix(range));
    let space = AddressSpace::new().address_prefixes([range]);
    let properties = more(VirtualNetworkPropertiesFormat::new().address_space(space).subnets([subnet]));
    let network = VirtualNetwork::new(symbol, location).properties(properties).add(g, symbol);
    let subnet = Subnet::existing(&network, symbol).nested().add(g, format!("{symbol}Subnet"));
    (network, subnet)
}

fn plain(properties: VirtualNetworkPropertiesFormat) -> VirtualNetworkPropertiesFormat {
    properties
}

fn peer(g: &mut Group, from: &Resource<VirtualNetwork>, to: &Resource<VirtualNetwork>) {
    let properties =
        VirtualNetworkPeeringPropertiesFormat::new().remote_virtual_network(SubResource::new().id(to.id()));
    VirtualNetworkPeering::new(from, "peering").properties(properties).add(g, "peering");
}

/// What a test changes of a hub with an account and its endpoint, and a spoke with a machine that may call the account.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of a test")]
struct Spoke {
    is_peered: bool,
    is_linked: bool,
    has_dns_servers: bool,
    is_peered_elsewhere: bool,
    manages_only: bool,
}

fn hub_and_spoke(g: &mut Group, with: Spoke) -> OpenAiAccount {
    let location = location(g);
    let (hub, endpoints) = network(g, &location, ("hub", "10.0.0.0/24"), plain, SubnetPropertiesFormat::new());
    let servers = |properties: VirtualNetworkPropertiesFormat| {
        let options = with.has_dns_servers.then(|| DhcpOptions::new().dns_servers(["10.0.0.4"]));
        options.into_iter().fold(properties, VirtualNetworkPropertiesFormat::dhcp_options)
    };
    let (spoke, work) = network(g, &location, ("spoke", "10.1.0.0/24"), servers, SubnetPropertiesFormat::new());
    let account = OpenAi::new("contoso-ai", &location).add(g, "account");
    let zone = Zone::of(&account).add(g, "zone");
    zone.link(&hub, g, "hubLink");
    if with.is_linked {
        zone.link(&spoke, g, "spokeLink");
    }
    if with.is_peered {
        peer(g, &spoke, &hub);
    }
    if with.is_peered_elsewhere {
        let far = VirtualNetwork::existing("far").add(g, "far");
        peer(g, &spoke, &far);
    }
    PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, g, "endpoint");
    let name = g.param("administrator").describe("Administrator of the machine.");
    let key = g.param("sshPublicKey").describe("Public key of the administrator.");
    let vm = LinuxMachine::new("vm", &location, Image::UBUNTU_24_04, &work, (&name, &key))
        .system_assigned_identity()
        .add(g, "vm");
    if with.manages_only {
        g.grant("vmManages", &vm, role::CognitiveServicesContributor, &account).describe("The machine manages it.");
    } else {
        g.grant("vmCalls", &vm, role::CognitiveServicesOpenAiUser, &account).describe("The machine may call it.");
    }
    account
}

#[test]
fn a_zone_has_to_be_linked_to_the_networks_of_callers() {
    let peered = Spoke { is_peered: true, ..Spoke::default() };
    assert_found("rule-unlinked-caller", |g| drop(hub_and_spoke(g, peered)));
    for silent in [
        Spoke { is_linked: true, ..peered },
        Spoke { has_dns_servers: true, ..peered },
        Spoke { manages_only: true, ..peered },
    ] {
        assert_eq!(ids(|g| drop(hub_and_spoke(g, silent))), [""; 0]);
    }
}

#[test]
fn a_grant_needs_a_way_to_the_service() {
    assert_found("rule-grant-without-path", |g| drop(hub_and_spoke(g, Spoke::default())));
    for silent in [
        Spoke { is_peered: true, is_linked: true, ..Spoke::default() },
        Spoke { is_peered_elsewhere: true, ..Spoke::default() },
        Spoke { manages_only: true, ..Spoke::default() },
    ] {
        assert_eq!(ids(|g| drop(hub_and_spoke(g, silent))), [""; 0]);
    }
}

#[test]
fn who_is_told_an_address_needs_a_grant() {
    let told = |g: &mut Group, is_granted: bool| {
        let account = hub_and_spoke(g, Spoke { is_peered: true, is_linked: true, ..Spoke::default() });
        let subnet = g.param("appSubnetId").describe("Id of a subnet that reaches the endpoint.");
        let app = raw("Microsoft.Web/sites@2025-03-01", "app")
            .property("location", "japaneast")
            .property("identity.type", "SystemAssigned")
            .property("properties.virtualNetworkSubnetId", &*subnet)
            .property("properties.siteConfig.appSettings", Expr::array([setting(account.endpoint())]))
            .add(g, "app");
        if is_granted {
            let id = subscription_resource_id(
                "Microsoft.Authorization/roleDefinitions",
                [role::CognitiveServicesOpenAiUser::GUID],
            );
            raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([account.id(), app.id()]))
                .property("properties.principalId", app.read("identity.principalId").cast::<String>())
                .property("properties.roleDefinitionId", id)
                .on(&*account)
                .add(g, "appCalls");
        }
    };
    assert_found("rule-caller-without-grant", |g| told(g, false));
    assert_eq!(ids(|g| told(g, true)), [""; 0]);
    let by_group = |g: &mut Group| {
        told(g, false);
        let account = OpenAi::new("other-ai", "japaneast").add(g, "other");
        let team = GivenPrincipal::group("00000000-0000-0000-0000-000000000001");
        g.grant("teamCalls", &team, role::CognitiveServicesOpenAiUser, &account).describe("The team may call it.");
    };
    assert_eq!(ids(by_group), ["caller-without-grant", "unreachable"], "a grant elsewhere is none here");
}

fn setting(value: Value<String>) -> Expr {
    Expr::object([("name", Expr::string("ENDPOINT")), ("value", value.into())])
}

/// An endpoint in a subnet with a security group of one rule.
fn endpoint_behind(g: &mut Group, policies: &'static str, rule: SecurityRulePropertiesFormat) {
    let location = location(g);
    let rules = NetworkSecurityGroupPropertiesFormat::new()
        .security_rules([InlineSecurityRule::new().name("rule").properties(rule)]);
    let group = NetworkSecurityGroup::new("nsg", &location).properties(rules).add(g, "nsg");
    let subnet = SubnetPropertiesFormat::new()
        .private_endpoint_network_policies(policies)
        .network_security_group(InlineNetworkSecurityGroup::new().id(group.id()));
    endpoint_in(g, &location, subnet);
}

fn endpoint_in(g: &mut Group, location: &Param<String>, subnet: SubnetPropertiesFormat) {
    let (network, subnet) = network(g, location, ("net", "10.0.0.0/24"), plain, subnet);
    let storage = azure::storage::StorageAccount::existing("stcontoso").add(g, "storage");
    let blob = group::Blob::of(&storage);
    let zone = Zone::of(&blob).add(g, "zone");
    zone.link(&network, g, "link");
    PrivateEndpoint::new("blob-pe", location, &blob, &subnet).register_in(&zone, g, "endpoint");
}

fn inbound(source: &'static str, access: &'static str, ports: &'static str) -> SecurityRulePropertiesFormat {
    SecurityRulePropertiesFormat::new("*", access, 100, "Inbound")
        .source_address_prefix(source)
        .source_port_range("*")
        .destination_address_prefix("*")
        .destination_port_range(ports)
}

#[test]
fn an_endpoint_must_not_be_shut_out_by_its_subnet() {
    assert_found("rule-blocked-endpoint", |g| endpoint_behind(g, "Enabled", inbound("VirtualNetwork", "Deny", "*")));
    for (policies, rule) in [
        ("Disabled", inbound("VirtualNetwork", "Deny", "*")),
        ("Enabled", inbound("Internet", "Deny", "*")),
        ("Enabled", inbound("10.0.0.0/24", "Allow", "443")),
    ] {
        assert_eq!(ids(|g| endpoint_behind(g, policies, rule)), [""; 0]);
    }
}

fn delegated<const N: usize>(services: [&'static str; N]) -> SubnetPropertiesFormat {
    let delegation =
        |name| Delegation::new().name(name).properties(ServiceDelegationPropertiesFormat::new().service_name(name));
    SubnetPropertiesFormat::new().delegations(services.map(delegation))
}

#[test]
fn a_subnet_is_for_one_service() {
    assert_found("rule-delegated-endpoint", |g| {
        let location = location(g);
        endpoint_in(g, &location, delegated(["Microsoft.Web/serverFarms"]));
    });
    assert_found("rule-delegated-twice", |g| {
        let location = location(g);
        let subnet = delegated(["Microsoft.Web/serverFarms", "Microsoft.Sql/managedInstances"]);
        let (_, subnet) = network(g, &location, ("net", "10.0.0.0/24"), plain, subnet);
        g.output("subnetId", subnet.id()).describe("Id of the subnet.");
    });
}

#[test]
fn peered_networks_and_subnets_have_addresses_of_their_own() {
    let peered = |g: &mut Group, range: &'static str| {
        let location = location(g);
        let (hub, _) = network(g, &location, ("hub", "10.0.0.0/16"), plain, SubnetPropertiesFormat::new());
        let (spoke, _) = network(g, &location, ("spoke", range), plain, SubnetPropertiesFormat::new());
        peer(g, &hub, &spoke);
        g.output("ids", [hub.id(), spoke.id()]).describe("Uses both.");
    };
    assert_eq!(ids(|g| peered(g, "10.1.0.0/16")), ["unused"; 2]);
    assert_found("rule-overlapping-peers", |g| peered(g, "10.0.128.0/24"));
    let beside = |g: &mut Group, range: &'static str| {
        let location = location(g);
        let (network, _) = network(g, &location, ("net", "10.0.0.0/24"), plain, SubnetPropertiesFormat::new());
        let properties = SubnetPropertiesFormat::new().address_prefix(range);
        Subnet::new(&network, "more").properties(properties).add(g, "more");
    };
    assert_eq!(ids(|g| beside(g, "10.0.1.0/24")), ["invalid-address", "unused"], "outside of the network");
    assert_eq!(ids(|g| beside(g, "10.0.0.128/25")), ["unused", "overlapping-ranges"]);
}

fn open(g: &mut Group, source: &'static str, ports: &'static str) {
    let location = location(g);
    let rules = NetworkSecurityGroupPropertiesFormat::new()
        .security_rules([InlineSecurityRule::new().name("rule").properties(inbound(source, "Allow", ports))]);
    NetworkSecurityGroup::new("nsg", &location).properties(rules).add(g, "nsg");
}

#[test]
fn what_the_internet_reaches_is_found() {
    assert_found("rule-open-ports", |g| open(g, "*", "20-30"));
    assert_eq!(ids(|g| open(g, "0.0.0.0/0", "*")), ["internet-exposure"]);
    assert_eq!(ids(|g| open(g, "Internet", "8080")), ["internet-exposure"]);
    assert_eq!(ids(|g| open(g, "Internet", "443")), [""; 0]);
    assert_eq!(ids(|g| open(g, "10.0.0.0/8", "22")), [""; 0]);
    assert_found("rule-public-machine", |g| {
        let location = location(g);
        let (_, subnet) = network(g, &location, ("net", "10.0.0.0/24"), plain, SubnetPropertiesFormat::new());
        let address = PublicIpAddress::new("pip", &location).add(g, "address");
        let configuration = NetworkInterfaceIpConfigurationPropertiesFormat::new()
            .subnet(InlineSubnet::new().id(subnet.id()))
            .public_ip_address(InlinePublicIpAddress::new().id(address.id()));
        let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(configuration);
        let properties = NetworkInterfacePropertiesFormat::new().ip_configurations([configuration]);
        NetworkInterface::new("nic", &location).properties(properties).add(g, "nic");
    });
}

#[test]
fn services_send_their_logs_where_there_is_a_workspace() {
    let vault = |g: &mut Group, has_workspace: bool, has_setting: bool| {
        let location = location(g);
        let sku = key_vault::Sku::new("A", key_vault::SkuName::Standard);
        let properties = key_vault::VaultProperties::new("00000000-0000-0000-0000-000000000001", sku);
        let vault = key_vault::Vault::new("kv-contoso", &location, properties).add(g, "vault");
        if has_workspace {
            let workspace = operational_insights::Workspace::new("logs", &location).add(g, "workspace");
            if has_setting {
                raw("Microsoft.Insights/diagnosticSettings@2021-05-01-preview", "audit")
                    .property("properties.workspaceId", workspace.id())
                    .on(&vault)
                    .add(g, "audit");
            }
        }
    };
    assert_found("rule-missing-diagnostics", |g| vault(g, true, false));
    assert_eq!(ids(|g| vault(g, true, true)), [""; 0]);
    assert_eq!(ids(|g| vault(g, false, false)), [""; 0]);
}

/// A job that pulls from a registry, before its grant and the endpoint of the registry are there.
fn early_job(g: &mut Group, waits: bool) {
    let location = location(g);
    let (net, endpoints) = network(g, &location, ("net", "10.0.0.0/24"), plain, SubnetPropertiesFormat::new());
    let registry = ContainerRegistry::new("crcontoso", &location).add(g, "registry");
    let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
    let home = raw("Microsoft.App/managedEnvironments@2026-07-01", "cae-contoso")
        .property("location", &*location)
        .property("properties.vnetConfiguration.infrastructureSubnetId", endpoints.id())
        .add(g, "home");
    let server = registry.properties().login_server();
    let pulls = Expr::object([("server", (&server).into()), ("identity", identity.id().into())]);
    let container = Expr::object([("name", Expr::string("job")), ("image", (server + "/job:1").into())]);
    let job = raw("Microsoft.App/jobs@2026-07-01", "job")
        .property("location", &*location)
        .property("identity.type", "UserAssigned")
        .property("identity.userAssignedIdentities", identities(&identity))
        .property("properties.environmentId", home.id())
        .property("properties.configuration.triggerType", "Manual")
        .property("properties.configuration.replicaTimeout", 300)
        .property("properties.configuration.manualTriggerConfig.parallelism", 1)
        .property("properties.configuration.registries", Expr::array([pulls]))
        .property("properties.template.containers", Expr::array([container]))
        .add(g, "job");
    g.grant("jobPulls", &identity, role::AcrPull, &registry).describe("The job pulls its image.");
    let zone = Zone::of(&registry).add(g, "zone");
    zone.link(&net, g, "link");
    PrivateEndpoint::new("registry-pe", &location, &registry, &endpoints).register_in(&zone, g, "endpoint");
    if waits {
        g.wait_for_needs(&job);
    }
}

fn identities(identity: &Resource<UserAssignedIdentity>) -> Expr {
    let id = Key::Computed(Expr::interpolated([identity.id().into()]).into());
    Expr::Object([Entry::Property(id, Expr::object::<&'static str>([]))].into())
}

#[test]
fn what_starts_before_its_endpoint_is_found_once_and_mended_by_waiting() {
    assert_found("rule-early-start", |g| early_job(g, false));
    assert_eq!(ids(|g| early_job(g, true)), [""; 0]);
}

/// An app without a construct around it that names the image of a registry, with what a test changes of the registry.
fn puller(
    g: &mut Group,
    change: impl FnOnce(ContainerRegistry<WithPrivateLink>) -> ContainerRegistry<WithPrivateLink>,
) {
    let location = location(g);
    let registry = change(ContainerRegistry::new("crcontoso", &location).public_access()).add(g, "registry");
    raw("Microsoft.Web/sites@2025-03-01", "contoso-shop")
        .property("location", &*location)
        .property("identity.type", "SystemAssigned")
        .property("properties.httpsOnly", true)
        .property("properties.siteConfig.linuxFxVersion", "DOCKER|" + registry.properties().login_server() + "/shop:1")
        .add(g, "shop");
}

#[test]
fn who_names_an_image_and_may_not_pull_it_is_found() {
    assert_found("rule-image-without-grant", |g| puller(g, |registry| registry));
    let with_password = |g: &mut Group| puller(g, ContainerRegistry::admin_user);
    assert!(!ids(with_password).contains(&"caller-without-grant"));
}

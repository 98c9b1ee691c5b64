//! What networks with an address plan render, with each option and with all of them.

use azure::key_vault::Vault;
use azure::network::{PrivateEndpointNetworkPolicy, RouteTable};
use azure::prelude::*;

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

azure::address_plan! {
    /// Without subnets.
    Empty: "192.168.0.0/29" {}
}

azure::address_plan! {
    /// Two subnets to be filled, and two that Azure fills.
    Hub: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        DATA = "data.01_": "10.0.1.0/29",
        BASTION = "AzureBastionSubnet": "10.0.2.0/26",
        GATEWAY = "GatewaySubnet": "10.0.3.0/29",
    }
}

azure::address_plan! {
    /// Sizes in a range that is given later, with a service that takes a whole subnet.
    Team: any "/22", peered with Hub {
        WORKLOAD = "workload": "/24",
        APPS = "apps": "/27" delegated to "Microsoft.App/environments",
        DATA = "data": "/25",
        GATEWAY = "GatewaySubnet": "/27",
    }
}

azure::address_plan! {
    /// The neighbour.
    Spoke: "10.1.0.0/16", peered with Hub, Empty {
        DIGIT = "1st": "10.1.0.0/24",
    }
}

fn region(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

/// Makes subnets appear, for they are printed where they are used.
fn show(g: &mut Graph<ResourceGroup>, symbol: &'static str, subnet: &Resource<azure::network::Subnet>) {
    g.output(symbol, subnet.id()).describe("Id of a subnet.");
}

#[test]
fn a_network_without_subnets() {
    let mut g = Graph::new();
    let location = region(&mut g);
    Network::planned::<Empty>("net", &location).add(&mut g, "network");
    assert_rendered("network-minimal", &g);
}

#[test]
fn a_network_as_it_is_by_default() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let network = Network::planned::<Hub>("net", &location).add(&mut g, "network");
    show(&mut g, "data", network.subnet(Hub::DATA));
    show(&mut g, "bastion", network.subnet(Hub::BASTION));
    assert!(network.security_group(Hub::WORKLOAD).is_some() && network.security_group(Hub::DATA).is_some());
    assert!(network.security_group(Hub::BASTION).is_none() && network.security_group(Hub::GATEWAY).is_none());
    assert!(network.nat_gateway().is_none());
    assert_rendered("network-default", &g);
}

#[test]
fn rules_without_other_security_groups() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let office = g.address_prefix("office").default("203.0.113.0/24").describe("Addresses of the office.");
    let network = Network::planned::<Hub>("net", &location)
        .without_security_groups()
        .allow_inbound(Hub::WORKLOAD, "AllowSsh", Source::subnet(Hub::BASTION), Traffic::tcp(22))
        .allow_inbound(Hub::WORKLOAD, "AllowOffice", Source::addresses(&office), Traffic::tcp([80, 443]))
        .allow_inbound(Hub::WORKLOAD, "AllowFrontDoor", Source::service_tag("AzureFrontDoor.Backend"), Traffic::any())
        .allow_inbound(Hub::WORKLOAD, "AllowCalls", Source::internet(), Traffic::tcp(443))
        .allow_inbound(Hub::WORKLOAD, "AllowProbes", Source::load_balancer(), Traffic::tcp(8080))
        .add(&mut g, "network");
    assert!(network.security_group(Hub::WORKLOAD).is_some() && network.security_group(Hub::DATA).is_none());
    assert_rendered("network-rules", &g);
}

#[test]
fn a_network_in_a_range_that_is_a_param() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let prefix = g.address_prefix("addressPrefix").default("10.2.0.0/22").describe("Addresses of the network.");
    let routes = RouteTable::new("routes", &location).add(&mut g, "routes");
    let team = Network::planned_in::<Team>("net", &location, &prefix)
        .service_endpoint(Team::DATA, "Microsoft.Storage")
        .service_endpoint(Team::DATA, "Microsoft.Sql")
        .private_endpoint_network_policies(Team::WORKLOAD, PrivateEndpointNetworkPolicy::Enabled)
        .route_table(Team::WORKLOAD, &routes)
        .route_table(Team::GATEWAY, &routes)
        .nat_gateway()
        .add(&mut g, "network");
    show(&mut g, "apps", team.subnet(Team::APPS));
    assert_rendered("network-sizes", &g);
}

#[test]
fn a_spoke_of_a_hub_in_another_group() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let group = OtherResourceGroup::named("rg-hub").in_subscription("00000000-0000-0000-0000-000000000000");
    let hub = Network::existing::<Hub>("hub-vnet").in_group(group).add(&mut g, "hub");
    let spoke = Network::planned::<Spoke>("spoke-vnet", &location).without_security_groups().add(&mut g, "spoke");
    assert_eq!(spoke.peer_with(&hub, &mut g, "spokeToHub").len(), 1);
    let vault = Vault::existing("vault").add(&mut g, "vault");
    let zone = Zone::of(&vault).add(&mut g, "zone");
    zone.link(&hub, &mut g, "hubLink");
    let subnet = hub.subnet(Hub::WORKLOAD);
    PrivateEndpoint::new("pe", &location, &vault, subnet).register_in(&zone, &mut g, "endpoint");
    assert_rendered("network-spoke-of-existing-hub", &g);
}

#[test]
fn the_other_half_is_declared_in_the_group_of_the_hub() {
    let mut g = Graph::<ResourceGroup>::new();
    let hub = Network::existing::<Hub>("hub-vnet").add(&mut g, "hub");
    let spoke = Network::existing::<Spoke>("spoke-vnet").in_group(OtherResourceGroup::named("rg-spoke"));
    let spoke = spoke.add(&mut g, "spoke");
    assert_eq!(hub.peer_with(&spoke, &mut g, "hubToSpoke").len(), 1);
    assert!(hub.security_group(Hub::WORKLOAD).is_none() && hub.nat_gateway().is_none());
    assert_rendered("network-hub-of-existing-spoke", &g);
}

#[test]
fn a_nat_gateway() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let network =
        Network::planned::<Hub>("net", &location).without_security_groups().nat_gateway().add(&mut g, "network");
    let gateway = network.nat_gateway().map(Resource::id).expect("it was asked for");
    g.output("gateway", gateway).describe("Id of the gateway.");
    assert_rendered("network-nat-gateway", &g);
}

#[test]
fn peered_networks_with_everything() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let prefix = g.param("prefix").default("dev").length(2..=12).describe("Prefix of every resource name.");
    let [hub, spoke] = [&prefix + "-hub", &prefix + "-spoke"];
    let hub = Network::planned::<Hub>(hub, &location).nat_gateway().add(&mut g, "hub");
    let spoke = Network::planned::<Spoke>(spoke, &location).nat_gateway().add(&mut g, "spoke");
    assert_eq!(hub.peer_with(&spoke, &mut g, "hubToSpoke").len(), 2);
    show(&mut g, "workload", hub.subnet(Hub::WORKLOAD));
    show(&mut g, "first", spoke.subnet(Spoke::DIGIT));
    assert_rendered("network-fullest", &g);
}

#[test]
fn a_subnet_knows_its_name_and_range() {
    assert_eq!((Hub::DATA.name(), Hub::DATA.address_prefix()), ("data.01_", "10.0.1.0/29"));
    assert_eq!((Hub::GATEWAY.name(), Hub::GATEWAY.address_prefix()), ("GatewaySubnet", "10.0.3.0/29"));
    assert_eq!(Hub::ADDRESS_PREFIX, "10.0.0.0/16");
}

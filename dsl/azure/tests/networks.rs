//! What networks with an address plan render, with each option and with all of them.

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
    Network::planned::<Empty>("net", &location).security_groups().add(&mut g, "network");
    assert_rendered("network-minimal", &g);
}

#[test]
fn a_network_as_it_is_by_default() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let network = Network::planned::<Hub>("net", &location).add(&mut g, "network");
    show(&mut g, "data", network.subnet(Hub::DATA));
    show(&mut g, "bastion", network.subnet(Hub::BASTION));
    assert!(network.security_group(Hub::DATA).is_none() && network.nat_gateway().is_none());
    assert_rendered("network-default", &g);
}

#[test]
fn security_groups() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let network = Network::planned::<Hub>("net", &location).security_groups().add(&mut g, "network");
    let has_group = |subnet| network.security_group(subnet).is_some();
    assert_eq!([Hub::WORKLOAD, Hub::DATA, Hub::BASTION, Hub::GATEWAY].map(has_group), [true, true, false, false]);
    assert_rendered("network-security-groups", &g);
}

#[test]
fn a_nat_gateway() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let network = Network::planned::<Hub>("net", &location).nat_gateway().add(&mut g, "network");
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
    let hub = Network::planned::<Hub>(hub, &location).security_groups().nat_gateway().add(&mut g, "hub");
    let spoke = Network::planned::<Spoke>(spoke, &location).security_groups().nat_gateway().add(&mut g, "spoke");
    hub.peer_with(&spoke, &mut g, "hubToSpoke");
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

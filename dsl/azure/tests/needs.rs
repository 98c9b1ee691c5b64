//! What apps wait for under conditions, in loops and across files: the official compiler takes each, and nothing is found.

use azure::app;
use azure::managed_identity::UserAssignedIdentity;
use azure::network::{
    SubResource, Subnet, VirtualNetwork, VirtualNetworkPeering, VirtualNetworkPeeringPropertiesFormat,
};
use azure::prelude::*;

use self::snapshot::{assert_files, ids};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

/// What an app is made of, and what leads to its registry.
struct Base {
    location: Param<String>,
    network: Resource<VirtualNetwork>,
    endpoints: Resource<Subnet>,
    home: AppEnvironment,
    identity: Resource<UserAssignedIdentity>,
    registry: PremiumRegistry,
}

impl Base {
    fn new(g: &mut Group) -> Self {
        let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let [apps, endpoints] =
            ["apps", "endpoints"].map(|it| Subnet::existing(&network, it).nested().where_used().add(g, it));
        let home = ContainerAppsEnvironment::new("cae-contoso", &location, &apps).add(g, "home");
        let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
        let registry = ContainerRegistry::new("crcontoso", &location).add(g, "registry");
        Base { location, network, endpoints, home, identity, registry }
    }

    fn endpoint(&self, g: &mut Group) {
        self.endpoint_in(&[&self.network], g);
    }

    /// In a subnet of the last network.
    fn endpoint_in(&self, networks: &[&Resource<VirtualNetwork>], g: &mut Group) {
        let zone = Zone::of(&self.registry).add(g, "zone");
        for (network, symbol) in networks.iter().zip(["link", "hubLink"]) {
            zone.link(network, g, symbol);
        }
        PrivateEndpoint::new("registry-pe", &self.location, &self.registry, &self.endpoints)
            .register_in(&zone, g, "endpoint");
    }

    fn app(&self, g: &mut Group, name: impl Into<Value<String>>) -> Resource<app::ContainerApp> {
        let image = self.registry.properties().login_server() + "/shop:1";
        ContainerApp::new(name.into(), &self.location, &self.home, &self.identity, image)
            .pulls_from(&self.registry)
            .add(g, "shop")
    }
}

fn under_conditions(g: &mut Group) {
    let base = Base::new(g);
    let is_private = g.param_of::<bool>("isPrivate").describe("Whether the registry has an endpoint.");
    let is_filled = g.param_of::<bool>("isFilled").describe("Whether the image is there.");
    g.when(&is_private, |g| base.endpoint(g));
    g.when(&is_filled, |g| base.app(g, "shop"));
}

fn in_a_loop(g: &mut Group) {
    let base = Base::new(g);
    let names = g.param_of::<Vec<String>>("names").length(1..=4).describe("Names of the apps.");
    base.endpoint(g);
    g.output("identityId", base.identity.id()).describe("Id of the identity of other apps.");
    g.each("name", &names, |g, name, _| {
        let identity = UserAssignedIdentity::new("id-" + name, &base.location).add(g, "identities");
        let image = base.registry.properties().login_server() + "/shop:1";
        ContainerApp::new("shop-" + name, &base.location, &base.home, &identity, image)
            .pulls_from(&base.registry)
            .add(g, "shops")
    });
}

fn across_modules(g: &mut Group) {
    let base = Base::new(g);
    g.module("ways", DeploymentScope, |g| base.endpoint(g));
    g.module("shop", DeploymentScope, |g| base.app(g, "shop"));
}

/// The endpoint is in another network, which this one is peered with.
fn over_a_peering(g: &mut Group) {
    let base = Base::new(g);
    let hub = VirtualNetwork::existing("vnet-hub").add(g, "hub");
    let endpoints = Subnet::existing(&hub, "endpoints").nested().add(g, "hubEndpoints");
    for (from, to, symbol) in [(&base.network, &hub, "toHub"), (&hub, &base.network, "back")] {
        let remote =
            VirtualNetworkPeeringPropertiesFormat::new().remote_virtual_network(SubResource::new().id(to.id()));
        VirtualNetworkPeering::new(from, symbol).properties(remote).add(g, symbol);
    }
    let base = Base { endpoints, ..base };
    base.endpoint_in(&[&base.network, &hub], g);
    base.app(g, "shop");
}

/// The endpoint comes last, and the app is told so.
fn told_late(g: &mut Group) {
    let base = Base::new(g);
    let app = base.app(g, "shop");
    base.endpoint(g);
    g.wait_for_needs(&app);
}

#[test]
fn what_is_waited_for_may_be_anywhere() {
    for (name, build) in [
        ("needs-conditions", under_conditions as fn(&mut Group)),
        ("needs-loop", in_a_loop),
        ("needs-modules", across_modules),
        ("needs-peering", over_a_peering),
        ("needs-late", told_late),
    ] {
        assert_eq!(ids(build), [""; 0], "{name}");
        let mut g = Graph::new();
        build(&mut g);
        assert_files(name, &g, Layout::Modules);
        g.to_bundle(Layout::Single).unwrap_or_else(|report| panic!("{name}: {report}"));
    }
}

//! What the constructs of services render: by default, and with every default changed.

use azure::managed_identity::UserAssignedIdentity;
use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;

use self::snapshot::{assert_files, assert_rendered};

#[path = "../../../tests/common/snapshot.rs"]
mod snapshot;

mod apps;
mod clusters;
mod data;
mod messages;
mod models;
mod premium;

/// What every construct asks for.
fn region(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

/// Who is granted roles.
fn team(g: &mut Graph<ResourceGroup>) -> GivenPrincipal {
    let id = g.param("teamObjectId").length(36..=36).describe("Object id of the team in Microsoft Entra.");
    GivenPrincipal::group(&id)
}

/// A network that is there, and a subnet of it.
fn subnet(g: &mut Graph<ResourceGroup>, name: &'static str) -> (Resource<VirtualNetwork>, Resource<Subnet>) {
    let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
    let subnet = Subnet::existing(&network, name).nested().add(g, name);
    (network, subnet)
}

/// The identity of an app or a cluster.
fn identity(g: &mut Graph<ResourceGroup>, region: &Param<String>) -> Resource<UserAssignedIdentity> {
    UserAssignedIdentity::new("id-contoso", region).add(g, "identity")
}

/// An endpoint in a subnet, and its zone.
fn reached<Z: zone::PrivateZone, T: PrivateLinkTarget<Group: OneZone<Zone = Z>>>(
    g: &mut Graph<ResourceGroup>,
    symbol: &'static str,
    target: &T,
    region: &Param<String>,
    (network, subnet): (&Resource<VirtualNetwork>, &Resource<Subnet>),
) {
    let zone = Zone::of(target).add(g, format!("{symbol}Zone"));
    zone.link(network, g, "link");
    PrivateEndpoint::new(symbol, region, target, subnet).register_in(&zone, g, format!("{symbol}Endpoint"));
}

//! Numbers, ranges and sizes that Azure refuses, and those next to them that it takes.

use azure::managed_identity::UserAssignedIdentity;
use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;
use azure::storage::Container;

use self::snapshot::{assert_found, assert_rendered, ids};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

const NONE: [&str; 0] = [];

fn region(g: &mut Group) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

/// An app with what a test changes of it.
fn app(g: &mut Group, change: impl FnOnce(ContainerApp) -> ContainerApp) {
    let region = region(g);
    let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
    let apps = Subnet::existing(&network, "apps").nested().add(g, "apps");
    let home = ContainerAppsEnvironment::new("cae-contoso", &region, &apps)
        .workload_profile("large", "D8", 1, 3)
        .add(g, "appEnvironment");
    let identity = UserAssignedIdentity::new("id-contoso", &region).add(g, "identity");
    let image = "mcr.microsoft.com/k8se/quickstart:latest";
    change(ContainerApp::new("shop", &region, &home, &identity, image)).add(g, "shop");
}

#[test]
fn containers_have_two_gib_for_each_core() {
    for (cores, memory) in [("0.25", "0.5Gi"), ("1.75", "3.5Gi"), ("2", "4Gi"), ("4", "8Gi"), ("4.0", "8.0Gi")] {
        assert_eq!(ids(|g| app(g, |it| it.size(cores, memory))), NONE, "{cores} {memory}");
    }
    for (cores, memory) in [("0.5", "2Gi"), ("0.3", "0.6Gi"), ("4.25", "8.5Gi"), ("0", "0Gi"), ("1", "1Gi")] {
        assert_eq!(ids(|g| app(g, |it| it.size(cores, memory))), ["container-limits"], "{cores} {memory}");
        assert_eq!(ids(|g| app(g, |it| it.size(cores, memory).workload_profile("large"))), NONE, "{cores} {memory}");
    }
    assert_found("rule-container-limits", |g| app(g, |it| it.size("0.3", "1Gi").replicas(5, 3)));
}

#[test]
fn replicas_are_in_order_and_not_too_many() {
    for (least, most) in [(0, 1), (3, 3), (0, 1000)] {
        assert_eq!(ids(|g| app(g, |it| it.replicas(least, most))), NONE, "{least} {most}");
    }
    for (least, most) in [(4, 3), (0, 0), (0, 1001), (-1, 3)] {
        assert_eq!(ids(|g| app(g, |it| it.replicas(least, most))), ["container-limits"], "{least} {most}");
    }
    let unknown = |g: &mut Group| {
        let least = g.param_of::<i64>("least").default(2).describe("The least number of replicas.");
        app(g, |it| it.replicas(&least, 1));
    };
    assert_eq!(ids(unknown), NONE, "a set may say another number");
}

/// An account that lets in an address.
fn lets_in(g: &mut Group, range: impl Into<Value<String>>) {
    let region = region(g);
    let storage = Storage::new("stcontoso", &region).public_access_from([range.into()]).add(g, "storage");
    let team = GivenPrincipal::group("00000000-0000-0000-0000-000000000001");
    g.grant("teamReads", &team, role::StorageBlobDataReader, &storage).describe("The team reads blobs.");
}

#[test]
fn a_storage_account_lets_in_single_addresses_and_ranges_of_four_or_more() {
    for range in ["203.0.113.7", "203.0.113.0/30", "172.32.0.0/16", "11.0.0.0/8", "2001:db8::/32"] {
        assert_eq!(ids(|g| lets_in(g, range)), NONE, "{range}");
    }
    for range in ["203.0.113.7/32", "203.0.113.6/31", "10.0.0.4", "172.31.0.0/16", "192.168.1.0/24", "8.0.0.0/6"] {
        assert_eq!(ids(|g| lets_in(g, range)), ["invalid-ip-rule"], "{range}");
    }
    assert_found("rule-invalid-ip-rule", |g| {
        let office = g.param("office").describe("Addresses of the office.");
        g.parameter_set("dev").value(&office, "203.0.113.7");
        g.parameter_set("prod").value(&office, "203.0.113.7/32");
        lets_in(g, &office);
    });
}

#[test]
fn containers_come_from_a_loop_beside_soft_delete() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let names = g.param_of::<Vec<String>>("names").describe("Names of the containers.");
    let (storage, blobs) = Storage::new("stcontoso", &region)
        .blob_soft_delete(14)
        .container("logs", "logs")
        .add_with_blobs(&mut g, "storage");
    let team = GivenPrincipal::group("00000000-0000-0000-0000-000000000001");
    g.grant("teamReads", &team, role::StorageBlobDataReader, &storage).describe("The team reads blobs.");
    g.each("name", &names, |g, name, _| {
        Container::new(&blobs, name).add(g, "containers");
    });
    assert_rendered("service-storage-loop", &g);
}

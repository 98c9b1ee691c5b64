//! Services whose SKU says whether they have private link.

use azure::container_registry::Registry;
use azure::search::SearchService;
use azure::service_bus::{Namespace, Queue};

use azure::check::ANONYMOUS_ACCESS;

use super::*;

#[test]
fn registry_and_service_bus_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let registry = ContainerRegistry::new("crcontoso", &region).add(&mut g, "registry");
    g.grant("teamPushes", &team, role::AcrPush, &registry).describe("The team pushes images.");
    let bus = ServiceBus::new("sb-contoso", &region).add(&mut g, "serviceBus");
    Queue::new(&bus, "orders").add(&mut g, "orders");
    g.grant("teamSends", &team, role::AzureServiceBusDataSender, &bus).describe("The team sends orders.");
    assert_rendered("service-registry-and-service-bus", &g);
}

#[test]
fn registry_and_service_bus_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let tags = [("team", "platform")];
    ContainerRegistry::new("crcontoso", &region)
        .admin_user()
        .anonymous_pull()
        .allow(ANONYMOUS_ACCESS, "the images are open source")
        .without_zones()
        .untagged_retention(30)
        .public_access_from(["203.0.113.0/24"])
        .adjust(|registry| registry.tags(tags))
        .add(&mut g, "registry");
    ContainerRegistry::new("crcontosoopen", &region).public_access().add(&mut g, "openRegistry");
    ContainerRegistry::standard("crcontosostandard", &region)
        .anonymous_pull()
        .allow(ANONYMOUS_ACCESS, "the images are open source")
        .add(&mut g, "standardRegistry");
    ContainerRegistry::basic("crcontosobasic", &region).add(&mut g, "basicRegistry");
    ServiceBus::new("sb-contoso", &region)
        .messaging_units(2)
        .local_auth()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|namespace| namespace.tags(tags))
        .add(&mut g, "serviceBus");
    ServiceBus::new("sb-contoso-open", &region).local_auth().public_access().add(&mut g, "openServiceBus");
    ServiceBus::standard("sb-contoso-standard", &region).local_auth().add(&mut g, "standardServiceBus");
    ServiceBus::basic("sb-contoso-basic", &region).local_auth().add(&mut g, "basicServiceBus");
    assert_rendered("service-registry-and-service-bus-changed", &g);
}

#[test]
fn a_plain_resource_is_a_target_once_its_sku_is_promised() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let network = VirtualNetwork::existing("net").add(&mut g, "network");
    let subnet = Subnet::existing(&network, "private-endpoints").add(&mut g, "subnet");
    let registry = Registry::existing("crcontoso").add(&mut g, "registry");
    let bus = Namespace::existing("sb-contoso").add(&mut g, "bus");
    let search = SearchService::existing("srch-contoso").add(&mut g, "search");
    let place = (&network, &subnet);
    reached(&mut g, "registry", &group::Registry::of_premium(&registry), &region, place);
    reached(&mut g, "bus", &group::ServiceBusNamespace::of_premium(&bus), &region, place);
    reached(&mut g, "search", &group::SearchService::of_billed(&search), &region, place);
    assert_rendered("private-link-promised", &g);
}

//! Services that take messages from programs and devices.

use azure::check::UNGRANTED;
use azure::devices::{
    IotHubProperties, RouteProperties, RouteSource, RoutingEndpoints, RoutingProperties,
    RoutingStorageContainerProperties,
};

use super::*;

#[test]
fn event_grid_and_iot_hub_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let topic = EventGridTopic::new("evgt-contoso", &region).add(&mut g, "topic");
    g.grant("teamPublishes", &team, role::EventGridDataSender, &topic).describe("The team publishes.");
    IotHub::new("iot-contoso", &region)
        .allow(UNGRANTED, "operators are granted roles by the platform team")
        .add(&mut g, "hub");
    assert_rendered("service-event-grid-and-iot-hub", &g);
}

#[test]
fn event_grid_and_iot_hub_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    EventGridTopic::new("evgt-contoso", &region)
        .input_schema("EventGridSchema")
        .local_auth()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|topic| topic.tags([("team", "devices")]))
        .add(&mut g, "topic");
    EventGridTopic::new("evgt-contoso-open", &region).local_auth().public_access().add(&mut g, "openTopic");
    IotHub::new("iot-contoso", &region)
        .sku("S2", 2)
        .local_auth()
        .device_keys()
        .public_access_from(["203.0.113.0/24", "198.51.100.0/24"])
        .adjust(|hub| hub.tags([("team", "devices")]))
        .add(&mut g, "hub");
    IotHub::new("iot-contoso-open", &region).local_auth().public_access().add(&mut g, "openHub");
    assert_rendered("service-event-grid-and-iot-hub-changed", &g);
}

/// For services that know no tokens: the key is read at the deployment and stands nowhere in the files.
#[test]
fn iot_hub_routes_by_the_key_of_an_account() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let account = Storage::new("stcontoso", &region).shared_keys().container("filed", "filed").add(&mut g, "account");
    let key = account.list_keys().keys().at(0).view().value();
    let suffix = functions::environment().suffixes().storage();
    let connection = "DefaultEndpointsProtocol=https;AccountName="
        + account.name()
        + ";EndpointSuffix="
        + suffix
        + ";AccountKey="
        + key;
    let endpoint = RoutingStorageContainerProperties::new("filed", "filed").connection_string(connection);
    let route = RouteProperties::new("byLevel", RouteSource::DeviceMessages, ["filed"], true);
    let routing = RoutingProperties::new()
        .endpoints(RoutingEndpoints::new().storage_containers([endpoint]))
        .routes([route.condition(r#"level="storage""#)]);
    IotHub::new("iot-contoso", &region)
        .adjust(|hub| {
            hub.properties(IotHubProperties::new().routing(routing))
                .allow(UNGRANTED, "operators are granted roles by the platform team")
        })
        .add(&mut g, "hub");
    assert_rendered("service-iot-hub-routes-by-key", &g);
}

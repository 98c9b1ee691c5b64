//! Services that take messages from programs and devices.

use azure::check::UNGRANTED;

use super::*;

#[test]
fn event_grid_and_iot_hub_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let topic = EventGridTopic::new("evgt-contoso", &region).add(&mut g, "topic");
    g.grant("teamPublishes", &team, role::EventGridDataSender, &topic).describe("The team publishes.");
    IotHub::new("iot-contoso", &region)
        .adjust(|hub| hub.allow(UNGRANTED, "operators are granted roles by the platform team"))
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

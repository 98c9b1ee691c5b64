//! An IoT hub that files a part of its messages as blobs: its managed identity may write them, and no key is anywhere.

mod routing;

use azure::devices::{EventHubProperties, IotHubProperties, RoutingProperties};
use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use azure::storage::{BlobService, Container, ContainerProperties, PublicAccess, SkuName};

/// The scenario `iot-hub-routing`.
pub fn scenario() -> Scenario {
    Scenario::new("iot-hub-routing", build).describe(
        "An IoT hub that files messages of devices as blobs, by a managed identity that needs no key of the account.",
    )
}

fn build(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of all resources.");
    let seed = unique_string([resource_group().id(), (&location).into()]);
    let prefix = g.param("prefix").default(seed).length(1..=21).describe("Prefix of every resource name.");
    let prefix =
        g.var("lowerPrefix", functions::to_lower(&prefix)).describe("The prefix as names of accounts take it.");
    let tags = g.param_of::<Map<String>>("tags").default(Map::new()).describe("Tags of every resource.");
    g.tags(&tags);
    let sku = g.param("skuName").default("S1").describe("SKU of the hub.");
    let units = g.param_of::<i64>("skuUnits").default(1).range(1..=200).describe("How many units of the SKU.");
    let partitions = g
        .param_of::<i64>("d2cPartitions")
        .default(4)
        .range(2..=128)
        .describe("How many partitions take the messages of devices.");
    let backend = g
        .param("backendObjectId")
        .default("")
        .describe("Object id of the service principal that talks to the devices; empty if there is none yet.");

    let storage = Storage::new(&prefix + "san", &location).sku(SkuName::StandardLrs).add(g, "storageAccount");
    let blobs = BlobService::existing(&storage).add(g, "blobService");
    let container = Container::new(&blobs, &prefix + "scn")
        .properties(ContainerProperties::new().public_access(PublicAccess::None))
        .add(g, "container");

    let identity = UserAssignedIdentity::new(&prefix + "id", &location).add(g, "identity");
    let grant = g
        .grant("hubFilesMessages", &identity, role::StorageBlobDataContributor, &container)
        .describe("The hub may write messages into the container.");

    // A hub tries its endpoints when it is made: the identity must have its role by then.
    let endpoint_name =
        g.var("storageEndpointName", &prefix + "se").describe("Name of the container among the routes.");
    let endpoint = routing::endpoint(&endpoint_name, &storage, &container, &identity);
    let properties = properties(&partitions, routing::by_level(endpoint, &endpoint_name));
    let hub = IotHub::new(&prefix + "iothub", &location)
        .sku(&sku, &units)
        .public_access() // of its devices, which have certificates
        .adjust(|hub| hub.properties(properties).user_assigned_identities([&identity]).depends_on(&grant))
        .add(g, "iotHub");
    g.when(!functions::empty(&backend), |g| {
        let backend = GivenPrincipal::service_principal(&backend);
        g.grant("backendTalksToDevices", &backend, role::IoTHubDataContributor, &hub)
            .describe("The back end may read messages of devices and send them some.")
    });

    g.parameter_set("main").value(&tags, [("scenario", "iot-hub-routing")]);
}

/// What the hub does with messages.
fn properties(partitions: &Param<i64>, routing: RoutingProperties) -> IotHubProperties {
    let events = EventHubProperties::new().retention_time_in_days(1).partition_count(partitions);
    IotHubProperties::new()
        .event_hub_endpoints([("events", events)])
        .routing(routing)
        .messaging_endpoints([("fileNotifications", routing::file_notifications())])
        .enable_file_upload_notifications(false)
        .cloud_to_device(routing::to_devices())
}

//! Where the messages of devices go, and how long those to devices wait. It must not know how the hub is protected.

use azure::devices::{
    CloudToDeviceProperties, Encoding, FallbackRouteProperties, FallbackRouteSource, FeedbackProperties,
    ManagedIdentity, MessagingEndpointProperties, RouteProperties, RouteSource, RoutingEndpoints, RoutingProperties,
    RoutingServiceBusQueueEndpointAuthenticationType, RoutingStorageContainerProperties,
};
use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use azure::storage::{Container, StorageAccount};

const MEBIBYTE: i64 = 1024 * 1024;

/// A container that the hub writes messages into as one of its identities.
pub(crate) fn endpoint(
    name: &Var<String>,
    storage: &Resource<StorageAccount>,
    container: &Resource<Container>,
    identity: &Resource<UserAssignedIdentity>,
) -> RoutingStorageContainerProperties {
    RoutingStorageContainerProperties::new(name, container.name())
        .endpoint_uri(storage.properties().primary_endpoints().blob())
        .authentication_type(RoutingServiceBusQueueEndpointAuthenticationType::IdentityBased)
        .identity(ManagedIdentity::new().user_assigned_identity(identity.id()))
        .file_name_format("{iothub}/{partition}/{YYYY}/{MM}/{DD}/{HH}/{mm}")
        .batch_frequency_in_seconds(100)
        .max_chunk_size_in_bytes(100 * MEBIBYTE)
        .encoding(Encoding::Json)
}

/// Messages of the level `storage` go to the endpoint, all others to the built-in one.
pub(crate) fn by_level(endpoint: RoutingStorageContainerProperties, endpoint_name: &Var<String>) -> RoutingProperties {
    let source = RouteSource::DeviceMessages;
    let filed = RouteProperties::new("ContosoStorageRoute", source, [endpoint_name], true);
    let others = FallbackRouteProperties::new(FallbackRouteSource::DeviceMessages, ["events"], true);
    RoutingProperties::new()
        .endpoints(RoutingEndpoints::new().storage_containers([endpoint]))
        .routes([filed.condition(r#"level="storage""#)])
        .fallback_route(others.name("$fallback").condition("true"))
}

/// How long it is told that a file has arrived.
pub(crate) fn file_notifications() -> MessagingEndpointProperties {
    MessagingEndpointProperties::new().lock_duration_as_iso8601("PT1M").ttl_as_iso8601("PT1H").max_delivery_count(10)
}

/// How long messages to devices wait, and what the devices answer.
pub(crate) fn to_devices() -> CloudToDeviceProperties {
    let feedback =
        FeedbackProperties::new().lock_duration_as_iso8601("PT1M").ttl_as_iso8601("PT1H").max_delivery_count(10);
    CloudToDeviceProperties::new().max_delivery_count(10).default_ttl_as_iso8601("PT1H").feedback(feedback)
}

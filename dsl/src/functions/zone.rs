//! Availability zones. Which building a number means differs from subscription to subscription.

use crate::expr::Expr;
use crate::value::{Value, ValueOf};

functions! {
    /// `toLogicalZone(subscription, location, zone)`: the number that a zone such as `eastus-az1` has for a subscription.
    to_logical_zone(subscription_id: String, location: String, physical: String) -> String = "toLogicalZone";
    /// `toLogicalZones(subscription, location, zones)`
    to_logical_zones(subscription_id: String, location: String, physical: Vec<String>) -> Vec<String> = "toLogicalZones";
    /// `toPhysicalZone(subscription, location, zone)`: the zone that a number such as `1` means for a subscription.
    to_physical_zone(subscription_id: String, location: String, logical: String) -> String = "toPhysicalZone";
    /// `toPhysicalZones(subscription, location, zones)`
    to_physical_zones(subscription_id: String, location: String, logical: Vec<String>) -> Vec<String> = "toPhysicalZones";
}

/// `pickZones(namespace, type, location)`: a zone in which a region has a resource type; none where it has no zones.
pub fn pick_zones(resource_type: &'static str, location: impl ValueOf<String>) -> Value<Vec<String>> {
    Value::new(Expr::call("pickZones", place(resource_type, location)))
}

/// `pickZones(namespace, type, location, count)`: as many zones; the deployment fails where the region has fewer.
pub fn pick_several_zones(
    resource_type: &'static str,
    location: impl ValueOf<String>,
    count: impl ValueOf<i64>,
) -> Value<Vec<String>> {
    let mut arguments = place(resource_type, location);
    arguments.push(count.into().into());
    Value::new(Expr::call("pickZones", arguments))
}

/// `Microsoft.Compute/virtualMachines` is two arguments.
fn place(resource_type: &'static str, location: impl ValueOf<String>) -> Vec<Expr> {
    let (namespace, ty) = resource_type.split_once('/').unwrap_or((resource_type, ""));
    vec![namespace.into(), ty.into(), location.into().into()]
}

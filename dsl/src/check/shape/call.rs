//! What kind of value each of Bicep's functions returns, where that does not depend on its arguments.

use super::kind::Kind;
use crate::expr::Call;

/// What the call returns, if its name alone tells.
pub(super) fn kind(call: &Call) -> Option<Kind> {
    let name = name(call);
    let is_in = |list: &[&str]| list.contains(&name);
    if is_in(TEXTS) {
        Some(Kind::Text)
    } else if is_in(&["int", "length", "indexOf", "lastIndexOf", "dateTimeToEpoch", "min", "max"]) {
        Some(Kind::Number)
    } else if is_in(&["bool", "contains", "empty", "endsWith", "startsWith"]) {
        Some(Kind::Bool)
    } else if is_in(&["array", "range", "split", "objectKeys", "items", "map", "filter", "sort", "flatten"]) {
        Some(Kind::List)
    } else if is_in(&["toObject", "mapValues", "parseCidr", "groupBy"]) {
        Some(Kind::Object)
    } else {
        None
    }
}

/// The function's name without its namespace.
pub(in crate::check) fn name(call: &Call) -> &str {
    let name = &*call.function;
    name.strip_prefix("sys.").or_else(|| name.strip_prefix("az.")).unwrap_or(name)
}

const TEXTS: &[&str] = &[
    "base64",
    "base64ToString",
    "cidrHost",
    "cidrSubnet",
    "dataUri",
    "dataUriToString",
    "dateTimeAdd",
    "dateTimeFromEpoch",
    "extensionResourceId",
    "format",
    "guid",
    "join",
    "loadFileAsBase64",
    "loadTextContent",
    "managementGroupResourceId",
    "newGuid",
    "padLeft",
    "readEnvironmentVariable",
    "replace",
    "resourceId",
    "string",
    "subscriptionResourceId",
    "substring",
    "tenantResourceId",
    "toLower",
    "toUpper",
    "trim",
    "uniqueString",
    "uri",
    "uriComponent",
    "uriComponentToString",
    "utcNow",
];

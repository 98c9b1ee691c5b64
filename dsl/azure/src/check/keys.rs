//! What services say of their keys, which let in whoever has one, whatever roles are granted. It must not judge.

use dsl::{Expr, ResourceFacts};

use super::grants;

/// Whether keys open a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// They do not.
    Off,
    /// They do: the property at this path says so.
    On(&'static str),
    /// They do, for Azure takes them where nothing is said.
    OnByDefault,
    /// As a value says that is not known now.
    Computed,
}

/// The switches, and which value closes.
const SWITCHES: &[(&str, bool)] = &[
    ("properties.disableLocalAuth", true),
    ("properties.disableLocalAuthentication", true),
    ("properties.allowSharedKeyAccess", false),
    ("properties.adminUserEnabled", false),
];

/// The types of services whose keys are on where nothing is said.
const ON_BY_DEFAULT: &[&str] = &[
    "Microsoft.AppConfiguration/configurationStores",
    "Microsoft.CognitiveServices/accounts",
    "Microsoft.DocumentDB/databaseAccounts",
    "Microsoft.EventGrid/domains",
    "Microsoft.EventGrid/topics",
    "Microsoft.EventHub/namespaces",
    "Microsoft.Search/searchServices",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.SignalRService/signalR",
    "Microsoft.Storage/storageAccounts",
];

/// Whether keys open a service, if it or its silence says so.
pub fn of(service: &ResourceFacts<'_>) -> Option<Keys> {
    let said = SWITCHES.iter().find_map(|(path, closing)| Some((*path, service.value(path)?, *closing)));
    match said {
        _ if grants::takes_no_keys(service) => Some(Keys::Off),
        Some((path, Expr::Bool(value), closing)) if *value != closing => Some(Keys::On(path)),
        Some((_, Expr::Bool(_), _)) => Some(Keys::Off),
        Some(_) => Some(Keys::Computed),
        None if service.is_any(ON_BY_DEFAULT) => Some(Keys::OnByDefault),
        None => None,
    }
}

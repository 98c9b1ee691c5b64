//! Which services let in whoever has a key, whatever roles are granted.

use azure::check::grants;
use dsl::{Expr, Facts, ResourceFacts};
use serde::Serialize;

/// What a service says of its keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Keys {
    /// The service.
    pub symbol: String,
    /// Whether keys open it; nothing where a value says so that is not known now.
    pub taken: Option<bool>,
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

/// All services that say something, or whose silence says it.
pub(crate) fn keys(facts: &Facts<'_>) -> Vec<Keys> {
    facts.all().filter(ResourceFacts::is_deployed).filter_map(|service| of(&service)).collect()
}

fn of(service: &ResourceFacts<'_>) -> Option<Keys> {
    let said = SWITCHES.iter().find_map(|(path, closing)| Some((service.value(path)?, *closing)));
    let taken = match said {
        _ if grants::takes_no_keys(service) => Some(false),
        Some((Expr::Bool(value), closing)) => Some(*value != closing),
        Some(_) => None,
        None if service.is_any(ON_BY_DEFAULT) => Some(true),
        None => return None,
    };
    Some(Keys { symbol: service.symbol().to_owned(), taken })
}

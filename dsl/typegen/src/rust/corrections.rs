//! Where Azure's data says less than services really demand. Each row has its reason, and `typegen` fails when the data has
//! caught up. It must not know how a property is written in Rust.

use types::{Property, Provider, ResourceType, Type};

/// A property of the body that the service demands, although its data lets it be left out.
struct Demand {
    resource: &'static str,
    property: &'static str,
    reason: &'static str,
}

const DEMANDS: &[Demand] = &[
    Demand {
        resource: "Microsoft.CognitiveServices/accounts",
        property: "kind",
        reason: "an account without a kind is refused: it decides which services it offers",
    },
    Demand {
        resource: "Microsoft.CognitiveServices/accounts",
        property: "sku",
        reason: "an account without a SKU is refused",
    },
    Demand { resource: "Microsoft.Web/serverfarms", property: "sku", reason: "a plan without a SKU is refused" },
];

/// Words at the end of a property's name that make its text a secret, where the data does not say so.
const SECRETS: &[&str] = &[
    "password",
    "secret",
    "connectionstring",
    "accountkey",
    "accesskey",
    "sharedkey",
    "primarykey",
    "secondarykey",
    "apikey",
    "sastoken",
    "accesstoken",
    "authkey",
    "hostkey",
    "encryptionkey",
    "sharedaccesskey",
];

/// Texts that are secret although their names do not say so.
const SECRET_PLACES: &[(&str, &str)] = &[
    // The value of a secret in a vault.
    ("Microsoft.KeyVault/vaults/secrets", "properties.value"),
];

/// Texts that Azure guards like secrets, and that may be secret or not: namespace, object, and property (`*`: every name).
const GUARDED: &[(&str, &str, &str)] = &[
    // The settings of an app: plain values, and keys of other services.
    ("microsoft.web", "StringDictionaryProperties", "*"),
    ("microsoft.web", "NameValuePair", "value"),
];

/// Names that end like those of secrets and hold none.
const NO_SECRETS: &[&str] = &[
    // The names or addresses of keys and vaults.
    "keyvaultsecret",
    "clientcertificatesecret",
];

/// Whether a property of the body is an argument of the constructor, although the data lets it be left out.
pub(crate) fn is_demanded(provider: &Provider, resource: &ResourceType, property: &Property) -> bool {
    let is_row = |it: &&Demand| it.resource.eq_ignore_ascii_case(&resource.name) && it.property == property.name;
    DEMANDS.iter().any(|it| is_row(&it)) || (property.name == "location" && is_tracked(provider, resource))
}

/// Azure keeps a resource that can have tags in a region, and refuses it without one.
fn is_tracked(provider: &Provider, resource: &ResourceType) -> bool {
    let Type::Object(body) = &provider[resource.body] else { return false };
    body.properties.iter().any(|it| it.name == "tags" && !it.flags.is_read_only())
}

/// Whether a text that can be written is a secret, by its name or place.
pub(crate) fn is_secret(resource: &str, path: &str, property: &str) -> bool {
    let name = property.to_ascii_lowercase();
    let by_name = SECRETS.iter().any(|end| name.ends_with(end)) && !NO_SECRETS.contains(&&*name);
    by_name || SECRET_PLACES.iter().any(|(ty, place)| ty.eq_ignore_ascii_case(resource) && *place == path)
}

/// Whether a property of an object, or any name in a map, takes secrets as well as other values.
pub(crate) fn is_guarded(namespace: &str, object: &str, property: &str) -> bool {
    GUARDED.contains(&(namespace, object, property))
}

/// What is wrong with the rows for this type: one sentence for each that the data has made needless.
pub(crate) fn idle(provider: &Provider, resource: &ResourceType) -> Vec<String> {
    let rows = DEMANDS.iter().filter(|it| it.resource.eq_ignore_ascii_case(&resource.name));
    let problem = |row: &Demand| {
        let Type::Object(body) = &provider[resource.body] else { return None };
        let Demand { resource, property, reason } = row;
        match body.properties.iter().find(|it| it.name == *property) {
            None => Some(format!("`{resource}` has no `{property}` any longer")),
            Some(it) if it.flags.is_required() => Some(format!("`{resource}` requires `{property}` now ({reason})")),
            Some(_) => None,
        }
    };
    rows.filter_map(problem).collect()
}

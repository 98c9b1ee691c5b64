//! From Azure's words to the names of Rust. It must not know what is named.
//!
//! A keyword becomes a raw identifier; what cannot be one, and what a builder has as a method already, ends in `_`.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Keywords that can be raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot, and the methods of all builders and views.
const TAKEN: &[&str] = &[
    "self",
    "super",
    "crate",
    "new",
    "existing",
    "other",
    "declare",
    "declaration",
    "property",
    "allow",
    "suppress",
    "nested",
    "describe",
    "depends_on",
    "only_if_not_exists",
    "retry_on",
    "add",
    "add_at",
    "clone",
    "from",
    "into",
    "view",
    "node",
    "expr",
];

/// Plurals that the rules would spoil.
const SINGULARS: &[(&str, &str)] = &[("caches", "cache"), ("redis", "redis"), ("iotHubs", "iotHub")];

/// Namespaces whose words nobody could tell apart by their capitals.
const MODULES: &[(&str, &str)] = &[
    ("Microsoft.DBforMySQL", "mysql"),
    ("Microsoft.DBforPostgreSQL", "postgresql"),
    ("Microsoft.DocumentDB", "document_db"),
    ("Microsoft.OperationalInsights", "operational_insights"),
];

/// `customSubDomainName` → `custom_sub_domain_name`
pub(crate) fn snake(name: &str) -> String {
    plain(name).to_snake_case()
}

/// `virtualNetwork`, `TLS1_2`, `2.0` → `VirtualNetwork`, `Tls12`, `V20`
pub(crate) fn pascal(text: &str) -> String {
    let name = plain(text).to_upper_camel_case();
    match name.chars().next() {
        None if text.is_empty() => "Empty".to_owned(),
        None => "All".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("V{name}"),
        Some(_) if name == "Self" => "Self_".to_owned(),
        Some(_) => name,
    }
}

/// The name of a method or argument for a property.
pub(crate) fn field(name: &str) -> String {
    let name = snake(name);
    if KEYWORDS.contains(&&*name) {
        format!("r#{name}")
    } else if TAKEN.contains(&&*name) {
        format!("{name}_")
    } else if name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() {
        format!("_{name}")
    } else {
        name
    }
}

/// The module of a namespace: `Microsoft.CognitiveServices` → `cognitive_services`
pub(crate) fn module(namespace: &str) -> String {
    let known = MODULES.iter().find(|(known, _)| known.eq_ignore_ascii_case(namespace));
    known.map_or_else(|| field(namespace.strip_prefix("Microsoft.").unwrap_or(namespace)), |(_, it)| (*it).to_owned())
}

/// `virtualNetworks`, `policies`, `addresses` → `virtualNetwork`, `policy`, `address`
pub(crate) fn singular(word: &str) -> String {
    if let Some((_, known)) = SINGULARS.iter().find(|(plural, _)| plural.eq_ignore_ascii_case(word)) {
        return (*known).to_owned();
    }
    let lower = word.to_ascii_lowercase();
    let without = |end: usize, more: &str| format!("{}{more}", &word[..word.len() - end]);
    if lower.ends_with("ies") && lower.len() > 4 {
        without(3, "y")
    } else if ["sses", "xes", "ches", "shes"].iter().any(|end| lower.ends_with(end)) {
        without(2, "")
    } else if lower.ends_with('s') && !["ss", "us", "sis"].iter().any(|end| lower.ends_with(end)) {
        without(1, "")
    } else {
        word.to_owned()
    }
}

/// Letters and digits only, and acronyms in the plural as one word: `allowedIPs` → `allowedIps`.
fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { ' ' }).collect();
    let bytes = spaced.as_bytes();
    let is_plural = |at: usize| {
        bytes[at] == b's'
            && at >= 2
            && bytes[at - 1].is_ascii_uppercase()
            && bytes[at - 2].is_ascii_uppercase()
            && bytes.get(at + 1).is_none_or(|next| !next.is_ascii_lowercase())
    };
    spaced.char_indices().map(|(at, it)| if is_plural(at) { 'S' } else { it }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_names() {
        for (name, expected) in [
            ("customSubDomainName", "custom_sub_domain_name"),
            ("diskSizeGB", "disk_size_gb"),
            ("privateIPAllocationMethod", "private_ip_allocation_method"),
            ("allowedIPs", "allowed_ips"),
            ("vTpmEnabled", "v_tpm_enabled"),
            ("maxmemory-policy", "maxmemory_policy"),
            ("@odata.type", "odata_type"),
            ("type", "r#type"),
            ("self", "self_"),
            ("add", "add_"),
        ] {
            assert_eq!(field(name), expected);
        }
    }

    #[test]
    fn texts_become_variants() {
        for (text, expected) in [
            ("TLS1_2", "Tls12"),
            ("SystemAssigned, UserAssigned", "SystemAssignedUserAssigned"),
            ("1.2", "V12"),
            ("*", "All"),
            ("", "Empty"),
            ("Self", "Self_"),
        ] {
            assert_eq!(pascal(text), expected);
        }
    }

    #[test]
    fn plurals_become_singulars() {
        for (word, expected) in [
            ("virtualNetworks", "virtualNetwork"),
            ("policies", "policy"),
            ("publicIPAddresses", "publicIPAddress"),
            ("databases", "database"),
            ("indexes", "index"),
            ("redis", "redis"),
            ("apis", "api"),
            ("analysis", "analysis"),
            ("address", "address"),
        ] {
            assert_eq!(singular(word), expected);
        }
    }

    #[test]
    fn namespaces_become_modules() {
        assert_eq!(module("Microsoft.CognitiveServices"), "cognitive_services");
        assert_eq!(module("Microsoft.DBforPostgreSQL"), "postgresql");
        assert_eq!(module("Dynatrace.Observability"), "dynatrace_observability");
    }
}

//! `weak-encryption`: a service takes an old version of TLS, or speaks without encryption.

use std::fmt;

use dsl::{Check, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity, ValueFacts};

/// A service takes an old version of TLS, or speaks without encryption.
pub const WEAK_ENCRYPTION: Check = Check::new(&Page {
    id: "weak-encryption",
    severity: Severity::Error,
    summary: "A service takes TLS older than 1.2, or speaks without encryption.",
    why: "Who sits between reads or changes what is sent. TLS 1.0 and 1.1 are broken, and Azure takes them from ever fewer services.",
    help: "ask for TLS 1.2 or newer, or allow it with the reason which caller cannot do that",
    constant: Some("azure::check::WEAK_ENCRYPTION"),
    wrong: example!("weak_encryption.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        AppService::new("app-contoso", &location, "NODE|24-lts").minimum_tls("1.0").public_access().add(g, "app");
    }),
    right: example!("weak_encryption.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        AppService::new("app-contoso", &location, "NODE|24-lts").minimum_tls("1.3").public_access().add(g, "app");
    }),
});

pub(super) const RULE: Rule = Rule { check: WEAK_ENCRYPTION, run };

/// How services call the oldest version that they take.
const VERSIONS: &[&str] = &[
    "minProtocolVersion",
    "minTlsVersion",
    "minimalTlsVersion",
    "minimumTlsVersion",
    "minimumTlsVersionAllowed",
    "scmMinTlsVersion",
];

/// How they write versions older than 1.2, and none at all.
const OLD: &[&str] = &[
    "1.0",
    "1.1",
    "None",
    "TLS10",
    "TLS11",
    "TLS1_0",
    "TLS1_1",
    "TLSEnforcementDisabled",
    "TLSv1_0",
    "TLSv1_1",
    "Tls",
    "Tls11",
];

/// Texts that stand for speaking without encryption, or for a policy that knows old versions.
const TEXTS: &[(&str, &str)] = &[
    ("clientProtocol", "Plaintext"),
    ("ftpsState", "AllAllowed"),
    ("policyName", "AppGwSslPolicy20150501"),
    ("policyName", "AppGwSslPolicy20170401"),
    ("sslEnforcement", "Disabled"),
];

/// Switches, and the value with which a service speaks without encryption.
const SWITCHES: &[(&str, bool)] =
    &[("allowInsecure", true), ("enableNonSslPort", true), ("httpsOnly", false), ("supportsHttpsTrafficOnly", false)];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for resource in facts.all().filter(ResourceFacts::is_deployed) {
        if let Some(properties) = resource.at_path("properties") {
            look(&resource, properties, &Path::Properties, findings);
        }
    }
}

/// The steps to a value, written only where something is found.
enum Path<'p> {
    Properties,
    Property(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Properties => f.write_str("properties"),
            Path::Property(outer, name) => write!(f, "{outer}.{name}"),
            Path::Item(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

/// Looks at everything in a value: what is set there by hand, too.
fn look(resource: &ResourceFacts<'_>, value: ValueFacts<'_>, path: &Path<'_>, findings: &mut Vec<Finding>) {
    for name in value.names() {
        let Some(inner) = value.at(name) else { continue };
        let here = Path::Property(path, name);
        if is_weak(name, &inner) {
            let message = format!("`{here}` of `{}` is `{}`", resource.symbol(), shown(&inner));
            findings.push(resource.finding(WEAK_ENCRYPTION, message));
        }
        look(resource, inner, &here, findings);
    }
    for (index, item) in value.items().enumerate() {
        look(resource, item, &Path::Item(path, index), findings);
    }
}

fn is_weak(name: &str, value: &ValueFacts<'_>) -> bool {
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    match value.expr() {
        Expr::Bool(on) => SWITCHES.iter().any(|(known, weak)| is(known) && on == weak),
        Expr::String(text) if VERSIONS.iter().any(|it| is(it)) => OLD.iter().any(|it| it.eq_ignore_ascii_case(text)),
        Expr::String(text) => TEXTS.iter().any(|(known, weak)| is(known) && weak.eq_ignore_ascii_case(text)),
        _ => false,
    }
}

fn shown(value: &ValueFacts<'_>) -> String {
    value.text().map_or_else(|| value.bicep(), str::to_owned)
}

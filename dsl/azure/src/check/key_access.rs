//! `key-access`: a service says that keys open it.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::keys::{self, Keys};

/// A service says that keys open it.
pub const KEY_ACCESS: Check = Check::new(&Page {
    id: "key-access",
    severity: Severity::Warning,
    summary: "A service says that keys open it, beside the roles that are granted.",
    why: "Whoever has a key may do everything, from anywhere that the network lets in, and nobody sees in the logs who it was.",
    help: "turn the keys off and grant roles, or allow it with the reason who knows nothing but keys",
    constant: Some("azure::check::KEY_ACCESS"),
    wrong: example!("key_access.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        Storage::new("stcontoso", &location).shared_keys().public_access().add(g, "storage");
    }),
    right: example!("key_access.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let team = g.param("teamId").describe("Object id of the team's group.");
        let storage = Storage::new("stcontoso", &location).public_access().add(g, "storage");
        g.grant("teamWrites", &GivenPrincipal::group(&team), role::StorageBlobDataContributor, &storage)
            .describe("The team may write blobs.");
    }),
});

pub(super) const RULE: Rule = Rule { check: KEY_ACCESS, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for service in facts.all().filter(ResourceFacts::is_deployed) {
        if let Some(Keys::On(path)) = keys::of(&service) {
            let message = format!("keys open `{}`: `{path}` says so", service.symbol());
            findings.push(service.finding(KEY_ACCESS, message));
        }
    }
}

//! `anonymous-access`: a service hands out what it keeps to callers that say nothing of who they are.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

/// A service hands out what it keeps to callers that say nothing of who they are.
pub const ANONYMOUS_ACCESS: Check = Check::new(&Page {
    id: "anonymous-access",
    severity: Severity::Error,
    summary: "A container shows its blobs, or a registry its images, to callers that say nothing of who they are.",
    why: "Whoever knows or guesses an address reads what is there. Most leaks of storage accounts began like this.",
    help: "take it out and grant roles, or allow it with the reason why everybody may read it",
    constant: Some("azure::check::ANONYMOUS_ACCESS"),
    wrong: example!("anonymous_access.rs", |g| {
        use azure::prelude::*;
        use azure::storage::{BlobService, Container, ContainerProperties, PublicAccess, StorageAccount};

        let account = StorageAccount::existing("stcontoso").add(g, "account");
        let blobs = BlobService::existing(&account).nested().add(g, "blobs");
        let properties = ContainerProperties::new().public_access(PublicAccess::Blob);
        Container::new(&blobs, "reports").properties(properties).add(g, "reports");
    }),
    right: example!("anonymous_access.rs", |g| {
        use azure::prelude::*;
        use azure::storage::{BlobService, Container, ContainerProperties, PublicAccess, StorageAccount};

        let account = StorageAccount::existing("stcontoso").add(g, "account");
        let blobs = BlobService::existing(&account).nested().add(g, "blobs");
        let properties = ContainerProperties::new().public_access(PublicAccess::None);
        Container::new(&blobs, "reports").properties(properties).add(g, "reports");
    }),
});

pub(super) const RULE: Rule = Rule { check: ANONYMOUS_ACCESS, run };

const ACCOUNT: &str = "Microsoft.Storage/storageAccounts";
const CONTAINER: &str = "Microsoft.Storage/storageAccounts/blobServices/containers";
const REGISTRY: &str = "Microsoft.ContainerRegistry/registries";

/// Where a storage account says whether its containers may.
const SWITCH: &str = "properties.allowBlobPublicAccess";

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let deployed = |ty| facts.resources(ty).filter(ResourceFacts::is_deployed);
    for container in deployed(CONTAINER) {
        findings.extend(shown(&container).map(|level| of_container(&container, level)));
    }
    // Where containers make use of it, they have said so.
    for account in deployed(ACCOUNT).filter(|it| it.is_set(SWITCH, true) && !has_public_parts(it)) {
        let message =
            format!("`{}` lets its containers show blobs to everybody: `{SWITCH}` is `true`", account.symbol());
        findings.push(account.finding(ANONYMOUS_ACCESS, message));
    }
    for registry in deployed(REGISTRY).filter(|it| it.is_set("properties.anonymousPullEnabled", true)) {
        let message = format!(
            "everybody may pull images of `{}`: `properties.anonymousPullEnabled` is `true`",
            registry.symbol()
        );
        findings.push(registry.finding(ANONYMOUS_ACCESS, message));
    }
}

/// What a container shows to everybody: `Blob`, or `Container`, which is a list of all blobs as well.
fn shown<'g>(container: &ResourceFacts<'g>) -> Option<&'g str> {
    container.text("properties.publicAccess").filter(|it| !it.eq_ignore_ascii_case("None"))
}

fn has_public_parts(resource: &ResourceFacts<'_>) -> bool {
    resource.children().any(|child| (child.is(CONTAINER) && shown(&child).is_some()) || has_public_parts(&child))
}

fn of_container(container: &ResourceFacts<'_>, level: &str) -> Finding {
    let message =
        format!("`{}` shows its blobs to everybody: `properties.publicAccess` is `{level}`", container.symbol());
    let finding = container.finding(ANONYMOUS_ACCESS, message);
    let closed = container.lineage().find(|it| it.is(ACCOUNT) && it.is_set(SWITCH, false));
    match closed {
        Some(account) => account.noted_in(finding, "the account does not let it, so that Azure refuses the container"),
        None => finding,
    }
}

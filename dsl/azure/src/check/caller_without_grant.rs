//! `caller-without-grant`: a caller is told the address of a service that takes no keys, and may not call it.

use std::collections::{BTreeMap, BTreeSet};

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::{calls, grants, reach};

/// A caller is told the address of a service that takes no keys, and may not call it.
pub const CALLER_WITHOUT_GRANT: Check = Check::new(&Page {
    id: "caller-without-grant",
    severity: Severity::Error,
    summary: "An app or a machine is told the address of a service that takes no keys, and is granted no role on it.",
    why: "Its calls are refused, while those of others work.",
    help: "grant its identity a role, `g.grant(…)`, or allow it with the reason why it needs none",
    constant: Some("azure::check::CALLER_WITHOUT_GRANT"),
    wrong: example!("caller_without_grant.rs", |g| {
        use azure::prelude::*;
        use azure::search::{SearchService, SearchServiceProperties};
        use dsl::functions::{guid, subscription_resource_id};
        use dsl::{Expr, raw};

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let properties = SearchServiceProperties::new().disable_local_auth(true);
        let search = SearchService::new("contoso-search", &location).properties(properties).add(g, "search");
        let job = |name: &'static str| {
            let value = search.properties().endpoint();
            let setting = Expr::object([("name", Expr::string("SEARCH")), ("value", value.into())]);
            raw("Microsoft.Web/sites@2025-03-01", name)
                .property("location", &*location)
                .property("identity.type", "SystemAssigned")
                .property("properties.siteConfig.appSettings", Expr::array([setting]))
        };
        let role = ["1407120a-92aa-4202-b7e9-c0e197c71c8f"]; // Search Index Data Reader
        let role = subscription_resource_id("Microsoft.Authorization/roleDefinitions", role);
        let reader = job("contoso-reader").add(g, "reader");
        job("contoso-writer").add(g, "writer");
        raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([search.id(), reader.id()]))
            .property("properties.principalId", reader.read("identity.principalId").cast::<String>())
            .property("properties.roleDefinitionId", role)
            .on(&search)
            .add(g, "readerReads");
    }),
    right: example!("caller_without_grant.rs", |g| {
        use azure::prelude::*;
        use azure::search::{SearchService, SearchServiceProperties};
        use dsl::functions::{guid, subscription_resource_id};
        use dsl::{Expr, raw};

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let properties = SearchServiceProperties::new().disable_local_auth(true);
        let search = SearchService::new("contoso-search", &location).properties(properties).add(g, "search");
        let job = |name: &'static str| {
            let value = search.properties().endpoint();
            let setting = Expr::object([("name", Expr::string("SEARCH")), ("value", value.into())]);
            raw("Microsoft.Web/sites@2025-03-01", name)
                .property("location", &*location)
                .property("identity.type", "SystemAssigned")
                .property("properties.siteConfig.appSettings", Expr::array([setting]))
        };
        let role = ["1407120a-92aa-4202-b7e9-c0e197c71c8f"]; // Search Index Data Reader
        let role = subscription_resource_id("Microsoft.Authorization/roleDefinitions", role);
        let reader = job("contoso-reader").add(g, "reader");
        raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([search.id(), reader.id()]))
            .property("properties.principalId", reader.read("identity.principalId").cast::<String>())
            .property("properties.roleDefinitionId", role)
            .on(&search)
            .add(g, "readerReads");
    }),
});

pub(super) const RULE: Rule = Rule { check: CALLER_WITHOUT_GRANT, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    // Who is granted a role on everything may call each; who of them is meant is seldom known.
    if !grants::on_everything(facts).is_empty() {
        return;
    }
    let mut permitted = BTreeMap::new();
    for caller in facts.all().filter(|it| it.is_deployed() && reach::is_caller(it)) {
        let mut seen: Vec<ResourceFacts<'_>> = Vec::new();
        for (service, path) in caller.reads() {
            let is_new = seen.iter().all(|it| !it.is_same(&service));
            if !is_new || !calls::is_address(&path) || !asks_for_roles(&service) {
                continue;
            }
            let permitted = permitted.entry(service.position()).or_insert_with(|| callers_of(&service));
            let may_call = |callers: &BTreeSet<usize>| {
                callers.contains(&caller.position()) || homes(&caller).any(|home| callers.contains(&home.position()))
            };
            if permitted.as_ref().is_some_and(|callers| !may_call(callers)) {
                findings.push(finding(&caller, &service, &path));
                seen.push(service);
            }
        }
    }
}

/// Environments pull images for their apps by identities of their own.
fn homes<'g>(caller: &ResourceFacts<'g>) -> impl Iterator<Item = ResourceFacts<'g>> {
    caller.references("properties").into_iter().filter(|it| it.is("Microsoft.App/managedEnvironments"))
}

/// Whether only roles let somebody call the service.
fn asks_for_roles(service: &ResourceFacts<'_>) -> bool {
    let is_keyless = grants::takes_no_keys(service)
        || service.is_set("properties.enableRbacAuthorization", true)
        || is_registry_for_roles(service);
    service.is_deployed() && is_keyless && !grants::has_its_own(service)
}

/// Whether nobody pulls from a registry by its password, by a token or without a name.
fn is_registry_for_roles(service: &ResourceFacts<'_>) -> bool {
    let has_tokens = || service.children().any(|child| child.is("Microsoft.ContainerRegistry/registries/tokens"));
    let lacks = |switch: &str| service.is_set(switch, false) || service.body().lacks(switch);
    service.is("Microsoft.ContainerRegistry/registries")
        && lacks("properties.adminUserEnabled")
        && lacks("properties.anonymousPullEnabled")
        && !has_tokens()
}

/// The positions of all who may call a service. None, if there may be others; and where nobody may call one without keys, for
/// `ungranted` finds that once, at the service.
fn callers_of(service: &ResourceFacts<'_>) -> Option<BTreeSet<usize>> {
    let assignments = grants::within(service);
    let callers: Vec<_> = assignments.iter().map(grants::callers).collect::<Option<_>>()?;
    let positions = callers.into_iter().flatten().map(|caller| caller.position()).collect();
    (!assignments.is_empty() || !grants::takes_no_keys(service)).then_some(positions)
}

fn finding(caller: &ResourceFacts<'_>, service: &ResourceFacts<'_>, path: &str) -> Finding {
    let message = format!(
        "`{}` is told `{path}` of `{}`, which takes no keys, and is granted no role on it",
        caller.symbol(),
        service.symbol()
    );
    let finding = caller.finding(CALLER_WITHOUT_GRANT, message);
    service
        .noted_in(finding, "the service is declared here")
        .help("grant its identity a role, `g.grant(…)`, or allow it with the reason why it needs none")
}

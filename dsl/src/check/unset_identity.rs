//! `unset-identity`: the object id of an identity is read, and the resource does not ask for one. Azure would answer with null,
//! and the deployment would fail half-way.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::functions::resource_group;
use crate::graph::{NodeKind, Presence};
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "unset-identity",
    severity: Severity::Error,
    summary: "The object id of an identity is read, and the resource asks for none.",
    why: "Azure answers with null, and the deployment fails half-way, where the id is used.",
    help: "set its `identity` with a type that has `SystemAssigned` in it",
    constant: Some("Check::UNSET_IDENTITY"),
    wrong: example!("unset_identity.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let search = raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .add(g, "search");
        let id = search.read("identity.principalId").cast::<String>();
        g.output("searchIdentity", id).describe("Object id of the identity of the search service.");
    }),
    right: example!("unset_identity.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let search = raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
            .property("location", &*location)
            .property("identity.type", "SystemAssigned")
            .add(g, "search");
        let id = search.read("identity.principalId").cast::<String>();
        g.output("searchIdentity", id).describe("Object id of the identity of the search service.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for (from, to) in &graph.nodes.survey.identities {
        let (from, to) = (&graph.nodes.all[*from], &graph.nodes.all[*to]);
        let NodeKind::Resource(resource) = &to.kind else { continue };
        if resource.presence != Presence::Deployed || may_have_identity(&resource.body) {
            continue;
        }
        let message = format!("`{}` reads the identity of `{}`, which has none", from.symbol, to.symbol);
        findings.push(
            Finding::at(CHECK, from, message)
                .note(to, format!("`{}` is declared here", to.symbol))
                .help("set its `identity` with a type that has `SystemAssigned` in it"),
        );
    }
}

/// Whether the type of the identity has one that Azure makes, or is known only later.
fn may_have_identity(body: &Expr) -> bool {
    match body.get("identity") {
        None => false,
        Some(Expr::Object(_)) => match body.get("identity.type") {
            Some(Expr::String(ty)) => ty.contains("System"),
            other => other.is_some(),
        },
        Some(_) => true,
    }
}

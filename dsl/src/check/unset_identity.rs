//! `unset-identity`: the object id of an identity is read, and the resource does not ask for one. Azure would answer with null,
//! and the deployment would fail half-way.

use super::{Check, Context, Finding};
use crate::expr::Expr;
use crate::graph::{NodeKind, Presence};

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for (from, to) in &graph.nodes.survey.identities {
        let (from, to) = (&graph.nodes.all[*from], &graph.nodes.all[*to]);
        let NodeKind::Resource(resource) = &to.kind else { continue };
        if resource.presence != Presence::Deployed || may_have_identity(&resource.body) {
            continue;
        }
        let message = format!("`{}` reads the identity of `{}`, which has none", from.symbol, to.symbol);
        findings.push(
            Finding::at(Check::UNSET_IDENTITY.id(), from, message)
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

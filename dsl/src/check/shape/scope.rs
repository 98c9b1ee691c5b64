//! `wrong-scope`: a resource where Azure does not keep its type, or under another parent than its type says.

use std::fmt::Display;

use types::Scopes;

use super::place::Site;
use crate::check::{Check, Context, Finding};
use crate::expr::Expr;
use crate::graph::{Node, NodeKind, Presence, ResourceNode};
use crate::scope::{ManagementGroup, ResourceGroup, Scope, Subscription, Tenant};

pub(super) fn check(graph: &Context<'_>, site: &Site<'_>, findings: &mut Vec<Finding>) {
    findings.extend(parent(graph, site));
    let place = place(graph, site.node, site.resource);
    findings.extend(match site.resource.presence {
        Presence::Deployed => place.and_then(|place| deployed(site, place)),
        Presence::Existing | Presence::ExistingWhereUsed => existing(site, place),
    });
}

/// Where a resource is or will be: a scope, or another resource that it extends. None if that is not known now.
fn place<'g>(graph: &Context<'g>, mut node: &'g Node, resource: &'g ResourceNode) -> Option<Scopes> {
    let mut outermost = resource;
    while let Some(parent) = outermost.parent {
        node = graph.nodes.get(parent)?;
        let NodeKind::Resource(parent) = &node.kind else { return None };
        outermost = parent;
    }
    let bits = match &outermost.scope {
        None => bit(graph.nodes.scope_of(node.region)),
        Some(Expr::Call(call)) => bit(super::call::name(call)),
        // What is there already may lie in a resource group of the graph, which is a resource too.
        Some(_) if outermost.presence != Presence::Deployed => None,
        Some(_) => Some(16),
    };
    Scopes::from_bits(bits?)
}

fn bit(scope: &str) -> Option<u64> {
    [Tenant::NAME, ManagementGroup::NAME, Subscription::NAME, ResourceGroup::NAME]
        .into_iter()
        .position(|name| name == scope)
        .map(|position| 1 << position)
}

fn includes(scopes: Scopes, place: Scopes) -> bool {
    scopes.bits() & place.bits() != 0
}

fn deployed(site: &Site<'_>, place: Scopes) -> Option<Finding> {
    let (readable, writable) = (site.ty.readable_scopes, site.ty.writable_scopes);
    if includes(writable, place) {
        return None;
    }
    let (message, help) = if writable.is_empty() {
        ("is of a type that can only be read".to_owned(), "refer to it: make it an existing resource")
    } else if place.extension() {
        ("extends a resource, but its type is no extension".to_owned(), "leave out the resource that it is on")
    } else if writable.bits() == 16 {
        ("extends no resource, but its type is an extension".to_owned(), "say which one it extends: `.on(&resource)`")
    } else {
        let message = format!("lives in a {}, not in a {}", names(writable), names(place));
        (message, "add it to a graph of a scope that its type knows")
    };
    let finding = finding(site, message).help(help).silenced_by("BCP245 BCP246");
    Some(if includes(readable, place) { finding } else { finding.inevitable() })
}

fn existing(site: &Site<'_>, place: Option<Scopes>) -> Option<Finding> {
    let (readable, writable) = (site.ty.readable_scopes, site.ty.writable_scopes);
    if readable.is_empty() && site.ty.functions.is_empty() {
        let finding = finding(site, "is there already, but its type cannot be read");
        return Some(finding.help("deploy it, or take it out").silenced_by("BCP441"));
    }
    let place = place.filter(|place| !includes(readable, *place) && !includes(writable, *place))?;
    let scopes = if readable.is_empty() { writable } else { readable };
    let message = format!("is there already, and in a {}, not in a {}", names(scopes), names(place));
    Some(finding(site, message).help("say in which scope it is: `.in_scope(…)`").inevitable())
}

/// What is wrong about the parent, or about a name that stands for it.
fn parent(graph: &Context<'_>, site: &Site<'_>) -> Option<Finding> {
    let (wanted, _) = site.resource.ty.rsplit_once('/')?;
    let Some(parent) = site.resource.parent else { return long_name(site, wanted) };
    let node = graph.nodes.get(parent)?;
    let NodeKind::Resource(parent) = &node.kind else { return None };
    let slashes = match site.resource.body.get("name") {
        Some(Expr::String(name)) => name.matches('/').count(),
        _ => 0,
    };
    if !parent.ty.eq_ignore_ascii_case(wanted) {
        let message = format!("is a `{}`, which belongs under a `{wanted}`, not under `{}`", site.ty.name, node.symbol);
        let help = "pass the handle of its parent: the resource whose type is the child's without the last part";
        return Some(finding(site, message).note(node, "the parent is declared here").help(help).inevitable());
    }
    (slashes > 0).then(|| {
        let finding = finding(site, "has slashes in its name beside a parent");
        finding.help("leave the parent's name out of the name").inevitable()
    })
}

fn long_name(site: &Site<'_>, parent: &str) -> Option<Finding> {
    let wanted = parent.matches('/').count();
    let Some(Expr::String(name)) = site.resource.body.get("name") else { return None };
    (name.matches('/').count() != wanted).then(|| {
        let finding = finding(site, format!("is a child of a `{parent}`, which it does not name"));
        finding.help("give the parent by its handle: `.child_of(&parent)`").inevitable()
    })
}

fn names(scopes: Scopes) -> String {
    let names: Vec<_> = scopes.names().map(|name| if name == "extension" { "resource" } else { name }).collect();
    names.join(" or ")
}

fn finding(site: &Site<'_>, message: impl Display) -> Finding {
    Finding::at(Check::WRONG_SCOPE, site.node, format!("`{}` {message}", site.node.symbol))
}

//! The `resource` statement and the resources nested in it.

use askama::Template;

use super::decorators::decorators;
use super::ink::{Ink, Printed};
use super::pragma::Pragma;
use crate::check::Context;
use crate::expr::{Entry, Expr};
use crate::graph::{Node, NodeId, NodeKind, Nodes, Presence, ResourceNode};

#[derive(Template)]
#[template(path = "resource.bicep", escape = "none")]
pub(super) struct Resource<'i> {
    indent: String,
    /// What the compiler must not report of the statement.
    statement: Pragma<'i>,
    decorators: Vec<Printed<'i>>,
    /// What it must not report of the line that declares the resource.
    line: Pragma<'i>,
    symbol: &'i str,
    ty: &'i str,
    /// Left out in a nested resource that has its parent's.
    api_version: Option<&'i str>,
    existing: bool,
    entries: Vec<Printed<'i>>,
    nested: Vec<Resource<'i>>,
}

/// The statement of the resource at `index`, `level` steps further in than the file.
pub(super) fn statement<'i>(
    ink: &'i Ink<'i>,
    graph: &'i Context<'i>,
    nested: &[Vec<usize>],
    index: usize,
    level: usize,
) -> Resource<'i> {
    let node = &ink.nodes().all[index];
    let NodeKind::Resource(resource) = &node.kind else { unreachable!("only resources come here") };
    let (ty, api_version) = type_and_version(ink.nodes(), node, resource);
    let accepted = graph.accepted.get(&index);
    Resource {
        statement: accepted.map(|accepted| Pragma::of(&accepted.statement)).unwrap_or_default(),
        line: accepted.map(|accepted| Pragma::of(&accepted.line)).unwrap_or_default(),
        indent: "  ".repeat(level),
        decorators: decorators(ink, graph, index, level),
        symbol: &node.symbol,
        ty,
        api_version,
        existing: resource.presence != Presence::Deployed,
        entries: entries(ink, node, resource, level + 1),
        nested: nested[index].iter().map(|child| statement(ink, graph, nested, *child, level + 1)).collect(),
    }
}

/// A nested resource is declared by the last part of its type, and has its parent's version unless it says another.
fn type_and_version<'i>(nodes: &Nodes, node: &Node, resource: &'i ResourceNode) -> (&'i str, Option<&'i str>) {
    let version = &*resource.api_version;
    match node.nested_in.and_then(|parent| nodes.get(parent)) {
        Some(Node { kind: NodeKind::Resource(parent), .. }) => {
            let ty = resource.ty.rsplit('/').next().unwrap_or(&resource.ty);
            (ty, (parent.api_version != version).then_some(version))
        }
        _ => (&resource.ty, Some(version)),
    }
}

/// What stands between the braces: where it belongs first, then name and properties, then what it waits for.
fn entries<'i>(ink: &'i Ink<'i>, node: &Node, resource: &'i ResourceNode, level: usize) -> Vec<Printed<'i>> {
    let property = |name: &'static str, value| ink.owned_entry(Entry::Property(name.into(), value), level);
    let parent =
        resource.parent.filter(|_| node.nested_in.is_none()).map(|parent| property("parent", Expr::Reference(parent)));
    let scope = resource.scope.as_ref().map(|scope| property("scope", scope.clone()));
    let depends_on = (!resource.depends_on.is_empty()).then(|| property("dependsOn", symbols(&resource.depends_on)));
    let body = match &resource.body {
        Expr::Object(entries) => &**entries,
        _ => &[],
    };
    let body = body.iter().map(|entry| ink.entry(entry, level));
    parent.into_iter().chain(scope).chain(body).chain(depends_on).collect()
}

fn symbols(nodes: &[NodeId]) -> Expr {
    Expr::array(nodes.iter().map(|node| Expr::Reference(*node)))
}

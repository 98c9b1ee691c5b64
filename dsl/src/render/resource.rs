//! The `resource` statement and the resources nested in it.

use std::borrow::Cow;

use askama::Template;

use super::annotations::Annotations;
use super::ink::{Ink, Mark, Printed};
use crate::check::Context;
use crate::expr::{BinaryOperator, Entry, Expr};
use crate::graph::{ModuleNode, Node, NodeKind, Nodes, Presence, RegionId, ResourceNode};

#[derive(Template)]
#[template(path = "resource.bicep", escape = "none")]
pub(super) struct Resource<'i> {
    keyword: &'static str,
    indent: String,
    annotations: Annotations<'i>,
    symbol: &'i str,
    ty: Cow<'i, str>,
    /// Left out in a nested resource that has its parent's.
    api_version: Option<&'i str>,
    existing: bool,
    each: Option<Each<'i>>,
    condition: Option<Printed<'i>>,
    /// In front of every line between the braces.
    body: String,
    /// Nothing stands between the braces.
    is_empty: bool,
    entries: Vec<Printed<'i>>,
    nested: Vec<(Mark<'i>, Resource<'i>)>,
}

/// `for item in source: `, or with the position where something needs it.
#[derive(Template)]
#[template(path = "for.bicep", escape = "none")]
struct Each<'i> {
    item: &'i str,
    index: Option<&'i str>,
    source: Printed<'i>,
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
    let (ty, api_version) = type_and_version(ink.nodes(), node);
    let each = each(ink, node, level);
    // A loop stands in brackets of its own, and its body one step further in.
    let inner = level + usize::from(each.is_some());
    let entries = entries(ink, node, inner + 1);
    let mark = |child: usize| ink.mark(ink.nodes().all[child].location);
    Resource {
        annotations: Annotations::of(ink, graph, index, level),
        keyword: node.keyword(),
        indent: "  ".repeat(level),
        symbol: &node.symbol,
        ty,
        api_version,
        existing: matches!(&node.kind, NodeKind::Resource(resource) if resource.presence != Presence::Deployed),
        condition: condition(ink.nodes(), node).map(|condition| ink.owned(condition, inner)),
        each,
        body: "  ".repeat(inner),
        is_empty: entries.is_empty() && nested[index].is_empty(),
        entries,
        nested: nested[index]
            .iter()
            .map(|child| (mark(*child), statement(ink, graph, nested, *child, inner + 1)))
            .collect(),
    }
}

fn each<'i>(ink: &'i Ink<'i>, node: &Node, level: usize) -> Option<Each<'i>> {
    let (_, each) = ink.nodes().regions.loop_around(node.region)?;
    let mut counts = condition(ink.nodes(), node).is_some_and(|condition| each.is_counted_in(&condition));
    node.for_each_expr(&mut |_, expr| counts |= each.is_counted_in(expr));
    Some(Each {
        item: &each.item,
        index: counts.then_some(&each.index),
        source: ink.owned(each.source.clone(), level + 1),
    })
}

/// All conditions that a resource stands under, but those of the resource around it, which hold for both.
fn condition(nodes: &Nodes, node: &Node) -> Option<Expr> {
    let around = node.nested_in.and_then(|outer| nodes.get(outer)).map_or(RegionId::FILE, |outer| outer.region);
    let conditions = nodes.regions.conditions_around(node.region);
    let conditions = conditions.filter(|(id, _)| !nodes.regions.encloses(*id, around));
    conditions
        .map(|(_, condition)| condition.clone())
        .reduce(|inner, outer| Expr::binary(outer, BinaryOperator::And, inner))
}

/// What stands in quotes behind the symbol. A nested resource is declared by the last part of its type, and has its parent's version unless it says another.
fn type_and_version<'i>(nodes: &Nodes, node: &'i Node) -> (Cow<'i, str>, Option<&'i str>) {
    let resource = match &node.kind {
        NodeKind::Resource(resource) => resource,
        NodeKind::Module(module) => return (Cow::Borrowed(&module.path), None),
        _ => return (Cow::default(), None),
    };
    let version = &*resource.api_version;
    match node.nested_in.and_then(|parent| nodes.get(parent)) {
        Some(Node { kind: NodeKind::Resource(parent), .. }) => {
            let ty = resource.ty.rsplit('/').next().unwrap_or(&resource.ty);
            (ty.into(), (parent.api_version != version).then_some(version))
        }
        _ => (qualified(nodes, resource), Some(version)),
    }
}

/// The type, behind the name of its extension if the file has given it one: two of them may have types of one name.
fn qualified<'i>(nodes: &Nodes, resource: &'i ResourceNode) -> Cow<'i, str> {
    match resource.extension.and_then(|extension| nodes.get(extension)) {
        Some(Node { symbol, kind: NodeKind::Extension(extension), .. }) if extension.is_renamed() => {
            format!("{symbol}:{}", resource.ty).into()
        }
        _ => Cow::Borrowed(&resource.ty),
    }
}

/// What stands between the braces: where it belongs first, then name and properties, then what it waits for.
fn entries<'i>(ink: &'i Ink<'i>, node: &'i Node, level: usize) -> Vec<Printed<'i>> {
    match &node.kind {
        NodeKind::Resource(resource) => of_resource(ink, node, resource, level),
        NodeKind::Module(module) => of_module(ink, module, level),
        _ => Vec::new(),
    }
}

fn of_module<'i>(ink: &'i Ink<'i>, module: &'i ModuleNode, level: usize) -> Vec<Printed<'i>> {
    let property =
        |name: &'static str, value: &Expr| ink.owned_entry(Entry::Property(name.into(), value.clone()), level);
    let scope = module.scope.as_ref().map(|scope| property("scope", scope));
    let identity = module.identity.as_ref().map(|identity| property("identity", identity));
    let params = Some(&module.params).filter(|params| **params != Expr::Object([].into()));
    let params = params.map(|params| property("params", params));
    let depends_on =
        (!module.depends_on.is_empty()).then(|| property("dependsOn", &Expr::array(module.depends_on.iter().cloned())));
    scope.into_iter().chain(identity).chain(params).chain(depends_on).collect()
}

fn of_resource<'i>(ink: &'i Ink<'i>, node: &Node, resource: &'i ResourceNode, level: usize) -> Vec<Printed<'i>> {
    let property = |name: &'static str, value| ink.owned_entry(Entry::Property(name.into(), value), level);
    let parent = resource.parent.filter(|_| node.nested_in.is_none()).map(|parent| {
        let parent = Expr::Reference(parent);
        property("parent", resource.parent_position.iter().fold(parent, |parent, index| parent.index(index.clone())))
    });
    let scope = resource.scope.as_ref().map(|scope| property("scope", scope.clone()));
    let depends_on =
        (!resource.depends_on.is_empty()).then(|| property("dependsOn", Expr::array(resource.depends_on.clone())));
    let body = match &resource.body {
        Expr::Object(entries) => &**entries,
        _ => &[],
    };
    let body = body.iter().map(|entry| ink.entry(entry, level));
    parent.into_iter().chain(scope).chain(body).chain(depends_on).collect()
}

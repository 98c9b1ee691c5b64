//! `duplicate-resource`: two declarations of the same resource in Azure, also where their names are put together in two ways.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::follow::DEEPEST;
use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::fingerprints::Fingerprints;
use crate::graph::{IgnoringCase, Node, NodeKind, ResourceNode};
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "duplicate-resource",
    severity: Severity::Error,
    summary: "Two declarations of the same resource in Azure.",
    why: "Azure would deploy both at once, and whichever ends last wins.",
    help: "give one of them another name, parent or scope, or refer to the first one",
    constant: None,
    wrong: example!("duplicate_resource.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "zone");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "again");
    }),
    right: example!("duplicate_resource.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "zone");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "fabrikam.internal")
            .property("location", "global")
            .add(g, "other");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    let resources = graph.nodes.survey.resources.iter();
    let hashes = resources.filter_map(|index| Some((*index, fingerprint(graph, &nodes[*index])?)));
    let fingerprints = Fingerprints::new(hashes);
    let repeated = fingerprints.repeated(|first, later| is_same(graph, &nodes[first], &nodes[later]));
    findings.extend(repeated.into_iter().map(|(later, first)| finding(&nodes[first], &nodes[later])));
}

fn finding(first: &Node, later: &Node) -> Finding {
    let message = format!("`{}` and `{}` are the same resource", first.symbol, later.symbol);
    let defaults = "with the defaults of their params, their names are equal";
    let is_written_alike = name(first) == name(later);
    let finding = Finding::at(CHECK, later, message).note(first, "the first declaration is here");
    let finding = if is_written_alike { finding } else { finding.note(later, defaults) };
    finding.help("give one of them another name, parent or scope, or refer to the first one")
}

fn resource(node: &Node) -> Option<&ResourceNode> {
    match &node.kind {
        NodeKind::Resource(resource) => Some(resource),
        _ => None,
    }
}

fn name(node: &Node) -> Option<&Expr> {
    resource(node)?.body.get("name")
}

/// Equal for resources that are the same one in Azure.
fn fingerprint(graph: &Context<'_>, node: &Node) -> Option<u64> {
    let mut hasher = FxHasher::default();
    place(node)?.hash(&mut hasher);
    pieces(graph, name(node)?, DEEPEST, &mut |piece| match piece {
        Piece::Text(text) => text.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase())),
        Piece::Computed(expr) => expr.hash(&mut hasher),
    });
    Some(hasher.finish())
}

fn is_same(graph: &Context<'_>, first: &Node, later: &Node) -> bool {
    let whole = |node| {
        let (mut text, mut computed) = (String::new(), Vec::new());
        pieces(graph, name(node)?, DEEPEST, &mut |piece| match piece {
            Piece::Text(more) => text.push_str(&more.to_ascii_lowercase()),
            Piece::Computed(expr) => computed.push((text.len(), expr.clone())),
        });
        Some((place(node)?, text, computed))
    };
    whole(first) == whole(later)
}

/// Where a resource is, but for its name. Under different conditions, one of two may be there at a time.
fn place(node: &Node) -> Option<impl Eq + Hash + use<'_>> {
    let resource = resource(node)?;
    Some((IgnoringCase(&resource.ty), resource.parent, &resource.scope, node.region))
}

/// A part of a name. Azure does not tell small letters from capital ones.
enum Piece<'p> {
    Text(&'p str),
    Computed(&'p Expr),
}

/// Takes a name apart. Vars are followed, and params that have a default text are taken for it.
fn pieces<'g>(graph: &Context<'g>, name: &'g Expr, depth: u8, visit: &mut dyn FnMut(Piece<'g>)) {
    let Some(depth) = depth.checked_sub(1) else { return visit(Piece::Computed(name)) };
    match name {
        Expr::String(text) => visit(Piece::Text(text)),
        Expr::Multiline(text) => visit(Piece::Text(text)),
        Expr::Interpolated(parts) => parts.iter().for_each(|part| pieces(graph, part, depth, visit)),
        Expr::Call(call) => match (&*call.function, &call.arguments[..]) {
            ("toLower" | "toUpper", [text]) => pieces(graph, text, depth, visit),
            _ => visit(Piece::Computed(name)),
        },
        _ => match graph.target(name).map(|(_, node)| &node.kind) {
            Some(NodeKind::Var(var)) => pieces(graph, &var.value, depth, visit),
            Some(NodeKind::Param(param)) => match &param.default {
                Some(Expr::String(text)) => visit(Piece::Text(text)),
                _ => visit(Piece::Computed(name)),
            },
            _ => visit(Piece::Computed(name)),
        },
    }
}

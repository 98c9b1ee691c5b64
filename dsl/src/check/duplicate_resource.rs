//! `duplicate-resource`: two declarations of the same resource in Azure.

use std::hash::Hash;

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::fingerprints::Fingerprints;
use crate::graph::{Node, NodeKind};
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
    let fingerprints = Fingerprints::new(graph.nodes.survey.resources.iter().copied());
    let repeated = fingerprints.repeated(|first, later| identity(&nodes[first]) == identity(&nodes[later]));
    findings.extend(repeated.into_iter().map(|(later, first)| {
        let (first, later) = (&nodes[first], &nodes[later]);
        let message = format!("`{}` and `{}` are the same resource", first.symbol, later.symbol);
        Finding::at(CHECK, later, message)
            .note(first, "the first declaration is here")
            .help("give one of them another name, parent or scope, or refer to the first one")
    }));
}

/// What makes a resource in Azure the one that it is. Under different conditions, one of two may be there at a time.
pub(crate) fn identity(node: &Node) -> Option<impl Eq + Hash + use<'_>> {
    match &node.kind {
        NodeKind::Resource(resource) => {
            Some((&resource.ty, resource.parent, &resource.scope, resource.body.get("name"), node.region))
        }
        _ => None,
    }
}

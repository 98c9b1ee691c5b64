//! `template-limit`: more params, vars, outputs, resources or bytes than Azure Resource Manager takes in one template.

use std::collections::BTreeMap;

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::graph::{Node, NodeKind, Presence};
use crate::layout;

/// See [Learn: template limits](https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits).
const LIMITS: [(usize, &str, &str); 4] = [
    (256, "params", "max-params"),
    (512, "vars", "max-variables"),
    (800, "resources", "max-resources"),
    (64, "outputs", "max-outputs"),
];

/// The most bytes of a template.
const BYTES: usize = 4 << 20;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "template-limit",
    severity: Severity::Warning,
    summary: "More params, vars, outputs or resources than Azure takes in one template, or more than 4 MB of text.",
    why: "Azure refuses the whole template. Existing resources do not count here, and of the bytes only names and texts: what is found is certain.",
    help: "cut it into files by `.layout(Layout::Sharded)`; of params and outputs, make several one object",
    constant: Some("Check::TEMPLATE_LIMIT"),
    wrong: example!("template_limit.rs", |g| {
        for index in 0..513 {
            g.var(format!("region{index}"), "japaneast").export().describe("A region.");
        }
    }),
    right: example!("template_limit.rs", |g| {
        for index in 0..512 {
            g.var(format!("region{index}"), "japaneast").export().describe("A region.");
        }
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_cut = graph.layout.is_sharded();
    let mut files = BTreeMap::new();
    for (node, file) in graph.nodes.all.iter().zip(layout::homes(graph)) {
        let Some(kind) = kind(node).filter(|_| !is_cut || stays(node)) else { continue };
        let counts = files.entry(file).or_insert([0; LIMITS.len()]);
        counts[kind] += 1;
        let (limit, what, code) = LIMITS[kind];
        if counts[kind] == limit + 1 {
            let message = format!("`{}` is one more than the {limit} {what} that a template can have", node.symbol);
            let help = if stays(node) { JOIN } else { CUT };
            findings.push(Finding::at(CHECK, node, message).silenced_by(code).help(help));
        }
    }
    if !is_cut {
        findings.extend(too_large(graph));
    }
}

/// Whether it is in the file that is deployed, whatever the layout.
fn stays(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Var(var) => var.exported,
        kind => matches!(kind, NodeKind::Param(_) | NodeKind::Output(_)),
    }
}

/// The names and texts alone, which the template holds as they are; so it is larger than that.
fn too_large(graph: &Context<'_>) -> Option<Finding> {
    let mut bytes = 0;
    let node = graph.nodes.survey.text_bytes.iter().position(|more| {
        bytes += *more as usize;
        bytes > BYTES
    })?;
    let node = &graph.nodes.all[node];
    let message = format!("with `{}`, the texts alone are larger than the 4 MB that a template can have", node.symbol);
    Some(Finding::at(CHECK, node, message).help(CUT))
}

/// What helps where the content of a file can go into others.
const CUT: &str = "cut it into files by `.layout(Layout::Sharded)`, or split the scenario in two";

/// What helps where it cannot.
const JOIN: &str = "make several of them one object: `dsl::object_type!` gives it a type";

/// Its place in the list of limits.
fn kind(node: &Node) -> Option<usize> {
    match &node.kind {
        NodeKind::Param(_) => Some(0),
        NodeKind::Var(_) => Some(1),
        NodeKind::Resource(resource) => (resource.presence == Presence::Deployed).then_some(2),
        NodeKind::Output(_) => Some(3),
        NodeKind::Metadata(_)
        | NodeKind::Import(_)
        | NodeKind::Extension(_)
        | NodeKind::Module(_)
        | NodeKind::Type(_)
        | NodeKind::Function(_) => None,
    }
}

//! `exposed-secret`: a secret that reaches a place which everybody sees: a plain output, a name, tags, a description, or a
//! property that has another one for secrets beside it. Vars are followed.

use std::fmt;

use super::follow::DEEPEST;
use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::{Accessor, Entry, Expr, Key};
use crate::graph::{Node, NodeKind};
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "exposed-secret",
    severity: Severity::Error,
    summary: "A secret that reaches a plain output, a name or tags, or a property that has another one for secrets beside it; vars are followed.",
    why: "Outputs are kept in the history of deployments, and names and tags are shown to everybody who may read the resource.",
    help: "take it out, or say that the output is a `Secret`",
    constant: Some("Check::EXPOSED_SECRET"),
    wrong: example!("exposed_secret.rs", |g| {
        let token = g.secret("token").describe("Token of the registry.");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags.token", &*token)
            .add(g, "zone");
    }),
    right: example!("exposed_secret.rs", |g| {
        let team = g.param("team").describe("Who keeps the zone.");
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags.team", &*team)
            .add(g, "zone");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let is_secret = |node: &Node| matches!(&node.kind, NodeKind::Param(param) if param.secure);
    let has_secrets = graph.nodes.all.iter().any(is_secret);
    for node in &graph.nodes.all {
        match &node.kind {
            NodeKind::Output(output) if !output.secure => {
                let help = "say that its value is a `Secret`: the output is then declared secure";
                let what = format!("the output `{}`", node.symbol);
                findings.extend(exposed(graph, node, &what, &output.value).map(|finding| finding.help(help)));
            }
            NodeKind::Resource(resource) => {
                for path in PLAIN {
                    let found = resource.body.get(path).and_then(|value| shown(graph, node, path, value));
                    findings.extend(found);
                }
                if has_secrets {
                    described(&resource.body, &mut |name, value| findings.extend(shown(graph, node, name, value)));
                }
            }
            _ => {}
        }
    }
}

/// What everybody sees who may read the resource.
const PLAIN: &[&str] = &["name", "tags", "location", "kind", "sku", "plan", "zones", "managedBy", "extendedLocation"];

/// The properties that are there to be read by people, on whatever level they are.
const DESCRIPTIONS: &[&str] = &["description", "displayName", "friendlyName", "customSubDomainName", "domainNameLabel"];

/// Visits the descriptions in a body.
fn described<'e>(value: &'e Expr, visit: &mut dyn FnMut(&'e str, &'e Expr)) {
    value.walk(&mut |expr| {
        let Expr::Object(entries) = expr else { return };
        for entry in entries.iter() {
            if let Entry::Property(Key::Name(name), value) = entry
                && DESCRIPTIONS.contains(&&**name)
            {
                visit(name, value);
            }
        }
    });
}

fn shown(graph: &Context<'_>, node: &Node, path: &str, value: &Expr) -> Option<Finding> {
    let what = format!("`{path}` of `{}`", node.symbol);
    let help = "take it out: it is shown to everybody who may read the resource";
    exposed(graph, node, &what, value).map(|finding| finding.help(help))
}

/// A secret at a property that has another one beside it, which is for secrets.
pub(super) fn misplaced(
    graph: &Context<'_>,
    node: &Node,
    path: &dyn fmt::Display,
    guarded: &str,
    value: &Expr,
) -> Option<Finding> {
    let what = format!("`{path}` of `{}`", node.symbol);
    let help = format!("use `{guarded}` beside it: what is there is not shown");
    exposed(graph, node, &what, value).map(|finding| finding.help(help))
}

fn exposed(graph: &Context<'_>, node: &Node, what: &str, value: &Expr) -> Option<Finding> {
    let source = source(graph, value, DEEPEST)?;
    let finding = Finding::at(CHECK, node, format!("{what} shows a secret"));
    let finding = finding.silenced_by("outputs-should-not-contain-secrets");
    Some(match source {
        Source::Node(node) => finding.note(node, format!("it comes from the {} `{}`", node.keyword(), node.symbol)),
        Source::Function => finding,
    })
}

/// Where a secret comes from.
enum Source<'g> {
    /// A secure param, or a var that holds a secret.
    Node(&'g Node),
    /// A function that returns secrets.
    Function,
}

fn source<'g>(graph: &Context<'g>, value: &Expr, depth: u8) -> Option<Source<'g>> {
    let mut found = None;
    value.walk(&mut |expr| {
        if found.is_none() {
            found = direct_source(graph, expr, depth);
        }
    });
    found
}

fn direct_source<'g>(graph: &Context<'g>, expr: &Expr, depth: u8) -> Option<Source<'g>> {
    match expr {
        call if lists(call) => Some(Source::Function),
        Expr::Reference(_) | Expr::Symbol(_) => {
            let (_, node) = graph.target(expr)?;
            let is_secret = match &node.kind {
                NodeKind::Param(param) => param.secure,
                NodeKind::Var(var) => depth > 0 && source(graph, &var.value, depth - 1).is_some(),
                _ => false,
            };
            is_secret.then_some(Source::Node(node))
        }
        _ => None,
    }
}

/// Whether it calls a function that returns secrets.
pub(super) fn lists(expr: &Expr) -> bool {
    match expr {
        Expr::Access(access) => matches!(&access.1, Accessor::Call(call) if call.function.starts_with("list")),
        Expr::Call(call) => call.function.starts_with("list"),
        _ => false,
    }
}

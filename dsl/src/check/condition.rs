//! `conditional-read`: a resource that stands under a condition is read where the condition may not hold, so that the
//! deployment would fail half-way.

use std::panic::Location;

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::functions::resource_group;
use crate::graph::{Node, NodeId, NodeKind, RegionId, ResourceBody, named, needs_deployment, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "conditional-read",
    severity: Severity::Error,
    summary: "A resource that stands under a condition is read where the condition may not hold.",
    why: "Where the condition does not hold, there is nothing to read, and the deployment fails half-way.",
    help: "use what `g.when(…)` returned: `.read(|it| …)` may be null, `.non_null()` promises that it is there",
    constant: None,
    wrong: example!("condition.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let keep = g.param_of::<bool>("keep").default(true).describe("Whether there is a search service.");
        let mut endpoint = None;
        g.when(&keep, |g| {
            let search = raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
                .property("location", &*location)
                .add(g, "search");
            endpoint = Some(search.read("properties.endpoint").cast::<String>());
        });
        if let Some(endpoint) = endpoint {
            g.output("endpoint", endpoint).describe("Where to send queries.");
        }
    }),
    right: example!("condition.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let keep = g.param_of::<bool>("keep").default(true).describe("Whether there is a search service.");
        let search = g.when(&keep, |g| {
            raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search")
                .property("location", &*location)
                .add(g, "search")
        });
        let endpoint = search.read(|it| it.read("properties.endpoint").cast::<String>());
        g.output("endpoint", endpoint.or_else("none")).describe("Where to send queries.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    if graph.nodes.regions.is_empty() {
        return;
    }
    for node in &graph.nodes.all {
        let mut read = Vec::new();
        node.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |part| {
                if let Expr::Access(access) = part
                    && needs_deployment(&access.1)
                {
                    read.extend(named(&access.0));
                }
            });
        });
        read.dedup();
        findings.extend(read.into_iter().filter_map(|target| finding(graph, node, target)));
    }
}

fn finding(graph: &Context<'_>, node: &Node, target: NodeId) -> Option<Finding> {
    let target =
        graph.nodes.get(target).filter(|target| matches!(target.kind, NodeKind::Resource(_) | NodeKind::Module(_)))?;
    let condition = missing_condition(graph, target.region, node.region)?;
    let message = format!("`{}` reads `{}`, which is deployed only under a condition", node.symbol, target.symbol);
    let finding = Finding::at(CHECK, node, message).note(target, "it is declared here");
    let finding = finding.note_at(condition, "under this condition");
    Some(
        finding.help(
            "use what `g.when(…)` returned: `.read(|it| …)` may be null, `.non_null()` promises that it is there",
        ),
    )
}

/// A condition of one place that need not hold in the other.
fn missing_condition(graph: &Context<'_>, of: RegionId, from: RegionId) -> Option<&'static Location<'static>> {
    let regions = &graph.nodes.regions;
    let (id, _) = regions.conditions_around(of).find(|(id, _)| !regions.encloses(*id, from))?;
    regions.get(id).map(|region| region.location)
}

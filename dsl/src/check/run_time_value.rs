//! `run-time-value`: a place that Bicep must know before it deploys anything gets a value that Azure makes on the way.

use std::collections::BTreeSet;

use super::reads::Read;
use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::{Accessor, Expr};
use crate::graph::{Node, NodeKind, Region, RegionId, RegionKind, ResourceBody, ResourceNode, named, raw};
use crate::layout::is_named_alike;

/// What the compiler must know when the deployment starts: <https://aka.ms/bicep/core-diagnostics#BCP120>.
const DEPLOY_TIME: &[&str] = &[
    "name",
    "location",
    "kind",
    "sku",
    "tags",
    "identity",
    "zones",
    "plan",
    "managedBy",
    "managedByExtended",
    "extendedLocation",
    "placement",
    "subscriptionId",
    "resourceGroup",
];

/// How an extension gets what a resource has.
const MODULE: &str = "put what uses it into a module with a scope, where it is a param: `g.module(\"apps\", ResourceGroup::named(…), …)`";

/// How others know a name that is made of what is known in a module only.
const NAME: &str =
    "its name says something of the place of its module: make it of what is known outside, or read it in a module";

/// What is known of a resource before it is deployed.
const KNOWN: &[&str] = &["id", "name", "type", "apiVersion"];

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "run-time-value",
    severity: Severity::Error,
    summary: "A name, a tag or another place that Bicep must know before it deploys anything gets a value that Azure makes on the way.",
    why: "Bicep refuses it (BCP120): Azure plans the whole deployment before it starts.",
    help: "use params, vars, or the `id` and `name` of resources there",
    constant: None,
    wrong: example!("run_time_value.rs", |g| {
        let storage = raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", "global")
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "storage");
        let zone =
            raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal").property("location", "global");
        zone.property("tags.place", storage.read("properties.primaryLocation").cast::<String>()).add(g, "zone");
    }),
    right: example!("run_time_value.rs", |g| {
        let storage = raw("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso")
            .property("location", "global")
            .property("kind", "StorageV2")
            .property("sku.name", "Standard_LRS")
            .add(g, "storage");
        let zone =
            raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal").property("location", "global");
        zone.property("tags.of", storage.name()).add(g, "zone");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for_each_place(graph, &mut |place, what, value| {
        graph.for_each_read(value, &mut |read| {
            // What comes from outside of a file is a param there; what comes from inside of another one is late all the same.
            let is_given =
                || graph.nodes.regions.modules_between(place.region(), read.resource.region).next().is_some();
            // As a scope, it is named and not asked whether it is there.
            let is_asked = || named(value).is_none() && asks_whether_there(read);
            if (is_run_time(read) || is_asked()) && !is_given() {
                findings.push(finding(|message| place.finding(message), &what(), read));
            } else if is_named_late(graph, read, place.region()) && !is_given() {
                findings.push(finding(|message| place.finding(message), &what(), read).help(NAME));
            }
        });
    });
    extensions(graph, findings);
}

/// Visits regions in which something must be known when the deployment starts, each with the region that has it only later.
pub(crate) fn for_each_late_read(graph: &Context<'_>, visit: &mut dyn FnMut(RegionId, RegionId)) {
    for_each_place(graph, &mut |place, _, value| {
        graph.for_each_read(value, &mut |read| {
            if is_run_time(read) || is_named_late(graph, read, place.region()) {
                visit(place.region(), read.resource.region);
            }
        });
    });
}

/// What must be known when the deployment starts: something of a resource, or a condition, loop or scope.
enum Place<'g> {
    Resource(&'g Node),
    Region(RegionId, &'g Region),
}

impl Place<'_> {
    fn region(&self) -> RegionId {
        match self {
            Place::Resource(node) => node.region,
            // The scope of a module is written where the module is called.
            Place::Region(_, region) if matches!(region.kind, RegionKind::Module(_)) => region.outer,
            Place::Region(id, _) => *id,
        }
    }

    fn finding(&self, message: String) -> Finding {
        match self {
            Place::Resource(node) => Finding::at(CHECK, node, message),
            Place::Region(_, region) => Finding::new(CHECK, region.location, message),
        }
    }
}

/// What is done with a place, with its name and with its value.
type Visit<'v, 'g> = dyn FnMut(&Place<'g>, &dyn Fn() -> String, &'g Expr) + 'v;

fn for_each_place<'g>(graph: &Context<'g>, visit: &mut Visit<'_, 'g>) {
    for index in &graph.nodes.survey.resources {
        let node = &graph.nodes.all[*index];
        let NodeKind::Resource(resource) = &node.kind else { continue };
        for (place, value) in places(resource) {
            visit(&Place::Resource(node), &|| format!("`{place}` of `{}`", node.symbol), value);
        }
    }
    for (id, region) in graph.nodes.regions.iter() {
        if let Some(value) = region.expr() {
            visit(&Place::Region(id, region), &|| "the condition, loop or scope of a module".to_owned(), value);
        }
    }
}

/// What is told to an extension, in every file that has a resource of it whatever the layout: in a module of another scope, it
/// is a param.
fn extensions(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let module = |place| graph.nodes.regions.around(place).find(|(_, region)| is_always_file(region)).map(|(id, _)| id);
    let mut seen = BTreeSet::new();
    for node in &graph.nodes.all {
        let NodeKind::Resource(resource) = &node.kind else { continue };
        let Some(extension) = resource.extension.and_then(|extension| graph.nodes.get(extension)) else { continue };
        if seen.insert((extension.index, module(node.region))) {
            let what = format!("the extension `{}`", extension.symbol);
            let about = |message| Finding::at(CHECK, extension, message).note(node, "it is used here");
            let mut report = |read: &Read<'_, '_>| {
                if is_run_time(read) && module(read.resource.region) == module(node.region) {
                    findings.push(finding(about, &what, read).help(MODULE));
                }
            };
            extension.for_each_expr(&mut |_, config| graph.for_each_read(config, &mut report));
        }
    }
}

/// Whether it is a file of its own in every layout.
fn is_always_file(region: &Region) -> bool {
    matches!(&region.kind, RegionKind::Module(module) if module.scope.is_some())
}

/// Whether Bicep must know a property when the deployment starts.
pub(crate) fn is_deploy_time(property: &str) -> bool {
    DEPLOY_TIME.contains(&property)
}

/// The places of a resource that take what is known when the deployment starts.
pub(super) fn places(resource: &ResourceNode) -> impl Iterator<Item = (&'static str, &Expr)> {
    let of_body = DEPLOY_TIME.iter().filter_map(|place| Some((*place, resource.body.get(place)?)));
    resource.scope.iter().map(|scope| ("scope", scope)).chain(of_body)
}

/// Whether Azure makes what is read. The elements of loops, and resources under conditions, are as good as any others.
fn is_run_time(read: &Read<'_, '_>) -> bool {
    let first = read.path.iter().find_map(|accessor| match accessor {
        Accessor::Property(name) | Accessor::SafeProperty(name) => Some(!KNOWN.contains(&&**name)),
        Accessor::Call(_) => Some(true),
        _ => None,
    });
    first.unwrap_or(false)
}

/// Whether only the resource itself has its name: that says something of the place of its module, such as `resourceGroup().id`.
fn is_named_late(graph: &Context<'_>, read: &Read<'_, '_>, place: RegionId) -> bool {
    let is_named = read.names().next().is_some_and(|name| name == "id" || name == "name");
    is_named && !is_named_alike(graph, read.resource, place)
}

/// Whether it names a resource that may exist or not, as in `account != null`.
fn asks_whether_there(read: &Read<'_, '_>) -> bool {
    let is_uncertain = matches!(&read.resource.kind, NodeKind::Resource(resource) if resource.null_if_not_found);
    is_uncertain && read.names().next().is_none()
}

/// With each var on the way as a place of its own.
fn finding(about: impl FnOnce(String) -> Finding, place: &str, read: &Read<'_, '_>) -> Finding {
    let path: Vec<_> = read.names().collect();
    let what = match path.as_slice() {
        [] => format!("to know whether `{}` is there", read.resource.symbol),
        path => format!("`{}` of `{}`", path.join("."), read.resource.symbol),
    };
    let finding = about(format!("{place} needs {what}, which nobody knows when the deployment starts")).inevitable();
    let next = read.via.iter().skip(1).map(|via| format!("the var `{}`", via.symbol)).chain([what]);
    let finding = read
        .via
        .iter()
        .zip(next)
        .fold(finding, |finding, (via, next)| finding.note(via, format!("the var `{}` reads {next}", via.symbol)));
    finding
        .note(read.resource, format!("`{}` is declared here", read.resource.symbol))
        .help("use params, vars, or the `id` and `name` of resources there")
}

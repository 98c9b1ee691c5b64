//! `duplicate-symbol`: two statements of one name, or of names that differ only by case.

use std::collections::BTreeMap;

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{Node, NodeKind, RegionKind};
use crate::types::Type;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "duplicate-symbol",
    severity: Severity::Error,
    summary: "Two statements of one name, or of names that differ only by case.",
    why: "Bicep has one list of names for params, vars and resources, and ignores case in some places: a reader could not tell which is meant.",
    help: "give one of them another symbol",
    constant: None,
    wrong: example!("duplicate_symbol.rs", |g| {
        g.output("group", resource_group().name()).describe("Name of the resource group.");
        g.output("group", resource_group().id()).describe("Resource id of the resource group.");
    }),
    right: example!("duplicate_symbol.rs", |g| {
        g.output("group", resource_group().name()).describe("Name of the resource group.");
        g.output("groupId", resource_group().id()).describe("Resource id of the resource group.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(graph.symbols.repeated(graph.nodes).into_iter().map(|(later, first)| {
        let (later, first) = (&graph.nodes.all[later], &graph.nodes.all[first]);
        let message = if later.symbol == first.symbol {
            format!("`{}` is declared twice", later.symbol)
        } else {
            format!("`{}` and `{}` differ only by case", first.symbol, later.symbol)
        };
        Finding::at(CHECK, later, message)
            .note(first, format!("the {} of that name is declared here", first.keyword()))
            .help("give one of them another symbol")
    }));
    findings.extend(graph.nodes.all.iter().filter_map(|node| named_like_type(graph, node)));
    findings.extend(graph.nodes.all.iter().filter_map(same_fields));
    findings.extend(modules(graph));
    findings.extend(imports(graph));
    findings.extend(extensions(graph));
}

/// A type shares its name with nothing else, though names may differ by case.
fn named_like_type(graph: &Context<'_>, node: &Node) -> Option<Finding> {
    let other = &graph.nodes.all[graph.symbol(&node.symbol).filter(|_| node.is_type())?];
    let message = format!("`{}` is declared twice", node.symbol);
    let finding = Finding::at(CHECK, other, message).note(node, "the type of that name is declared here");
    Some(finding.help("give one of them another symbol"))
}

/// Two properties of a type.
fn same_fields(node: &Node) -> Option<Finding> {
    let NodeKind::Type(ty) = &node.kind else { return None };
    let Type::Object(fields) = &ty.ty else { return None };
    let names: Vec<_> = fields.iter().map(|field| &*field.name).collect();
    let same = names.iter().enumerate().find_map(|(position, name)| {
        let first = names[..position].iter().find(|first| first.eq_ignore_ascii_case(name))?;
        Some((first, name))
    });
    let (first, later) = same?;
    let message = if first == later {
        format!("the type `{}` has two properties called `{later}`", node.symbol)
    } else {
        format!("`{first}` and `{later}` of the type `{}` differ only by case", node.symbol)
    };
    Some(Finding::at(CHECK, node, message).help("give one of them another name"))
}

/// Bicep takes what another file exports under one name only.
fn imports(graph: &Context<'_>) -> impl Iterator<Item = Finding> {
    let mut seen = BTreeMap::new();
    graph.nodes.all.iter().filter_map(move |node| {
        let NodeKind::Import(import) = &node.kind else { return None };
        let name = import.name()?;
        let first = *seen.entry((&import.path, name)).or_insert(node);
        let message =
            format!("`{name}` of '{}' is imported as `{}` and as `{}`", import.path, first.symbol, node.symbol);
        let finding = Finding::at(CHECK, node, message).note(first, "imported here already");
        (first.symbol != node.symbol).then(|| finding.help("use the handle of the first import"))
    })
}

/// Bicep takes one extension once only, whatever it is called.
fn extensions(graph: &Context<'_>) -> impl Iterator<Item = Finding> {
    let mut seen = BTreeMap::new();
    graph.nodes.all.iter().filter_map(move |node| {
        let NodeKind::Extension(extension) = &node.kind else { return None };
        let first = seen.insert(&extension.source, node)?;
        let message = format!("the extension '{}' is declared twice", extension.source);
        Some(
            Finding::at(CHECK, node, message)
                .note(first, "declared here already")
                .help("use the handle of the first one"),
        )
    })
}

/// Modules side by side become files side by side.
fn modules(graph: &Context<'_>) -> impl Iterator<Item = Finding> {
    let mut seen = BTreeMap::new();
    let regions = &graph.nodes.regions;
    regions.iter().filter_map(move |(_, region)| {
        let RegionKind::Module(module) = &region.kind else { return None };
        let outer = regions.module_around(region.outer).map(|(id, _)| id);
        let first = seen.insert((outer, module.symbol.to_ascii_lowercase()), region.location)?;
        let finding = Finding::new(CHECK, region.location, format!("there are two modules called `{}`", module.symbol));
        Some(finding.note_at(first, "the first one is here").help("give each module a name of its own"))
    })
}

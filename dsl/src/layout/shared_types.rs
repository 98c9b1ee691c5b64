//! Types that several files need: they stand in a file of their own, from which the others import them. A type that one file
//! needs stands there, wherever it was declared. It must not know how a type is printed.

use std::collections::{BTreeMap, BTreeSet};

use super::Page;
use crate::graph::{Constraints, ImportNode, Imported, Node, NodeKind, Nodes, RegionId, TypeNode, Users};
use crate::scope::{ResourceGroup, Scope};
use crate::types::Type;

/// Gives every page the types and functions that it names: its own, or imports from the page that is returned.
pub(super) fn share<'g>(graph: &Nodes, pages: &mut [Page<'g>]) -> Option<Page<'g>> {
    let definitions = graph.definitions();
    let needs = needs(pages, &definitions);
    let shared = needed_by_several(&needs);
    let path = path(graph);
    let (types, others): (Vec<_>, Vec<_>) = definitions.iter().copied().partition(|node| is_one_of(node, &shared));
    let imports: Vec<_> = types.iter().map(|node| import(node, &path, &node.symbol)).collect();
    let found: Vec<_> = others.iter().copied().chain(&imports).collect();
    for (page, needed) in pages.iter_mut().zip(&needs) {
        leave_out(page, |name| needs.iter().any(|it| it.contains(name)) && !needed.contains(name));
        give_up(page, &shared, &path);
        page.nodes.adopt(&found);
    }
    (!types.is_empty()).then(|| page(&types, &others, pages, path))
}

/// For each page, the names of the types that it needs, with those that they are made of.
fn needs<'d>(pages: &[Page<'_>], definitions: &[&'d Node]) -> Vec<BTreeSet<&'d str>> {
    // Most graphs declare none, and a graph has very many nodes to look for names in.
    if !definitions.iter().any(|node| is_type(node)) {
        return vec![BTreeSet::new(); pages.len()];
    }
    let by_name = definitions.iter().map(|node| (&*node.symbol, *node)).collect();
    pages.iter().map(|page| needed(page, &by_name)).collect()
}

/// Its own types count only where something needs them, or others may import them.
fn needed<'d>(page: &Page<'_>, by_name: &BTreeMap<&'d str, &'d Node>) -> BTreeSet<&'d str> {
    let mut known = BTreeSet::new();
    let mut waiting = Vec::new();
    for node in &page.nodes.all {
        match &node.kind {
            NodeKind::Type(ty) if !ty.is_exported() => {}
            NodeKind::Type(_) => waiting.extend(by_name.get_key_value(&*node.symbol)),
            _ => node.for_each_name(&mut |name| waiting.extend(by_name.get_key_value(name))),
        }
    }
    while let Some((name, node)) = waiting.pop() {
        if known.insert(*name) {
            node.for_each_name(&mut |name| waiting.extend(by_name.get_key_value(name)));
        }
    }
    known.retain(|name| is_type(by_name[name]));
    known
}

fn needed_by_several(needs: &[BTreeSet<&str>]) -> BTreeSet<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    needs.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.to_owned()).collect()
}

fn is_type(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Type(_))
}

fn is_one_of(node: &Node, names: &BTreeSet<String>) -> bool {
    is_type(node) && names.contains(&*node.symbol)
}

/// Leaves out the types of a page that stand in others.
fn leave_out(page: &mut Page<'_>, is_elsewhere: impl Fn(&str) -> bool) {
    for node in &mut page.nodes.all {
        match &mut node.kind {
            NodeKind::Type(ty) if is_elsewhere(&node.symbol) => ty.users = Users::Nobody,
            _ => {}
        }
    }
}

/// A path in the bundle that no file has which comes with the graph or is kept beside it.
fn path(graph: &Nodes) -> String {
    let taken: BTreeSet<_> = graph.all.iter().filter_map(Node::file_beside).collect();
    let numbered = (2..).map(|number| format!("sharedTypes{number}.bicep"));
    let names = ["types.bicep", "sharedTypes.bicep"].into_iter().map(str::to_owned).chain(numbered);
    names.into_iter().find(|name| !taken.contains(&**name)).unwrap_or_default()
}

fn import(ty: &Node, path: &str, symbol: &str) -> Node {
    let what = Imported::Type(ty.symbol.clone());
    let import = ImportNode { path: path.to_owned().into(), content: None, what };
    Node::new(symbol.to_owned().into(), ty.location, NodeKind::Import(Box::new(import)))
}

/// Leaves out what stands in the page of shared types. What others import from this page stays there, as another name.
fn give_up(page: &mut Page<'_>, shared: &BTreeSet<String>, path: &str) {
    let symbols: BTreeSet<_> = page.nodes.all.iter().map(|node| node.symbol.to_ascii_lowercase()).collect();
    let mut imports = Vec::new();
    for node in page.nodes.all.iter_mut().filter(|node| is_one_of(node, shared)) {
        let name = format!("Shared{}", node.symbol);
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let free = [name.clone()].into_iter().chain(numbered).find(|it| !symbols.contains(&it.to_ascii_lowercase()));
        let import = import(node, path, &free.unwrap_or(name));
        let NodeKind::Type(ty) = &mut node.kind else { continue };
        let is_exported = ty.users == Users::Everybody;
        let alias = TypeNode::new(Type::Named(import.symbol.clone()), false, Constraints::default());
        **ty = TypeNode { users: if is_exported { Users::Everybody } else { Users::Nobody }, ..alias };
        imports.extend(is_exported.then_some(import));
    }
    for import in imports {
        page.nodes.push_placed(import);
    }
}

/// The page of the shared types. Those that no other page names are there for these only.
fn page<'g>(types: &[&Node], others: &[&Node], pages: &[Page<'_>], path: String) -> Page<'g> {
    let imported = pages.iter().flat_map(|page| &page.nodes.all).filter_map(|node| match &node.kind {
        NodeKind::Import(import) if import.path == path => import.name(),
        _ => None,
    });
    let imported: BTreeSet<_> = imported.collect();
    let mut nodes = Nodes::empty(Nodes::next_graph(), ResourceGroup::NAME);
    for node in types {
        let mut node = (*node).clone();
        match &mut node.kind {
            NodeKind::Type(ty) if imported.contains(&*node.symbol) => ty.users = Users::Everybody,
            NodeKind::Type(ty) if ty.users != Users::Sets => ty.users = Users::File,
            _ => {}
        }
        node.region = RegionId::FILE;
        nodes.push_placed(node);
    }
    nodes.adopt(others);
    Page { path, nodes, inferred: BTreeMap::new(), accepted: BTreeMap::new() }
}

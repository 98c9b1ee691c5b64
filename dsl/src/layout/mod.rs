//! From a checked graph to files: which node lands in which, and how every reference is written from where it stands. It
//! must not know how a statement is printed.

mod chain;
mod draft;
mod files;
mod lambdas;
mod names;
mod resolve;
mod split;
mod stand_in;
mod value_type;

use std::collections::BTreeMap;

use self::files::Files;
pub(crate) use self::resolve::resolved;
use crate::check::{Accepted, Context, Finding};
use crate::graph::{Constraints, Nodes};

/// How a graph is cut into files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// One file, and more only for what is deployed to another scope, or repeated as a whole by a loop.
    #[default]
    Single,
    /// A file for each `g.module(…)`.
    Modules,
}

/// One file of a graph: a graph of its own, with what the checks know of its nodes.
#[derive(Debug)]
pub(crate) struct Page<'g> {
    pub(crate) path: String,
    pub(crate) nodes: Nodes,
    pub(crate) inferred: BTreeMap<usize, Constraints>,
    pub(crate) accepted: BTreeMap<usize, Accepted<'g>>,
}

/// The files of a graph, the one that is deployed first; nothing where one file holds all of it as it is.
///
/// # Errors
/// Files that need each other's values.
pub(crate) fn pages<'g>(graph: &mut Context<'g>, layout: Layout) -> Result<Option<Vec<Page<'g>>>, Vec<Finding>> {
    let files = Files::new(graph.nodes, layout);
    if files.is_single() {
        return Ok(None);
    }
    let (mut pages, ids) = split::pages(graph, &files);
    for (index, accepted) in std::mem::take(&mut graph.accepted) {
        pages[files.of_node[index]].accepted.insert(ids[index].index(), accepted);
    }
    pages.retain(|page| !page.nodes.all.is_empty());
    let cycles: Vec<_> = pages.iter().flat_map(split::cycles).collect();
    if cycles.is_empty() { Ok(Some(pages)) } else { Err(cycles) }
}

/// The files of a layout that need each other's values.
pub(crate) fn cycles(graph: &Context<'_>, layout: Layout) -> Vec<Finding> {
    let files = Files::new(graph.nodes, layout);
    // References that lead nowhere are findings of their own, and in no file.
    if files.is_single() || graph.has_unknown() {
        return Vec::new();
    }
    split::pages(graph, &files).0.iter().flat_map(split::cycles).collect()
}

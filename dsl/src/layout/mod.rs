//! From a checked graph to files: which node lands in which, and how every reference is written from where it stands. It
//! must not know how a statement is printed.

mod bound;
mod chain;
mod crossing;
mod cycle;
mod draft;
mod early;
mod fact;
mod files;
mod found;
mod item_type;
mod lambdas;
mod late;
mod limits;
mod lists;
mod misread;
mod names;
mod on_demand;
mod order;
mod paths;
mod place;
mod reading;
mod resolve;
mod sequence;
mod sets;
mod shards;
mod shared_types;
mod split;
mod stand_in;
mod units;
mod value_type;
mod weight;

use std::collections::BTreeMap;

pub(crate) use self::fact::{is_named_alike, unsayable};
use self::files::Files;
pub use self::limits::Limits;
pub(crate) use self::resolve::resolved;
use crate::check::{Accepted, Context, Finding};
use crate::graph::{Constraints, Node, NodeId, NodeKind, Nodes, Presence};
use crate::render::TEMPLATE;

/// How often shards are cut smaller at most.
const ATTEMPTS: usize = 8;

/// How a graph is cut into files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// One file, and more only for what is deployed to another scope, or repeated as a whole by a loop.
    #[default]
    Single,
    /// A file for each `g.module(…)`.
    Modules,
    /// As many files as it takes to stay inside the limits of Azure Resource Manager, [`Limits::ARM`]. As little as
    /// possible crosses from one to another; what was added in the same `g.module(…)` stays together where that fits.
    Sharded,
    /// As [`Sharded`](Self::Sharded), inside limits of one's own: smaller files are quicker to review.
    ShardedWithin(Limits),
}

impl Layout {
    /// Whether it cuts what is too large.
    pub(crate) fn is_sharded(self) -> bool {
        matches!(self, Layout::Sharded | Layout::ShardedWithin(_))
    }
}

/// For each node the number of its file, before what is too large is cut.
pub(crate) fn homes(graph: &Context<'_>) -> Vec<usize> {
    Files::new(graph, graph.layout).of_node
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
    let Some((files, mut pages, ids)) = split(graph, layout) else { return Ok(None) };
    for (index, accepted) in std::mem::take(&mut graph.accepted) {
        pages[files.of_node[index]].accepted.insert(ids[index].index(), accepted);
    }
    pages.retain(|page| page.path == TEMPLATE || page.nodes.all.iter().any(Node::is_content));
    let cycles: Vec<_> = pages.iter().flat_map(cycle::cycles).collect();
    if cycles.is_empty() { Ok(Some(pages)) } else { Err(cycles) }
}

/// The files of a graph, a page of each, and every node in its page.
type Split<'g> = (Files, Vec<Page<'g>>, Vec<NodeId>);

fn split<'g>(graph: &Context<'g>, layout: Layout) -> Option<Split<'g>> {
    let files = Files::new(graph, layout);
    match layout {
        Layout::Single | Layout::Modules => written(graph, files),
        Layout::Sharded => sharded(graph, &files, Limits::ARM),
        Layout::ShardedWithin(limits) => sharded(graph, &files, limits),
    }
}

/// What crosses is estimated before it is written; where that was too low, shards are cut smaller.
fn sharded<'g>(graph: &Context<'g>, files: &Files, most: Limits) -> Option<Split<'g>> {
    let mut limits = most.with_headroom();
    for _ in 0..ATTEMPTS {
        let split = written(graph, shards::cut(graph, files.clone(), limits))?;
        let (files, pages, _) = &split;
        let shards = pages.iter().zip(&files.all).filter(|(_, file)| file.is_shard);
        let tighter = shards.fold(limits, |limits, (page, _)| limits.tightened(page.size(), most));
        if tighter == limits {
            return Some(split);
        }
        limits = tighter;
    }
    written(graph, shards::cut(graph, files.clone(), limits))
}

fn written<'g>(graph: &Context<'g>, files: Files) -> Option<Split<'g>> {
    if files.is_single() && !misread::is_possible(graph) {
        return None;
    }
    let (pages, ids) = split::pages(graph, &files);
    Some((files, pages, ids))
}

impl Page<'_> {
    /// How much is in it. What is written only where it is used does not count where it is not.
    fn size(&self) -> Limits {
        let used = self.nodes.survey.edges.used();
        let mut size = Limits::default();
        for (node, is_used) in self.nodes.all.iter().zip(used) {
            match &node.kind {
                NodeKind::Param(_) => size.params += 1,
                NodeKind::Output(_) => size.outputs += 1,
                NodeKind::Var(var) if is_used || !var.where_used => size.vars += 1,
                NodeKind::Resource(it) if is_used || it.presence != Presence::ExistingWhereUsed => size.resources += 1,
                NodeKind::Module(_) => size.resources += 1,
                _ => {}
            }
        }
        size
    }
}

/// The files of a layout that need each other's values.
pub(crate) fn cycles(graph: &Context<'_>, layout: Layout) -> Vec<Finding> {
    // References that lead nowhere are findings of their own, and in no file.
    if graph.has_unknown() {
        return Vec::new();
    }
    split(graph, layout).iter().flat_map(|(_, pages, _)| pages).flat_map(cycle::cycles).collect()
}

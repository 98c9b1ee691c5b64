//! Which node lands in which file. It must not know what is written there.

use std::collections::BTreeMap;

use super::Layout;
use crate::graph::{Node, NodeKind, Nodes, Presence, RegionId, RegionKind};

/// The file that is deployed; all others are modules of it.
pub(super) const MAIN: usize = 0;

/// The files of a graph, each with the file that calls it.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) all: Vec<File>,
    /// For each node, its file.
    pub(super) of_node: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct File {
    pub(super) outer: usize,
    /// The module whose content it is.
    pub(super) region: RegionId,
}

impl Files {
    pub(super) fn new(nodes: &Nodes, layout: Layout) -> Files {
        let mut all = vec![File { outer: MAIN, region: RegionId::FILE }];
        let mut of_region = BTreeMap::from([(RegionId::FILE, MAIN)]);
        for (id, region) in nodes.regions.iter() {
            let outer = of_region[&region.outer];
            let file = if is_file(nodes, id, &region.kind, layout) {
                all.push(File { outer, region: id });
                all.len() - 1
            } else {
                outer
            };
            of_region.insert(id, file);
        }
        let of_node = nodes.all.iter().map(|node| home(nodes, node, &of_region)).collect();
        Files { all, of_node }
    }

    pub(super) fn is_single(&self) -> bool {
        self.all.len() == 1
    }

    /// The module of `file` that `inner` is or lies in; nothing if it is `file` itself or lies elsewhere.
    pub(super) fn towards(&self, file: usize, inner: usize) -> Option<usize> {
        let mut at = inner;
        while at != MAIN {
            let outer = self.all[at].outer;
            if outer == file {
                return Some(at);
            }
            at = outer;
        }
        None
    }

    /// The path in the bundle: `modules/network.bicep`, and `modules/network/dns.bicep` for a module of it.
    pub(super) fn path(&self, nodes: &Nodes, file: usize) -> String {
        if file == MAIN {
            return "main.bicep".to_owned();
        }
        format!("modules/{}.bicep", self.words(nodes, file).join("/"))
    }

    /// The path as the file that calls it writes it.
    pub(super) fn path_from_outer(&self, nodes: &Nodes, file: usize) -> String {
        match self.words(nodes, file).as_slice() {
            [.., outer, inner] => format!("{outer}/{inner}.bicep"),
            words => format!("modules/{}.bicep", words.concat()),
        }
    }

    /// A path of the bundle as a file writes it.
    pub(super) fn relative(&self, nodes: &Nodes, file: usize, path: &str) -> String {
        let from = self.path(nodes, file);
        let folders = from.rsplit_once('/').map_or("", |(folders, _)| folders);
        match path.strip_prefix(folders).and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => rest.to_owned(),
            None => folders.split('/').filter(|folder| !folder.is_empty()).map(|_| "../").chain([path]).collect(),
        }
    }

    fn words(&self, nodes: &Nodes, file: usize) -> Vec<String> {
        let mut words = Vec::new();
        let mut at = file;
        while at != MAIN {
            words.extend(nodes.regions.module(self.all[at].region).map(|module| module.symbol.to_string()));
            at = self.all[at].outer;
        }
        words.reverse();
        words
    }
}

/// What is deployed to another scope is a file in every layout, and so is what a loop repeats as a whole.
fn is_file(nodes: &Nodes, id: RegionId, kind: &RegionKind, layout: Layout) -> bool {
    match kind {
        RegionKind::Module(module) => {
            layout == Layout::Modules || module.scope.is_some() || nodes.regions.loop_around(id).is_some()
        }
        _ => false,
    }
}

/// Params come from outside, and outputs go there.
fn home(nodes: &Nodes, node: &Node, of_region: &BTreeMap<RegionId, usize>) -> usize {
    match &node.kind {
        NodeKind::Output(_) => MAIN,
        // Only who refers to it needs it, and may be in another file.
        NodeKind::Resource(resource)
            if resource.presence == Presence::ExistingWhereUsed && node.nested_in.is_some() =>
        {
            let parent = node.nested_in.and_then(|parent| nodes.get(parent));
            parent.map_or(MAIN, |parent| home(nodes, parent, of_region))
        }
        _ => of_region.get(&node.region).copied().unwrap_or(MAIN),
    }
}

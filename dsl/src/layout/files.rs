//! Which node lands in which file. It must not know what is written there.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::panic::Location;

use super::names::{Names, pascal_case};
use super::{Layout, late};
use crate::check::Context;
use crate::graph::{ModuleRegion, Node, NodeKind, Nodes, Presence, RegionId, RegionKind, Regions};

/// The file that is deployed; all others are modules of it.
pub(super) const MAIN: usize = 0;

/// The files of a graph, each with the file that calls it.
#[derive(Clone, Debug)]
pub(super) struct Files {
    pub(super) all: Vec<File>,
    /// For each node, its file.
    pub(super) of_node: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) outer: usize,
    /// The module whose content it is, or a part of whose content.
    pub(super) region: RegionId,
    /// What the statement is called that calls it, and the file itself.
    pub(super) symbol: String,
    /// A part of the content of the file that calls it, cut off for its size.
    pub(super) is_shard: bool,
    pub(super) location: &'static Location<'static>,
}

impl Files {
    pub(super) fn new(graph: &Context<'_>, layout: Layout) -> Files {
        let nodes = graph.nodes;
        let is_file = |id| nodes.regions.module(id).is_some_and(|module| is_file(nodes, id, module, layout));
        let late = late::modules(graph, is_file);
        let mut files = Files { all: vec![File::main()], of_node: Vec::new() };
        let mut of_region = BTreeMap::from([(RegionId::FILE, MAIN)]);
        let mut names = BTreeMap::new();
        for (id, region) in nodes.regions.iter() {
            let outer = of_region[&region.outer];
            let file = match &region.kind {
                RegionKind::Module(module) if is_file(id) || late.contains(&id) => {
                    let names = names.entry(outer).or_insert_with(|| files.names_inside(nodes, outer));
                    let symbol = names.take(&symbols(nodes, module, region.outer));
                    files.all.push(File { outer, region: id, symbol, is_shard: false, location: region.location });
                    files.all.len() - 1
                }
                _ => outer,
            };
            of_region.insert(id, file);
        }
        files.of_node = nodes.all.iter().map(|node| home(nodes, node, &of_region)).collect();
        files
    }

    /// The names that files have already which a file calls: those of modules, and of what comes with the graph.
    pub(super) fn names_inside(&self, nodes: &Nodes, file: usize) -> Names {
        let mut names = Names::default();
        let folder = self.folder(file);
        let beside = nodes.all.iter().filter_map(Node::file_beside);
        names.extend(beside.filter_map(|path| path.strip_prefix(&*folder)?.strip_prefix('/')?.strip_suffix(".bicep")));
        names.extend(self.all.iter().skip(1).filter(|inner| inner.outer == file).map(|inner| &*inner.symbol));
        names
    }

    pub(super) fn is_single(&self) -> bool {
        self.all.len() == 1
    }

    /// The module of `file` that `inner` is or lies in; nothing if it is `file` itself or lies elsewhere.
    pub(super) fn towards(&self, file: usize, inner: usize) -> Option<usize> {
        self.path_to(inner).find(|at| self.all[*at].outer == file)
    }

    /// The innermost module around a region that is a file.
    pub(super) fn region_around(&self, regions: &Regions, id: RegionId) -> RegionId {
        let is_file = |id: &RegionId| self.all.iter().any(|file| !file.is_shard && file.region == *id);
        regions.around(id).map(|(id, _)| id).find(is_file).unwrap_or(RegionId::FILE)
    }

    /// A file and those around it, but the one that is deployed.
    fn path_to(&self, file: usize) -> impl Iterator<Item = usize> {
        let modules = |file: usize| (file != MAIN).then_some(file);
        std::iter::successors(modules(file), move |file| modules(self.all[*file].outer))
    }

    /// All modules, each before the file that calls it.
    pub(super) fn innermost_first(&self) -> Vec<usize> {
        let mut order: Vec<_> = (1..self.all.len()).rev().collect();
        order.sort_by_key(|file| Reverse(self.path_to(*file).count()));
        order
    }

    /// The path in the bundle: `modules/network.bicep`, and `modules/network/dns.bicep` for a module of it.
    pub(super) fn path(&self, file: usize) -> String {
        if file == MAIN {
            return "main.bicep".to_owned();
        }
        format!("{}.bicep", self.folder(file))
    }

    /// The folder of the modules of a file: `modules`, and `modules/network` for those of a module.
    fn folder(&self, file: usize) -> String {
        let mut words: Vec<_> = self.path_to(file).map(|file| &*self.all[file].symbol).collect();
        words.push("modules");
        words.reverse();
        words.join("/")
    }

    /// The path as the file that calls it writes it.
    pub(super) fn path_from_outer(&self, file: usize) -> String {
        let File { outer, symbol, .. } = &self.all[file];
        let folder = if *outer == MAIN { "modules" } else { &self.all[*outer].symbol };
        format!("{folder}/{symbol}.bicep")
    }

    /// A path of the bundle as a file writes it.
    pub(super) fn relative(&self, file: usize, path: &str) -> String {
        if file == MAIN {
            return path.to_owned();
        }
        let path = path.strip_prefix("./").unwrap_or(path);
        let from = self.path(file);
        let folders = from.rsplit_once('/').map_or("", |(folders, _)| folders);
        match path.strip_prefix(folders).and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => rest.to_owned(),
            None => folders.split('/').filter(|folder| !folder.is_empty()).map(|_| "../").chain([path]).collect(),
        }
    }
}

impl File {
    fn main() -> File {
        let (symbol, location) = ("main".to_owned(), Location::caller());
        File { outer: MAIN, region: RegionId::FILE, symbol, is_shard: false, location }
    }
}

/// What a module can be called that is a file: as the author called it, or, where a file of that name is there from another
/// module that is none, with the name of the module around it.
fn symbols(nodes: &Nodes, module: &ModuleRegion, outer: RegionId) -> [String; 2] {
    let symbol = module.symbol.to_string();
    let around = nodes.regions.module_around(outer).map_or("", |(_, around)| &*around.symbol);
    let longer = if around.is_empty() { symbol.clone() } else { format!("{around}{}", pascal_case(&symbol)) };
    [symbol, longer]
}

/// What is deployed to another scope is a file in every layout, and so is what a loop repeats as a whole.
fn is_file(nodes: &Nodes, id: RegionId, module: &ModuleRegion, layout: Layout) -> bool {
    matches!(layout, Layout::Modules) || module.scope.is_some() || nodes.regions.loop_around(id).is_some()
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

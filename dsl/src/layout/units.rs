//! What stays together when a file is cut: what must, and what had better as long as it fits. It must not know where the
//! file is cut.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Files, MAIN};
use super::limits::Limits;
use super::sets::Sets;
use super::weight;
use crate::check::Context;
use crate::graph::{NodeId, NodeKind, Presence, RegionId, RegionKind, depth_first};

/// The nodes of a file that can go into another one, those of its modules included.
pub(super) struct Units<'c, 'g> {
    pub(super) graph: &'c Context<'g>,
    pub(super) files: &'c Files,
    pub(super) file: usize,
    /// Inside of each other, or of one loop or module of its own: these cannot be parted.
    whole: Sets,
    /// With their parents.
    families: Sets,
    /// With all that was added in the same `g.module` or under the same condition.
    modules: Sets,
    /// The first node of each module of the file, which counts for its call.
    calls: BTreeSet<usize>,
    /// For each node that names a set of `whole`, the widest sets that hold together.
    widest: Vec<Width>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    Whole,
    Family,
    Module,
}

/// Things by which nodes belong together.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    File(usize),
    Region(RegionId),
}

impl<'c, 'g> Units<'c, 'g> {
    pub(super) fn new(graph: &'c Context<'g>, files: &'c Files, file: usize, limits: Limits) -> Self {
        let count = graph.nodes.all.len();
        let [whole, families, modules] = std::array::from_fn(|_| Sets::new(count));
        let widest = vec![Width::Module; count];
        let mut units = Units { graph, files, file, whole, families, modules, calls: BTreeSet::new(), widest };
        units.gather();
        units.narrow(limits);
        units
    }

    /// Whether a node can go into another file. Params come from outside, and outputs go there; vars go where they are used.
    pub(super) fn moves(&self, index: usize) -> bool {
        let (home, node) = (self.files.of_node[index], &self.graph.nodes.all[index]);
        let is_repeated = || self.regions(node.region).any(|(_, kind)| !matches!(kind, RegionKind::Module(_)));
        match node.kind {
            _ if self.is_inside(index) => !matches!(node.kind, NodeKind::Output(_)),
            // It is found wherever it is used.
            NodeKind::Resource(ref it) if it.presence != Presence::Deployed && it.parent.is_none() => {
                home == self.file && is_repeated()
            }
            NodeKind::Resource(_) | NodeKind::Module(_) => home == self.file,
            NodeKind::Var(_) => home == self.file && is_repeated(),
            _ => false,
        }
    }

    /// Whether a node is in a module of the file.
    pub(super) fn is_inside(&self, index: usize) -> bool {
        self.files.towards(self.file, self.files.of_node[index]).is_some()
    }

    /// The first node of the unit that a node is in.
    pub(super) fn of(&self, index: usize) -> usize {
        let whole = self.whole.first(index);
        match self.widest[whole] {
            Width::Whole => whole,
            Width::Family => self.families.first(index),
            Width::Module => self.modules.first(index),
        }
    }

    /// The share of a node in the size of the file that it goes to. A module is a single resource of that file.
    pub(super) fn weight(&self, index: usize) -> Limits {
        let weight = weight::of(self.graph, &self.graph.nodes.all[index]);
        if !self.is_inside(index) {
            return weight;
        }
        Limits { resources: usize::from(self.calls.contains(&index)), vars: 0, ..weight }
    }

    /// The module that the author grouped a node in, if it is not a file of its own.
    pub(super) fn module(&self, index: usize) -> Option<RegionId> {
        let regions = self.regions(self.place(index));
        regions.filter(|(_, kind)| matches!(kind, RegionKind::Module(_))).last().map(|(id, _)| id)
    }

    /// The units in an order in which each stands behind what it needs, with those that need each other next to each other
    /// as far as possible if that is asked for.
    pub(super) fn order(&self, by_need: bool) -> Vec<usize> {
        let of_node = self.of_nodes();
        let edges = self.graph.edges.grouped(&of_node);
        let used = edges.used();
        let is_first = |index: &usize| of_node[*index] == *index && self.moves(*index);
        let (ends, others): (Vec<_>, Vec<_>) =
            (0..used.len()).filter(is_first).partition(|index| !by_need || !used[*index]);
        let mut order = Vec::new();
        let visit = |index: usize| order.extend(is_first(&index).then_some(index));
        depth_first(ends.into_iter().chain(others), used.len(), &edges, visit, |_| {});
        order
    }

    fn of_nodes(&self) -> Vec<usize> {
        (0..self.widest.len()).map(|index| if self.moves(index) { self.of(index) } else { index }).collect()
    }

    /// The region in which a node, or the call of its module, stands in the file.
    fn place(&self, index: usize) -> RegionId {
        match self.files.towards(self.file, self.files.of_node[index]) {
            Some(module) => self.files.all[module].region,
            None => self.graph.nodes.all[index].region,
        }
    }

    /// The regions around a place in the file.
    fn regions(&self, place: RegionId) -> impl Iterator<Item = (RegionId, &RegionKind)> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[self.file].region);
        let is_inside = move |id: &RegionId| self.file == MAIN || !regions.encloses(*id, around);
        regions.around(place).take_while(move |(id, _)| is_inside(id)).map(|(id, region)| (id, &region.kind))
    }

    fn gather(&mut self) {
        let mut known = BTreeMap::new();
        let moving: Vec<_> = (0..self.widest.len()).filter(|index| self.moves(*index)).collect();
        for index in &moving {
            for key in self.keys(*index) {
                let is_call = matches!(key, Key::File(_));
                let first = *known.entry(key).or_insert(*index);
                self.whole.unite(first, *index);
                self.calls.extend((is_call && first == *index).then_some(first));
            }
        }
        self.families = self.whole.clone();
        for index in &moving {
            let parent = self.graph.nodes.all[*index].parent().map(NodeId::index);
            if let Some(parent) = parent.filter(|parent| self.moves(*parent)) {
                self.families.unite(parent, *index);
            }
        }
        self.modules = self.families.clone();
        let mut of_module = BTreeMap::new();
        for index in &moving {
            if let Some(outermost) = self.regions(self.place(*index)).last().map(|(id, _)| id) {
                let first = *of_module.entry(outermost).or_insert(*index);
                self.modules.unite(first, *index);
            }
        }
    }

    /// What a node cannot be parted from.
    fn keys(&mut self, index: usize) -> Vec<Key> {
        let around = self.graph.nodes.all[index].nested_in.map(NodeId::index);
        // What is found wherever it is used stays where it is, and a child is then declared beside it.
        if let Some(around) = around.filter(|around| self.moves(*around)) {
            self.whole.unite(around, index);
        }
        let file = self.files.towards(self.file, self.files.of_node[index]).map(Key::File);
        let loops = self.regions(self.place(index)).filter(|(_, kind)| matches!(kind, RegionKind::Each(_)));
        file.into_iter().chain(loops.last().map(|(id, _)| Key::Region(id))).collect()
    }

    /// Gives up what had better stay together where it does not fit, or where units would need each other in a cycle.
    fn narrow(&mut self, limits: Limits) {
        loop {
            let too_large = self.too_large(limits);
            if self.loosen(&too_large) {
                continue;
            }
            let cycles = self.cycles();
            if cycles.is_empty() {
                return;
            }
            if !self.loosen(&cycles.concat()) {
                cycles.iter().flat_map(|cycle| cycle.windows(2)).for_each(|pair| self.whole.unite(pair[0], pair[1]));
            }
        }
    }

    fn too_large(&self, limits: Limits) -> Vec<usize> {
        let mut sizes = BTreeMap::<usize, Limits>::new();
        for index in (0..self.widest.len()).filter(|index| self.moves(*index)) {
            let size = sizes.entry(self.of(index)).or_default();
            *size = size.plus(self.weight(index));
        }
        sizes.retain(|_, size| !limits.hold(*size));
        sizes.into_keys().collect()
    }

    /// Parts the units that are named by these nodes, if any of them can be.
    fn loosen(&mut self, units: &[usize]) -> bool {
        let is_named: BTreeSet<_> = units.iter().copied().collect();
        let of_node = self.of_nodes();
        let parts: BTreeSet<_> = (0..of_node.len())
            .filter(|index| is_named.contains(&of_node[*index]))
            .map(|index| self.whole.first(index))
            .collect();
        let mut is_loosened = false;
        for part in parts {
            let narrower = if self.widest[part] == Width::Module { Width::Family } else { Width::Whole };
            is_loosened |= std::mem::replace(&mut self.widest[part], narrower) != Width::Whole;
        }
        is_loosened
    }

    /// Chains of units that need each other.
    fn cycles(&self) -> Vec<Vec<usize>> {
        let of_node = self.of_nodes();
        let edges = self.graph.edges.grouped(&of_node);
        let firsts = (0..of_node.len()).filter(|index| of_node[*index] == *index);
        let mut cycles = Vec::new();
        let mut cycle = |chain: &mut dyn Iterator<Item = usize>| {
            let units: Vec<_> = chain.filter(|index| self.moves(*index)).collect();
            // A unit that needs a var, which needs the unit, goes with that var.
            cycles.extend((units.len() > 1).then_some(units));
        };
        depth_first(firsts, of_node.len(), &edges, |_| {}, &mut cycle);
        cycles
    }
}

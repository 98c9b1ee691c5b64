//! Files that would be too large, cut into shards: modules of them that hold a part of their content. It must not know what
//! is written in them.

use std::ops::Range;

use super::crossing::Crossing;
use super::files::{File, Files};
use super::limits::Limits;
use super::sequence;
use super::units::Units;
use super::weight;
use crate::check::Context;
use crate::graph::RegionId;

/// Cuts every file that is too large.
pub(super) fn cut(graph: &Context<'_>, mut files: Files, limits: Limits) -> Files {
    let sizes = sizes(graph, &files);
    for (file, size) in sizes.into_iter().enumerate() {
        if limits.hold(size) {
            continue;
        }
        let units = Units::new(graph, &files, file, limits);
        let [as_added, by_need] = [false, true].map(|by_need| Plan::new(&units, by_need, limits));
        let shards = if by_need.cost() < as_added.cost() { by_need.shards(limits) } else { as_added.shards(limits) };
        add(&mut files, graph, file, &shards);
    }
    files
}

/// What each file holds, the calls of its modules included. They are compiled into it.
fn sizes(graph: &Context<'_>, files: &Files) -> Vec<Limits> {
    let mut sizes = vec![Limits::default(); files.all.len()];
    for (node, file) in graph.nodes.all.iter().zip(&files.of_node) {
        sizes[*file] = sizes[*file].plus(weight::of(graph, node));
    }
    for file in files.innermost_first() {
        let call = Limits { resources: 1, bytes: sizes[file].bytes, ..Limits::default() };
        let outer = &mut sizes[files.all[file].outer];
        *outer = outer.plus(call);
    }
    sizes
}

/// One way to cut a file.
struct Plan<'u, 'c, 'g> {
    units: &'u Units<'c, 'g>,
    crossing: Crossing<'u, 'c, 'g>,
    pieces: Vec<Range<usize>>,
}

/// Shards to be, and for each node the one that it goes to.
struct Shards {
    homes: Vec<Option<usize>>,
    all: Vec<Shard>,
}

#[derive(Default)]
struct Shard {
    /// Which of the other ones calls it, if it is not the file that is cut.
    outer: Option<usize>,
    /// The module that the author grouped all of it in.
    module: Option<RegionId>,
    /// The first node in it.
    first: Option<usize>,
}

impl<'u, 'c, 'g> Plan<'u, 'c, 'g> {
    fn new(units: &'u Units<'c, 'g>, by_need: bool, limits: Limits) -> Self {
        let crossing = Crossing::new(units, &units.order(by_need));
        let pieces = sequence::cut(&crossing.items, &crossing.values, limits);
        Plan { units, crossing, pieces }
    }

    fn cost(&self) -> usize {
        sequence::cost(&self.crossing.items, &self.crossing.values, &self.pieces)
    }

    fn shards(self, limits: Limits) -> Shards {
        let outers = sequence::outers(&self.crossing.items, &self.crossing.values, &self.pieces, limits);
        let mut all: Vec<_> = outers.iter().map(|outer| Shard { outer: *outer, ..Shard::default() }).collect();
        let pieces = self.pieces.iter().enumerate();
        let of_item: Vec<_> = pieces.flat_map(|(piece, items)| items.clone().map(move |_| piece)).collect();
        let nodes = 0..self.units.graph.nodes.all.len();
        let homes: Vec<_> = nodes.map(|node| self.crossing.position(node).map(|item| of_item[item])).collect();
        for (node, home) in homes.iter().enumerate() {
            let mut at = *home;
            while let Some(shard) = at.map(|shard| &mut all[shard]) {
                shard.meet(node, self.units.module(node));
                at = shard.outer;
            }
        }
        Shards { homes, all }
    }
}

impl Shard {
    fn meet(&mut self, node: usize, module: Option<RegionId>) {
        match self.first {
            None => (self.first, self.module) = (Some(node), module),
            Some(_) if self.module != module => self.module = None,
            Some(_) => {}
        }
    }
}

fn add(files: &mut Files, graph: &Context<'_>, file: usize, shards: &Shards) {
    let base = files.all.len();
    let homes = shards.homes.iter().enumerate().filter_map(|(node, shard)| Some((node, base + (*shard)?)));
    // As it is before anything moves: a module takes its content along.
    let moves: Vec<_> = homes.map(|(node, shard)| (node, files.towards(file, files.of_node[node]), shard)).collect();
    let mut names = files.names_inside(graph.nodes, file);
    for shard in &shards.all {
        let module = shard.module.and_then(|module| graph.nodes.regions.module(module));
        let symbol = module.map_or("shard", |module| &module.symbol);
        let first = shard.first.map_or(std::panic::Location::caller(), |first| graph.nodes.all[first].location);
        let symbol = names.take_numbered(symbol, module.is_none());
        let (outer, region) = (shard.outer.map_or(file, |outer| base + outer), files.all[file].region);
        files.all.push(File { outer, region, symbol, is_shard: true, location: first });
    }
    for (node, module, shard) in moves {
        match module {
            Some(module) => files.all[module].outer = shard,
            None => files.of_node[node] = shard,
        }
    }
}

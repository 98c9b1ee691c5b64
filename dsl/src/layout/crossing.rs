//! What the units of a file take from each other, so that a way to cut can be judged before anything is written. It must
//! not know where the file is cut.

use rustc_hash::FxHashMap;

use super::chain::Chain;
use super::sequence::{Item, Value};
use super::units::Units;
use crate::expr::Expr;
use crate::fingerprints::hash;
use crate::graph::NodeKind;

/// Behind all items: outside of the file.
const OUTSIDE: usize = usize::MAX;

/// The units of a file in their order, and the values that they take from each other.
pub(super) struct Crossing<'u, 'c, 'g> {
    units: &'u Units<'c, 'g>,
    /// For each node, the position of its unit.
    positions: Vec<Option<usize>>,
    pub(super) items: Vec<Item>,
    pub(super) values: Vec<Value>,
    /// The values by node and by what is read of it.
    known: FxHashMap<(usize, u64), usize>,
    /// The values that vars stand for, by their nodes.
    of_var: FxHashMap<usize, Vec<usize>>,
}

impl<'u, 'c, 'g> Crossing<'u, 'c, 'g> {
    pub(super) fn new(units: &'u Units<'c, 'g>, order: &[usize]) -> Self {
        let count = units.graph.nodes.all.len();
        let mut of_unit = vec![None; count];
        order.iter().enumerate().for_each(|(position, unit)| of_unit[*unit] = Some(position));
        let position = |index: usize| units.moves(index).then(|| of_unit[units.of(index)]).flatten();
        let positions = (0..count).map(position).collect();
        let (known, of_var) = (FxHashMap::default(), FxHashMap::default());
        let items = vec![Item::default(); order.len()];
        let mut crossing = Crossing { units, positions, items, values: Vec::new(), known, of_var };
        (0..count).for_each(|index| crossing.add(index));
        crossing.finish();
        crossing
    }

    /// The position of the unit that a node is in; nothing for what stays in the file.
    pub(super) fn position(&self, index: usize) -> Option<usize> {
        self.positions[index]
    }

    fn add(&mut self, index: usize) {
        let node = &self.units.graph.nodes.all[index];
        if let Some(position) = self.positions[index] {
            let item = &mut self.items[position];
            item.size = item.size.plus(self.units.weight(index));
            let taken = self.taken_by(index);
            self.items[position].takes.extend(taken);
        } else if !matches!(node.kind, NodeKind::Var(_)) {
            for value in self.taken_by(index) {
                self.values[value].last = OUTSIDE;
            }
        }
    }

    /// Keeps of what is taken and given only what crosses.
    fn finish(&mut self) {
        for (position, item) in self.items.iter_mut().enumerate() {
            item.takes.sort_unstable();
            item.takes.dedup();
            item.takes.retain(|value| self.values[*value].source != Some(position));
            for value in &item.takes {
                let last = &mut self.values[*value].last;
                *last = (*last).max(position);
            }
        }
        for (value, Value { source, last, .. }) in self.values.iter().enumerate() {
            if let Some(source) = source.filter(|source| source < last) {
                self.items[source].gives.push(value);
            }
        }
    }

    fn taken_by(&mut self, index: usize) -> Vec<usize> {
        let nodes = self.units.graph.nodes;
        let node = &nodes.all[index];
        let mut taken = Vec::new();
        node.for_each_expr(&mut |_, expr| self.read(expr, &mut taken));
        nodes.regions.exprs_around(node.region).for_each(|expr| self.read(expr, &mut taken));
        taken.extend(node.parent().map(|parent| self.value(parent.index(), "name", false)));
        taken
    }

    fn read(&mut self, expr: &Expr, taken: &mut Vec<usize>) {
        if let Some((index, node)) = self.units.graph.target(expr) {
            match node.kind {
                NodeKind::Var(_) => taken.extend(self.of_var(index)),
                // Every file has its own.
                NodeKind::Import(_) | NodeKind::Extension(_) => {}
                NodeKind::Param(_) => taken.push(self.value(index, "", false)),
                _ => taken.push(self.value(index, "name", false)),
            }
            return;
        }
        if let Some(chain) = Chain::of(self.units.graph, expr).filter(|chain| !chain.steps.is_empty()) {
            let index = chain.node.index();
            if matches!(self.units.graph.nodes.all[index].kind, NodeKind::Resource(_) | NodeKind::Module(_)) {
                let path: Vec<_> = chain.words().collect();
                let path = path.join(".");
                taken.push(self.value(index, &path, path != "name"));
                chain.position().iter().for_each(|position| self.read(position, taken));
                return;
            }
        }
        expr.for_each_child(&mut |child| self.read(child, taken));
    }

    /// A var goes where it is used, and so what it takes is taken there.
    fn of_var(&mut self, index: usize) -> Vec<usize> {
        if let Some(known) = self.of_var.get(&index) {
            return known.clone();
        }
        self.of_var.insert(index, Vec::new());
        let mut taken = self.taken_by(index);
        taken.sort_unstable();
        taken.dedup();
        self.of_var.insert(index, taken.clone());
        taken
    }

    fn value(&mut self, index: usize, path: &str, is_output: bool) -> usize {
        let (source, next) = (self.positions[index], self.values.len());
        let value = *self.known.entry((index, hash(path))).or_insert(next);
        if value == next {
            self.values.push(Value { source, last: 0, is_output });
        }
        value
    }
}

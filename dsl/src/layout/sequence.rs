//! Cutting a sequence into contiguous pieces so that as little as possible crosses. It must not know what the items are.
//!
//! This is the dynamic program of B. W. Kernighan, "Optimal sequential partitions of graphs" (Journal of the ACM 18,
//! 1971): the cheapest way to cut the items before a position is found from those of all positions before it. It is exact
//! for the order that is given, and since every item stands behind what it takes, pieces cannot need each other in a cycle.

use std::ops::Range;

use super::limits::Limits;

/// What cannot be cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Its share of the size of its piece, apart from params and outputs.
    pub(super) size: Limits,
    /// The values that it takes from others, each once.
    pub(super) takes: Vec<usize>,
    /// Those of its own that others take.
    pub(super) gives: Vec<usize>,
}

/// Something that may cross.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// The item that has it; nothing where it comes from outside.
    pub(super) source: Option<usize>,
    /// The last item that takes it; behind all of them where it is taken outside.
    pub(super) last: usize,
    /// Whether the piece that has it needs an output for it.
    pub(super) is_output: bool,
}

/// What another piece costs, in values that cross. A file more is worth it only if that many cross less.
const PIECE: usize = 16;

/// The cheapest pieces inside of the limits. An item that is beyond them alone is a piece of its own.
pub(super) fn cut(items: &[Item], values: &[Value], limits: Limits) -> Vec<Range<usize>> {
    let mut best = vec![Best { cost: 0, start: 0 }];
    let mut window = Window { items, values, taken_before: vec![usize::MAX; values.len()] };
    for end in 1..=items.len() {
        let next = window.best(end, &best, limits);
        best.push(next);
    }
    let mut pieces = Vec::new();
    let mut end = items.len();
    while end > 0 {
        pieces.push(best[end].start..end);
        end = best[end].start;
    }
    pieces.reverse();
    pieces
}

/// For each piece the one that calls it, where there are too many for one file: those come behind all that they call.
pub(super) fn outers(items: &[Item], values: &[Value], pieces: &[Range<usize>], limits: Limits) -> Vec<Option<usize>> {
    let mut outers = vec![None; pieces.len()];
    let (mut items, mut values, mut pieces) = (items.to_vec(), values.to_vec(), pieces.to_vec());
    let mut base = 0;
    while pieces.len() > limits.resources {
        (items, values) = joined(&items, &values, &pieces);
        let groups = cut(&items, &values, limits);
        if groups.len() >= pieces.len() {
            break;
        }
        let next = base + pieces.len();
        for (group, members) in groups.iter().enumerate() {
            members.clone().for_each(|member| outers[base + member] = Some(next + group));
        }
        outers.resize(next + groups.len(), None);
        (base, pieces) = (next, groups);
    }
    outers
}

/// The pieces as items of a sequence of their own. Each is one call in the file that takes it.
fn joined(items: &[Item], values: &[Value], pieces: &[Range<usize>]) -> (Vec<Item>, Vec<Value>) {
    let of_item: Vec<_> =
        pieces.iter().enumerate().flat_map(|(piece, items)| items.clone().map(move |_| piece)).collect();
    let piece = |item: usize| of_item.get(item).copied().unwrap_or(item);
    let values: Vec<_> = values
        .iter()
        .map(|value| Value { source: value.source.map(piece), last: piece(value.last), ..*value })
        .collect();
    let join = |(index, range): (usize, &Range<usize>)| {
        let parts = || items[range.clone()].iter();
        let mut takes: Vec<_> = parts().flat_map(|item| item.takes.iter().copied()).collect();
        takes.sort_unstable();
        takes.dedup();
        takes.retain(|value| values[*value].source != Some(index));
        let gives = parts().flat_map(|item| item.gives.iter().copied());
        let gives = gives.filter(|value| values[*value].last > index).collect();
        Item { size: Limits { resources: 1, ..Limits::default() }, takes, gives }
    };
    (pieces.iter().enumerate().map(join).collect(), values)
}

/// How many values cross between pieces, counted once for each piece that takes them.
pub(super) fn cost(items: &[Item], values: &[Value], pieces: &[Range<usize>]) -> usize {
    let is_taken = |piece: &Range<usize>, value: usize| values[value].source.is_some_and(|from| !piece.contains(&from));
    let of_piece = |piece: &Range<usize>| {
        let mut taken: Vec<_> = items[piece.clone()].iter().flat_map(|item| item.takes.iter().copied()).collect();
        taken.retain(|value| is_taken(piece, *value));
        taken.sort_unstable();
        taken.dedup();
        taken.len() + PIECE
    };
    pieces.iter().map(of_piece).sum()
}

/// The cheapest way to cut what stands before a position.
#[derive(Clone, Copy)]
struct Best {
    cost: usize,
    /// Where the last piece begins.
    start: usize,
}

struct Window<'a> {
    items: &'a [Item],
    values: &'a [Value],
    /// For each value, the end of the last piece that was seen to take it from outside.
    taken_before: Vec<usize>,
}

impl Window<'_> {
    /// Tries every piece that ends before `end`, from the shortest to the longest.
    fn best(&mut self, end: usize, best: &[Best], limits: Limits) -> Best {
        let mut cheapest = Best { cost: usize::MAX, start: end - 1 };
        let (mut size, mut crossing) = (Limits::default(), 0);
        for start in (0..end).rev() {
            self.grow(start, end, &mut size, &mut crossing);
            let is_one = start + 1 == end;
            if !is_one && (size.resources > limits.resources || size.bytes > limits.bytes) {
                break;
            }
            let cost = best[start].cost + crossing + PIECE;
            if (is_one || limits.hold(size)) && cost <= cheapest.cost {
                cheapest = Best { cost, start };
            }
        }
        cheapest
    }

    /// Counts one more item at the beginning of a piece.
    fn grow(&mut self, start: usize, end: usize, size: &mut Limits, crossing: &mut usize) {
        let item = &self.items[start];
        size.resources += item.size.resources;
        size.bytes += item.size.bytes;
        size.vars += item.size.vars;
        for value in &item.gives {
            if self.taken_before[*value] == end {
                self.taken_before[*value] = usize::MAX;
                (size.params, *crossing) = (size.params - 1, *crossing - 1);
            }
            let Value { last, is_output, .. } = self.values[*value];
            size.outputs += usize::from(is_output && last >= end);
        }
        for value in &item.takes {
            if std::mem::replace(&mut self.taken_before[*value], end) != end {
                size.params += 1;
                *crossing += usize::from(self.values[*value].source.is_some());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items in a row, and which of them takes something of which.
    fn row(count: usize, takes: &[(usize, usize)]) -> (Vec<Item>, Vec<Value>) {
        let size = Limits { resources: 1, ..Limits::default() };
        let mut items = vec![Item { size, ..Item::default() }; count];
        let mut values = Vec::new();
        for (value, (taker, source)) in takes.iter().enumerate() {
            items[*taker].takes.push(value);
            items[*source].gives.push(value);
            values.push(Value { source: Some(*source), last: *taker, is_output: true });
        }
        (items, values)
    }

    fn at_most(resources: usize) -> Limits {
        Limits { resources, ..Limits::ARM }
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let (items, values) = row(6, &[(1, 0), (2, 1), (2, 0), (4, 3), (5, 4), (3, 2)]);
        let pieces = cut(&items, &values, at_most(4));
        assert_eq!(pieces, [0..3, 3..6]);
        assert_eq!(cost(&items, &values, &pieces), 1 + 2 * PIECE);
    }

    #[test]
    fn fewer_pieces_are_better_than_a_few_values_less() {
        let (items, values) = row(4, &[(2, 1)]);
        assert_eq!(cut(&items, &values, at_most(4)).len(), 1);
        assert_eq!(cut(&items, &values, at_most(3)).len(), 2);
    }

    #[test]
    fn params_and_outputs_stay_inside_the_limits() {
        let takes: Vec<_> = (0..8).map(|source| (source + 8, source)).collect();
        let (items, values) = row(16, &takes);
        let limits = Limits { params: 3, outputs: 2, ..at_most(9) };
        for piece in cut(&items, &values, limits) {
            let crosses =
                |value: &&Value| value.source.is_some_and(|from| piece.contains(&from)) && value.last >= piece.end;
            assert!(values.iter().filter(crosses).count() <= 2, "{piece:?}");
            let comes_in =
                |value: &&Value| piece.contains(&value.last) && value.source.is_some_and(|from| from < piece.start);
            assert!(values.iter().filter(comes_in).count() <= 3, "{piece:?}");
        }
    }

    #[test]
    fn very_many_pieces_are_called_by_pieces_of_their_own() {
        let (items, values) = row(10, &[(3, 2)]);
        let pieces: Vec<_> = (0..10).map(|item| item..item + 1).collect();
        let outers = outers(&items, &values, &pieces, at_most(3));
        let mut calls = std::collections::BTreeMap::<_, usize>::new();
        for (index, outer) in outers.iter().enumerate() {
            assert!(outer.is_none_or(|outer| outer > index), "{outers:?}");
            *calls.entry(outer).or_default() += 1;
        }
        assert!(calls.values().all(|calls| *calls <= 3), "{outers:?}");
        assert_eq!(super::outers(&items, &values, &pieces, at_most(10)), [None; 10]);
    }

    #[test]
    fn what_is_too_large_is_a_piece_of_its_own() {
        let (mut items, values) = row(3, &[]);
        items[1].size.resources = 9;
        assert_eq!(cut(&items, &values, at_most(4)), [0..1, 1..2, 2..3]);
        assert_eq!(cut(&[], &[], at_most(4)), []);
    }

    /// Against all ways to cut a short row.
    #[test]
    fn no_other_way_to_cut_is_cheaper() {
        let takes = [(1, 0), (3, 0), (3, 2), (4, 1), (5, 4), (6, 0), (6, 5), (7, 3), (7, 6)];
        let (items, values) = row(8, &takes);
        let all = (0..1_u32 << 7).map(|cuts| {
            let ends: Vec<_> = (1..8).filter(|end| cuts >> (end - 1) & 1 == 1).chain([8]).collect();
            let starts = [0].into_iter().chain(ends.iter().copied());
            starts.zip(ends.clone()).map(|(start, end)| start..end).collect::<Vec<_>>()
        });
        for most in 1..=8 {
            let fits = |pieces: &Vec<Range<usize>>| pieces.iter().all(|piece| piece.len() <= most);
            let least = all.clone().filter(fits).map(|pieces| cost(&items, &values, &pieces)).min();
            assert_eq!(Some(cost(&items, &values, &cut(&items, &values, at_most(most)))), least, "at most {most}");
        }
    }
}

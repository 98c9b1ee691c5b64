//! How an arrow runs: level where boxes stand, and up or down only in the gaps between their columns, so that it crosses none
//! of them. It must not know what an arrow says.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::layout::Rectangle;

/// The columns that boxes stand in, by their middle: the layout puts the boxes of a rank on one.
pub(super) struct Columns(BTreeMap<i64, (f64, f64)>);

impl Columns {
    pub(super) fn of<'r>(boxes: impl Iterator<Item = &'r Rectangle>) -> Columns {
        let mut columns: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
        for it in boxes {
            let column = columns.entry(whole(it.x)).or_insert((it.x, it.x));
            *column = (column.0.min(it.left()), column.1.max(it.right()));
        }
        Columns(columns)
    }

    /// From where to where the column at a place reaches; nowhere, where no box stands.
    fn at(&self, x: f64) -> (f64, f64) {
        self.0.get(&whole(x)).copied().unwrap_or((x, x))
    }
}

/// The ends of an arrow: where it leaves a box and where it enters one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) from: Rectangle,
    pub(super) to: Rectangle,
    /// How far down the side of its box each end is.
    pub(super) leaves: f64,
    pub(super) enters: f64,
}

/// The path through the points that the layout gives, the first and the last of which are replaced by the ends.
pub(super) fn path(columns: &Columns, ends: &Ends, points: &[(f64, f64)]) -> String {
    let is_forward = ends.from.x <= ends.to.x;
    let near = |column: (f64, f64)| if is_forward { column } else { (column.1, column.0) };
    let side = |it: &Rectangle| near((it.left(), it.right()));
    let (start, end) = (side(&ends.from).1, side(&ends.to).0);
    let mut pen = Pen::at(start, ends.leaves);
    pen.level(near(columns.at(ends.from.x)).1);
    let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
    for (x, y) in inner.iter().filter(|(x, _)| is_between(*x, ends.from.x, ends.to.x)) {
        let (near, far) = near(columns.at(*x));
        pen.curve(near, *y);
        pen.level(far);
    }
    pen.curve(near(columns.at(ends.to.x)).0, ends.enters);
    pen.level(end);
    pen.path
}

fn is_between(x: f64, one: f64, other: f64) -> bool {
    x > one.min(other) + 1.0 && x < one.max(other) - 1.0
}

/// Draws from left to right, or back.
struct Pen {
    path: String,
    x: f64,
    y: f64,
}

impl Pen {
    fn at(x: f64, y: f64) -> Pen {
        Pen { path: format!("M{} {}", whole(x), whole(y)), x, y }
    }

    fn level(&mut self, x: f64) {
        if whole(x) != whole(self.x) {
            // Writing to a string cannot fail.
            write!(self.path, " H{}", whole(x)).ok();
            self.x = x;
        }
    }

    /// Up or down, level at both ends.
    fn curve(&mut self, x: f64, y: f64) {
        let middle = whole(f64::midpoint(self.x, x));
        write!(self.path, " C{middle} {} {middle} {} {} {}", whole(self.y), whole(y), whole(x), whole(y)).ok();
        (self.x, self.y) = (x, y);
    }
}

/// Pixels: fractions would differ from machine to machine, and nobody sees them.
#[expect(clippy::cast_possible_truncation, reason = "a picture is not that large")]
pub(super) fn whole(pixels: f64) -> i64 {
    pixels.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_changes_its_height_between_columns_only() {
        let from = Rectangle { x: 50.0, y: 50.0, width: 60.0, height: 40.0 };
        let to = Rectangle { x: 250.0, y: 150.0, width: 80.0, height: 40.0 };
        let wide = Rectangle { width: 100.0, ..from };
        let columns = Columns::of([from, wide, to].iter());
        let ends = Ends { from, to, leaves: 50.0, enters: 150.0 };
        let points = [(80.0, 50.0), (150.0, 90.0), (210.0, 150.0)];
        let expected = "M80 50 H100 C125 50 125 90 150 90 C180 90 180 150 210 150";
        assert_eq!(path(&columns, &ends, &points), expected);
        let back = Ends { from: to, to: from, leaves: 150.0, enters: 50.0 };
        assert_eq!(path(&columns, &back, &[]), "M210 150 C155 150 155 50 100 50 H80");
    }
}

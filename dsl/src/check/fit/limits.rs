//! Bounds of a value, wherever they are declared: at a param, at a type with a name, at a property. It must not know where
//! the value comes from.

use super::misfit::{Path, counted};
use super::walk::Walk;
use crate::check::shape::length;
use crate::expr::{Expr, Item};
use crate::graph::Constraints;
use crate::types::Bounds;

/// From and to, both included.
type Range = (Option<i64>, Option<i64>);

/// What a declaration says besides its type.
#[derive(Clone, Copy, Default)]
pub(super) struct Limits<'g> {
    length: Range,
    value: Range,
    allowed: &'g [Expr],
    /// The property that tells the members of a union apart.
    pub(super) discriminator: Option<&'g str>,
}

impl<'g> Limits<'g> {
    pub(super) fn of(constraints: &'g Constraints) -> Self {
        Limits {
            length: (constraints.min_length, constraints.max_length),
            value: (constraints.min_value, constraints.max_value),
            allowed: &constraints.allowed,
            discriminator: constraints.discriminator.as_deref(),
        }
    }

    pub(super) fn of_field(bounds: &Bounds) -> Self {
        let bound = |wanted: &str| bounds.decorators().find(|(name, _)| *name == wanted).map(|(_, bound)| bound);
        Limits {
            length: (bound("minLength"), bound("maxLength")),
            value: (bound("minValue"), bound("maxValue")),
            ..Limits::default()
        }
    }
}

impl<'g> Walk<'g> {
    /// A value of the right kind meets bounds.
    pub(super) fn limits(&mut self, value: &Expr, limits: Limits<'g>, path: &Path<'_>) {
        match value {
            Expr::Int(number) => {
                let told = |number| format!("is {number}");
                self.extend(path, outside((*number, *number), limits.value, told, ["greater", "smaller"]));
            }
            Expr::Array(items) if items.iter().all(|item| matches!(item, Item::Value(_))) => {
                let count = signed(items.len() as u64);
                self.extend(path, outside((count, count), limits.length, |count| has(count, "item"), LONGER));
            }
            Expr::Array(_) | Expr::For(_) | Expr::Object(_) => {}
            _ => {
                let (least, most) = length(self.declarations.graph, value);
                let lengths = (least.map_or(0, signed), most.map_or(i64::MAX, signed));
                self.extend(path, outside(lengths, limits.length, |count| has(count, "character"), LONGER));
            }
        }
        if !limits.allowed.is_empty() {
            self.choice(value, &limits.allowed.iter().collect::<Vec<_>>(), path);
        }
    }
}

fn has(count: i64, noun: &str) -> String {
    format!("has {}", counted(usize::try_from(count).unwrap_or_default(), noun))
}

fn signed(length: u64) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

const LONGER: [&str; 2] = ["longer", "shorter"];

/// What is wrong with a measure that is known to lie between two numbers, and what to do.
fn outside(
    (least, most): (i64, i64),
    (min, max): Range,
    told: impl Fn(i64) -> String,
    [more, less]: [&str; 2],
) -> Option<(String, String)> {
    let is_known = least == most;
    let help = |word: &str| format!("make it {word}, or widen the bounds");
    if let Some(min) = min.filter(|min| most < *min) {
        let at_most = if is_known { "" } else { " at most" };
        Some((format!("{}{at_most}, and {min} is the least", told(most)), help(more)))
    } else {
        let max = max.filter(|max| least > *max)?;
        let at_least = if is_known { "" } else { " at least" };
        Some((format!("{}{at_least}, and {max} is the most", told(least)), help(less)))
    }
}

//! Bounds of values as ranges of Rust, for params and outputs alike.

use std::ops::{Bound, RangeBounds};

use super::Constraints;
use crate::value::Secret;

/// Values that have a length: strings and lists.
#[diagnostic::on_unimplemented(message = "`{Self}` has no length", label = "only strings and lists have one")]
pub trait HasLength {}
impl HasLength for String {}
impl HasLength for Secret<String> {}
impl<T> HasLength for Vec<T> {}
impl<T: HasLength> HasLength for Option<T> {}

impl Constraints {
    /// `@minLength(…)` and `@maxLength(…)`
    pub(super) fn set_length(&mut self, range: &impl RangeBounds<i64>) {
        (self.min_length, self.max_length) = inclusive(range);
    }

    /// `@minValue(…)` and `@maxValue(…)`
    pub(super) fn set_value(&mut self, range: &impl RangeBounds<i64>) {
        (self.min_value, self.max_value) = inclusive(range);
    }
}

/// Both ends of a range, as Bicep counts them in.
pub(crate) fn inclusive(range: &impl RangeBounds<i64>) -> (Option<i64>, Option<i64>) {
    let start = match range.start_bound() {
        Bound::Included(start) => Some(*start),
        Bound::Excluded(before) => Some(before.saturating_add(1)),
        Bound::Unbounded => None,
    };
    let end = match range.end_bound() {
        Bound::Included(end) => Some(*end),
        Bound::Excluded(after) => Some(after.saturating_sub(1)),
        Bound::Unbounded => None,
    };
    (start, end)
}

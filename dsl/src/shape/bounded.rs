//! Bounds of the fields of a user's types, each only for what has such. It must not know how they are printed.

use std::ops::RangeBounds;

use crate::graph::HasLength;
use crate::types::Field;

/// What has a least and a greatest value.
#[diagnostic::on_unimplemented(message = "a `{Self}` has no least or greatest value", label = "only numbers have")]
pub trait HasRange {}
impl HasRange for i64 {}

/// `@minLength(…)` and `@maxLength(…)` of a field that is a `T`.
pub fn length<T: HasLength>(field: Field, range: impl RangeBounds<i64>) -> Field {
    field.length(range)
}

/// `@minValue(…)` and `@maxValue(…)` of a field that is a `T`.
pub fn range<T: HasRange>(field: Field, range: impl RangeBounds<i64>) -> Field {
    field.range(range)
}

//! Numbers. Bicep has integers only.

use crate::expr::{Expr, Item};
use crate::value::{Value, ValueOf};

/// `max(numbers)`: the greatest number of a list.
pub fn max(numbers: impl ValueOf<Vec<i64>>) -> Value<i64> {
    of_numbers("max", numbers.into().into())
}

/// `min(numbers)`: the smallest number of a list.
pub fn min(numbers: impl ValueOf<Vec<i64>>) -> Value<i64> {
    of_numbers("min", numbers.into().into())
}

/// A list that is written out becomes the arguments.
fn of_numbers(function: &'static str, numbers: Expr) -> Value<i64> {
    let arguments = match &numbers {
        Expr::Array(items) if items.iter().all(|item| matches!(item, Item::Value(_))) => {
            items.iter().map(|item| item.expr().clone()).collect()
        }
        _ => vec![numbers],
    };
    Value::new(Expr::call(function, arguments))
}

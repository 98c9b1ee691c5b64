//! Lists.

use crate::expr::Expr;
use crate::value::{IntoValue, Value, ValueOf};

functions! {
    /// `range(start, count)`: as many numbers, one after the other.
    range(start: i64, count: i64) -> Vec<i64> = "range";
    /// `join(parts, delimiter)`
    join(parts: Vec<String>, delimiter: String) -> String = "join";
    /// `split(text, delimiter)`
    split(text: String, delimiter: String) -> Vec<String> = "split";
}

/// `split(text, [delimiter, …])`: at each of several delimiters.
pub fn split_at_any(text: impl ValueOf<String>, delimiters: impl ValueOf<Vec<String>>) -> Value<Vec<String>> {
    Value::new(Expr::call("split", vec![text.into().into(), delimiters.into().into()]))
}

/// `concat(list, …)`: one list of the items of several.
pub fn concat<T, V: IntoValue<Type = Vec<T>>>(lists: impl IntoIterator<Item = V>) -> Value<Vec<T>> {
    let lists = lists.into_iter().map(|list| list.into_value().into());
    Value::new(Expr::call("concat", lists.collect::<Vec<_>>()))
}

/// `distinct(list)`: each item once.
pub fn distinct<T>(list: impl IntoValue<Type = Vec<T>>) -> Value<Vec<T>> {
    Value::new(Expr::call("distinct", vec![list.into_value().into()]))
}

/// `flatten(lists)`: the items of all lists in a list.
pub fn flatten<T>(lists: impl IntoValue<Type = Vec<Vec<T>>>) -> Value<Vec<T>> {
    Value::new(Expr::call("flatten", vec![lists.into_value().into()]))
}

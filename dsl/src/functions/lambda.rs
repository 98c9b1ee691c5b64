//! Functions that take a function: a closure of Rust, which gets typed values and is printed as `item => …`.

use super::variable::lambda;
use crate::expr::Expr;
use crate::shape::Map;
use crate::value::{IntoValue, Value};

/// `map(list, item => …)`: what a function makes of each item.
pub fn map<T, R: IntoValue>(
    list: impl IntoValue<Type = Vec<T>>,
    change: impl FnOnce(Value<T>) -> R,
) -> Value<Vec<R::Type>> {
    call("map", list, [lambda(["item"], |[item]| change(item.into()).into_value().into())])
}

/// `map(list, (item, index) => …)`: as [`map`], with the position of each item, counted from 0.
pub fn map_indexed<T, R: IntoValue>(
    list: impl IntoValue<Type = Vec<T>>,
    change: impl FnOnce(Value<T>, Value<i64>) -> R,
) -> Value<Vec<R::Type>> {
    let change = |[item, index]: [Expr; 2]| change(item.into(), index.into()).into_value().into();
    call("map", list, [lambda(["item", "index"], change)])
}

/// `filter(list, item => …)`: the items of which a condition is true.
pub fn filter<T, R: IntoValue<Type = bool>>(
    list: impl IntoValue<Type = Vec<T>>,
    keep: impl FnOnce(Value<T>) -> R,
) -> Value<Vec<T>> {
    call("filter", list, [lambda(["item"], |[item]| keep(item.into()).into_value().into())])
}

/// `filter(list, (item, index) => …)`: as [`filter`], with the position of each item, counted from 0.
pub fn filter_indexed<T, R: IntoValue<Type = bool>>(
    list: impl IntoValue<Type = Vec<T>>,
    keep: impl FnOnce(Value<T>, Value<i64>) -> R,
) -> Value<Vec<T>> {
    let keep = |[item, index]: [Expr; 2]| keep(item.into(), index.into()).into_value().into();
    call("filter", list, [lambda(["item", "index"], keep)])
}

/// `sort(list, (left, right) => …)`: the items in an order; the function says whether `left` stands before `right`.
pub fn sort<T, R: IntoValue<Type = bool>>(
    list: impl IntoValue<Type = Vec<T>>,
    is_before: impl FnOnce(Value<T>, Value<T>) -> R,
) -> Value<Vec<T>> {
    let is_before = |[left, right]: [Expr; 2]| is_before(left.into(), right.into()).into_value().into();
    call("sort", list, [lambda(["left", "right"], is_before)])
}

/// `reduce(list, initial, (total, item) => …)`: one value of all items, taken in one after the other.
pub fn reduce<T, I: IntoValue, R: IntoValue<Type = I::Type>>(
    list: impl IntoValue<Type = Vec<T>>,
    initial: I,
    take_in: impl FnOnce(Value<I::Type>, Value<T>) -> R,
) -> Value<I::Type> {
    let take_in = |[total, item]: [Expr; 2]| take_in(total.into(), item.into()).into_value().into();
    call("reduce", list, [initial.into_value().into(), lambda(["total", "item"], take_in)])
}

/// `groupBy(list, item => …)`: the items by a key that a function gives them.
pub fn group_by<T, K: IntoValue<Type = String>>(
    list: impl IntoValue<Type = Vec<T>>,
    key: impl FnOnce(Value<T>) -> K,
) -> Value<Map<Vec<T>>> {
    call("groupBy", list, [lambda(["item"], |[item]| key(item.into()).into_value().into())])
}

/// `toObject(list, item => key)`: the items, each under a key of its own.
pub fn to_object<T, K: IntoValue<Type = String>>(
    list: impl IntoValue<Type = Vec<T>>,
    key: impl FnOnce(Value<T>) -> K,
) -> Value<Map<T>> {
    call("toObject", list, [lambda(["item"], |[item]| key(item.into()).into_value().into())])
}

/// `toObject(list, item => key, item => value)`: what a function makes of the items, each under a key of its own.
pub fn to_object_of<T, K: IntoValue<Type = String>, R: IntoValue>(
    list: impl IntoValue<Type = Vec<T>>,
    key: impl FnOnce(Value<T>) -> K,
    value: impl FnOnce(Value<T>) -> R,
) -> Value<Map<R::Type>> {
    let key = lambda(["item"], |[item]| key(item.into()).into_value().into());
    call("toObject", list, [key, lambda(["item"], |[item]| value(item.into()).into_value().into())])
}

/// `mapValues(map, value => …)`: the keys of a map, with what a function makes of the values.
pub fn map_values<T, R: IntoValue>(
    map: impl IntoValue<Type = Map<T>>,
    change: impl FnOnce(Value<T>) -> R,
) -> Value<Map<R::Type>> {
    call("mapValues", map, [lambda(["value"], |[value]| change(value.into()).into_value().into())])
}

fn call<T, const N: usize>(function: &'static str, source: impl IntoValue, others: [Expr; N]) -> Value<T> {
    let source: Expr = source.into_value().into();
    Value::new(Expr::call(function, [source].into_iter().chain(others).collect::<Vec<_>>()))
}

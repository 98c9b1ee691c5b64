//! Objects whose keys are not known beforehand: maps.

use crate::expr::{Accessor, Expr};
use crate::shape::Map;
use crate::value::{IntoValue, Value};

/// A key of a map with its value, as [`items`] returns them. See [`Value::key`] and [`Value::value`].
#[derive(Clone, Copy, Debug)]
pub struct Pair<T>(std::marker::PhantomData<fn() -> T>);

impl<T> Value<Pair<T>> {
    /// The key.
    pub fn key(&self) -> Value<String> {
        self.member("key")
    }

    /// The value that the map has under the key.
    pub fn value(&self) -> Value<T> {
        self.member("value")
    }
}

impl<T> Value<Map<T>> {
    /// The value under a key that is known now: `self.key`. The deployment fails where the key is missing.
    pub fn get(&self, key: &'static str) -> Value<T> {
        self.member(key)
    }

    /// The value under a key that is known now, or null: `self.?key`.
    pub fn try_get(&self, key: &'static str) -> Value<Option<T>> {
        Value::new(self.expr().clone().access(Accessor::SafeProperty(key.into())))
    }
}

/// `items(map)`: the keys with their values, sorted by key.
pub fn items<T>(map: impl IntoValue<Type = Map<T>>) -> Value<Vec<Pair<T>>> {
    Value::new(Expr::call("items", vec![map.into_value().into()]))
}

/// `objectKeys(map)`: the keys, sorted.
pub fn object_keys<T>(map: impl IntoValue<Type = Map<T>>) -> Value<Vec<String>> {
    Value::new(Expr::call("objectKeys", vec![map.into_value().into()]))
}

/// `shallowMerge(maps)`: one map of many; where they share a key, the last one counts.
pub fn shallow_merge<T>(maps: impl IntoValue<Type = Vec<Map<T>>>) -> Value<Map<T>> {
    Value::new(Expr::call("shallowMerge", vec![maps.into_value().into()]))
}

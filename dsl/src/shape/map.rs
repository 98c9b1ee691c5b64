//! Names with values: tags, the settings of an app. It must not know which names Azure takes.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use super::Object;
use crate::expr::Text;
use crate::value::{IntoValue, Value, ValueOf};

/// Names with values of one type, printed in the order in which they are given: as pairs, `.tags([("stage", &stage)])`, or
/// one by one where they are given in different ways.
///
/// ```
/// use dsl::{Map, Value};
///
/// let port = Value::text("80") + "80";
/// let settings: Value<Map<String>> = Map::new().with("STAGE", "test").with("PORT", port).into();
/// assert_eq!(settings.to_string(), "{\n  STAGE: 'test'\n  PORT: '8080'\n}");
/// ```
#[derive(Clone, Debug)]
pub struct Map<T> {
    entries: Object,
    values: PhantomData<fn() -> T>,
}

impl<T> Map<T> {
    /// Without names.
    pub fn new() -> Self {
        Map { entries: Object::default(), values: PhantomData }
    }

    /// With a name and its value.
    pub fn with(self, name: impl Into<Text>, value: impl ValueOf<T>) -> Self {
        Map { entries: self.entries.with(name, value.into()), ..self }
    }

    /// With all names of another map: `...map`. A name that is given later counts.
    pub fn spread(self, map: impl ValueOf<Map<T>>) -> Self {
        Map { entries: self.entries.spread(map.into()), ..self }
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Map::new()
    }
}

impl<T> From<Map<T>> for Value<Map<T>> {
    fn from(map: Map<T>) -> Self {
        Value::new(map.entries)
    }
}

impl<T> IntoValue for Map<T> {
    type Type = Map<T>;
    fn into_value(self) -> Value<Map<T>> {
        self.into()
    }
}

impl<T, K: Into<Text>, V: ValueOf<T>, const N: usize> From<[(K, V); N]> for Value<Map<T>> {
    fn from(entries: [(K, V); N]) -> Self {
        collect(entries)
    }
}

impl<T, K: Into<Text>, V: ValueOf<T>> From<Vec<(K, V)>> for Value<Map<T>> {
    fn from(entries: Vec<(K, V)>) -> Self {
        collect(entries)
    }
}

impl<T, K: Into<Text>, V: ValueOf<T>> From<BTreeMap<K, V>> for Value<Map<T>> {
    fn from(entries: BTreeMap<K, V>) -> Self {
        collect(entries)
    }
}

fn collect<T, K: Into<Text>, V: ValueOf<T>>(entries: impl IntoIterator<Item = (K, V)>) -> Value<Map<T>> {
    entries.into_iter().fold(Map::new(), |map, (name, value)| map.with(name, value)).into()
}

//! Lists whose items come in different ways: one by one, and all of another list. It must not know what stands in them.

use std::marker::PhantomData;

use crate::expr::{Expr, Item};
use crate::value::{Value, ValueOf};

/// Items of one type, printed in the order in which they are given.
///
/// ```
/// use dsl::{List, Value};
///
/// let zones: Value<Vec<String>> = Value::raw("zones");
/// let all: Value<Vec<String>> = List::new().with("1").spread(zones).into();
/// assert_eq!(all.to_string(), "['1', ...zones]");
/// ```
#[derive(Clone, Debug)]
pub struct List<T> {
    items: Vec<Item>,
    of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// Without items.
    pub fn new() -> Self {
        List { items: Vec::new(), of: PhantomData }
    }

    /// With an item.
    pub fn with(mut self, item: impl ValueOf<T>) -> Self {
        self.items.push(Item::Value(item.into().into()));
        self
    }

    /// With all items of another list: `...list`.
    pub fn spread(mut self, list: impl ValueOf<Vec<T>>) -> Self {
        let list: Expr = list.into().into();
        self.items.push(Item::Spread(list.into()));
        self
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List::new()
    }
}

impl<T> From<List<T>> for Value<Vec<T>> {
    fn from(list: List<T>) -> Self {
        Value::new(Expr::Array(list.items.into()))
    }
}

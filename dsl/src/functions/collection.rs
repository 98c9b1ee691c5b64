//! Functions that take texts, lists and maps alike.

use crate::expr::Expr;
use crate::shape::Map;
use crate::value::{IntoValue, Value, ValueOf};

/// What consists of parts in order: a text of characters, a list of items.
#[diagnostic::on_unimplemented(message = "`{Self}` has no parts in order", label = "expected a text or a list")]
pub trait Series {
    /// A part at an end. That of a list is null where the list is empty.
    type End;
}

impl Series for String {
    type End = String;
}

impl<T> Series for Vec<T> {
    type End = Option<T>;
}

/// What something can be looked for in: a text, a list, a map.
#[diagnostic::on_unimplemented(
    message = "nothing is looked for in `{Self}`",
    label = "expected a text, a list or a map"
)]
pub trait Container {
    /// What is looked for: a part of a text, an item of a list, a key of a map.
    type Sought;
}

impl Container for String {
    type Sought = String;
}

impl<T> Container for Vec<T> {
    type Sought = T;
}

impl<T> Container for Map<T> {
    type Sought = String;
}

/// What can be merged with its like: lists and maps.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be merged", label = "expected lists or maps")]
pub trait Merge {}
impl<T> Merge for Vec<T> {}
impl<T> Merge for Map<T> {}

macro_rules! of_series {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) -> $returns:ty = $bicep:literal where $bound:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name<V: IntoValue<Type: $bound>>(
            value: V, $($argument: impl ValueOf<$type>),*
        ) -> Value<$returns> {
            Value::new(Expr::call($bicep, vec![value.into_value().into(), $($argument.into().into()),*]))
        }
    )*};
}

of_series! {
    /// `first(value)`: the first character of a text, or the first item of a list, which is null where there is none.
    first() -> <V::Type as Series>::End = "first" where Series;
    /// `last(value)`: the last character of a text, or the last item of a list, which is null where there is none.
    last() -> <V::Type as Series>::End = "last" where Series;
    /// `take(value, count)`: the first characters or items.
    take(count: i64) -> V::Type = "take" where Series;
    /// `skip(value, count)`: all but the first characters or items.
    skip(count: i64) -> V::Type = "skip" where Series;
    /// `length(value)`: the number of characters, items or keys.
    length() -> i64 = "length" where Container;
    /// `empty(value)`: whether a text, a list or a map has nothing in it.
    empty() -> bool = "empty" where Container;
    /// `contains(value, sought)`: whether a text has a part, a list an item, a map a key. Case counts but in keys.
    contains(sought: <V::Type as Container>::Sought) -> bool = "contains" where Container;
    /// `indexOf(value, sought)`: where a part of a text or an item of a list is first, counted from 0; -1 if nowhere.
    index_of(sought: <V::Type as Container>::Sought) -> i64 = "indexOf" where Container;
    /// `lastIndexOf(value, sought)`: where a part of a text or an item of a list is last, counted from 0; -1 if nowhere.
    last_index_of(sought: <V::Type as Container>::Sought) -> i64 = "lastIndexOf" where Container;
    /// `union(value, other)`: the items of both lists, each once; or the keys of both maps, those of `other` before others.
    union(other: V::Type) -> V::Type = "union" where Merge;
    /// `intersection(value, other)`: the items or keys that are in both.
    intersection(other: V::Type) -> V::Type = "intersection" where Merge;
}

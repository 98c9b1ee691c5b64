//! What may be given where a value is asked for: literals, lists of values, references to values.

use super::{Guarded, Secret, Value};
use crate::expr::{Expr, Text};
use crate::shape::{Any, Object, OpenChoice};

/// What may be given where a value of type `T` is asked for: a literal, the handle of a param or var, another value, and
/// for a struct of the catalogue the struct itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of type `{T}`",
    label = "expected a literal of that type, the handle of a param or var, or a `Value<{T}>`",
    note = "an enum is written as its variant, and a secret comes from a secure param, never from a literal",
    note = "a param or var is a value once `.describe(…)` has completed it; of a resource take a property, such as `.id()`"
)]
pub trait ValueOf<T>: Into<Value<T>> {}

#[diagnostic::do_not_recommend]
impl<T, V: Into<Value<T>>> ValueOf<T> for V {}

impl<T: ?Sized> From<Value<T>> for Expr {
    fn from(value: Value<T>) -> Self {
        value.expr
    }
}

impl<T: ?Sized> From<&Value<T>> for Expr {
    fn from(value: &Value<T>) -> Self {
        value.expr.clone()
    }
}

impl<T: ?Sized> From<&Value<T>> for Value<T> {
    fn from(value: &Value<T>) -> Self {
        value.clone()
    }
}

impl<T> From<Value<T>> for Value<Option<T>> {
    fn from(value: Value<T>) -> Self {
        value.cast()
    }
}

impl<T, V: ValueOf<T>, const N: usize> From<[V; N]> for Value<Vec<T>> {
    fn from(items: [V; N]) -> Self {
        list(items)
    }
}

impl<T, V: ValueOf<T>> From<Vec<V>> for Value<Vec<T>> {
    fn from(items: Vec<V>) -> Self {
        list(items)
    }
}

/// A guarded place takes what is no secret.
impl<T> From<Value<T>> for Value<Guarded<T>> {
    fn from(value: Value<T>) -> Self {
        value.cast()
    }
}

/// A guarded place takes a secret.
impl<T> From<Value<Secret<T>>> for Value<Guarded<T>> {
    fn from(secret: Value<Secret<T>>) -> Self {
        secret.cast()
    }
}

impl From<&'static str> for Value<Guarded<String>> {
    fn from(text: &'static str) -> Self {
        Value::new(text)
    }
}

impl From<String> for Value<Guarded<String>> {
    fn from(text: String) -> Self {
        Value::new(text)
    }
}

/// A text that an open enum may not know yet.
impl<T: OpenChoice> From<&'static str> for Value<T> {
    fn from(text: &'static str) -> Self {
        Value::new(text)
    }
}

/// A text that an open enum may not know yet.
impl<T: OpenChoice> From<String> for Value<T> {
    fn from(text: String) -> Self {
        Value::new(text)
    }
}

/// A text that an open enum may not know yet.
impl<T: OpenChoice> From<Value<String>> for Value<T> {
    fn from(text: Value<String>) -> Self {
        text.cast()
    }
}

/// A text that an open enum may not know yet.
impl<T: OpenChoice> From<&Value<String>> for Value<T> {
    fn from(text: &Value<String>) -> Self {
        text.clone().cast()
    }
}

fn list<T, V: ValueOf<T>>(items: impl IntoIterator<Item = V>) -> Value<Vec<T>> {
    Value::new(Expr::array(items.into_iter().map(|item| item.into().expr)))
}

/// What says by itself which type of value it is, so that `g.var(…)` and `g.output(…)` need not be told.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value",
    label = "expected a literal, a value, or the handle of a param or var",
    note = "resources are no values: take one of their properties, such as `.id()`"
)]
pub trait IntoValue {
    /// What the value evaluates to.
    type Type;

    /// The value.
    fn into_value(self) -> Value<Self::Type>;
}

impl<T> IntoValue for Value<T> {
    type Type = T;
    fn into_value(self) -> Value<T> {
        self
    }
}

impl<T> IntoValue for &Value<T> {
    type Type = T;
    fn into_value(self) -> Value<T> {
        self.clone()
    }
}

impl<V: IntoValue + ValueOf<V::Type>, const N: usize> IntoValue for [V; N] {
    type Type = Vec<V::Type>;
    fn into_value(self) -> Value<Vec<V::Type>> {
        list(self)
    }
}

impl<V: IntoValue + ValueOf<V::Type>> IntoValue for Vec<V> {
    type Type = Vec<V::Type>;
    fn into_value(self) -> Value<Vec<V::Type>> {
        list(self)
    }
}

macro_rules! literal {
    ($($source:ty => $target:ty),* $(,)?) => {$(
        impl IntoValue for $source {
            type Type = $target;
            fn into_value(self) -> Value<$target> {
                Value::new(self)
            }
        }

        impl From<$source> for Value<$target> {
            fn from(value: $source) -> Self {
                Value::new(value)
            }
        }
    )*};
}

/// What Azure takes of any type.
macro_rules! any {
    ($($type:ty),* $(,)?) => {$(
        impl From<Value<$type>> for Value<Any> {
            fn from(value: Value<$type>) -> Self {
                value.cast()
            }
        }

        impl From<&Value<$type>> for Value<Any> {
            fn from(value: &Value<$type>) -> Self {
                value.clone().cast()
            }
        }

        impl From<$type> for Value<Any> {
            fn from(value: $type) -> Self {
                Value::<$type>::from(value).cast()
            }
        }
    )*};
}

any! { String, i64, bool }

impl From<&'static str> for Value<Any> {
    fn from(text: &'static str) -> Self {
        Value::new(text)
    }
}

impl From<Object> for Value<Any> {
    fn from(object: Object) -> Self {
        Value::new(object)
    }
}

literal! {
    &'static str => String,
    String => String,
    Text => String,
    bool => bool,
    i64 => i64,
    i32 => i64,
    u32 => i64,
    u16 => i64,
    u8 => i64,
}

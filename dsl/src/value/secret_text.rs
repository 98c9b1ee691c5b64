//! Texts with secrets in them, which are secrets. It must not know where a secret comes from.
//!
//! They have a type of their own while they grow: if `Value<Secret<String>>` itself could be added to, Rust could no longer tell
//! from `name + "-vnet"` that `name` is a plain text.

use std::ops::Add;

use super::operators::concatenate;
use super::{Guarded, IntoValue, Secret, Value, ValueOf};
use crate::expr::Expr;

/// A text with a secret in it: `"Bearer " + &token`, `&user + ":" + &password`. It is a value where a secret or a guarded one
/// is asked for. A secret that is neither a param nor a var begins such a text behind another one: `"" + key + ";"`.
///
/// ```
/// # use dsl::{Graph, ResourceGroup};
/// # let mut g = Graph::<ResourceGroup>::new();
/// let host = g.param("host").describe("Host of the database.");
/// let password = g.secret("password").describe("Password of the database.");
/// g.output("connection", "Host=" + &*host + ";Password=" + &password).describe("How to connect.");
/// let text = g.to_bicep().unwrap();
/// assert!(text.ends_with("@secure()\noutput connection string = 'Host=${host};Password=${password}'\n"), "{text}");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SecretText(Value<Secret<String>>);

impl SecretText {
    pub(crate) fn new(expr: Expr) -> Self {
        SecretText(Value::new(expr))
    }

    /// The expression without its type.
    pub fn expr(&self) -> &Expr {
        self.0.expr()
    }
}

impl<R: ValueOf<Guarded<String>>> Add<R> for SecretText {
    type Output = SecretText;
    fn add(self, right: R) -> SecretText {
        SecretText::new(concatenate(self.0.into(), right.into().into()))
    }
}

impl<R: ValueOf<Guarded<String>>> Add<R> for &SecretText {
    type Output = SecretText;
    fn add(self, right: R) -> SecretText {
        self.clone() + right
    }
}

/// Secrets behind what is none.
macro_rules! behind {
    ($($secret:ty),* => $left:ty) => {$(
        impl Add<$secret> for $left {
            type Output = SecretText;
            fn add(self, right: $secret) -> SecretText {
                SecretText::new(concatenate(self.into(), right.into()))
            }
        }
    )*};
    ($($left:ty),*) => {$(
        behind! { Value<Secret<String>>, &Value<Secret<String>>, SecretText, &SecretText => $left }
    )*};
}

behind! { &'static str, Value<String>, &Value<String> }

impl From<SecretText> for Expr {
    fn from(text: SecretText) -> Self {
        text.0.into()
    }
}

impl From<&SecretText> for Expr {
    fn from(text: &SecretText) -> Self {
        text.0.expr().clone()
    }
}

macro_rules! values {
    ($($text:ty),*) => {$(
        impl From<$text> for Value<Secret<String>> {
            fn from(text: $text) -> Self {
                Value::new(Expr::from(text))
            }
        }

        impl From<$text> for Value<Guarded<String>> {
            fn from(text: $text) -> Self {
                Value::new(Expr::from(text))
            }
        }

        impl IntoValue for $text {
            type Type = Secret<String>;
            fn into_value(self) -> Value<Secret<String>> {
                self.into()
            }
        }
    )*};
}

values! { SecretText, &SecretText }

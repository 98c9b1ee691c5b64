//! Texts.

use super::texts;
use crate::expr::Expr;
use crate::value::{Value, ValueOf};

functions! {
    /// `toLower(text)`
    to_lower(text: String) -> String = "toLower";
    /// `toUpper(text)`
    to_upper(text: String) -> String = "toUpper";
    /// `trim(text)`: without blanks at both ends.
    trim(text: String) -> String = "trim";
    /// `replace(text, old, new)`
    replace(text: String, old: String, new: String) -> String = "replace";
    /// `substring(text, start, length)`, counted from 0.
    substring(text: String, start: i64, length: i64) -> String = "substring";
    /// `substring(text, start)`: all from a position on, counted from 0.
    substring_from(text: String, start: i64) -> String = "substring";
    /// `padLeft(text, length)`: with blanks in front up to a length.
    pad_left(text: String, length: i64) -> String = "padLeft";
    /// `padLeft(text, length, padding)`: with one character in front up to a length.
    pad_left_with(text: String, length: i64, padding: String) -> String = "padLeft";
    /// `startsWith(text, prefix)`, without regard to case.
    starts_with(text: String, prefix: String) -> bool = "startsWith";
    /// `endsWith(text, suffix)`, without regard to case.
    ends_with(text: String, suffix: String) -> bool = "endsWith";
    /// `like(text, pattern)`: whether a text has a form with `*` for any characters and `?` for one of them.
    like(text: String, pattern: String) -> bool = "like";
    /// `base64(text)`
    base64(text: String) -> String = "base64";
    /// `base64ToString(text)`
    base64_to_string(text: String) -> String = "base64ToString";
}

/// `format(template, …)`: a text with `{0}`, `{1}` … replaced by values. Where `+` says the same, it is easier to read.
pub fn format<V: Into<Expr>>(template: impl ValueOf<String>, values: impl IntoIterator<Item = V>) -> Value<String> {
    let values = values.into_iter().map(Into::into);
    Value::new(Expr::call("format", [template.into().into()].into_iter().chain(values).collect::<Vec<_>>()))
}

/// `guid(…)`: a GUID that is always the same for the same strings.
pub fn guid<V: ValueOf<String>>(strings: impl IntoIterator<Item = V>) -> Value<String> {
    Value::new(Expr::call("guid", texts(strings)))
}

/// `uniqueString(…)`: 13 characters that are always the same for the same strings.
pub fn unique_string<V: ValueOf<String>>(strings: impl IntoIterator<Item = V>) -> Value<String> {
    Value::new(Expr::call("uniqueString", texts(strings)))
}

//! Functions that take or return values of any type.

use super::of_any;
use crate::expr::Expr;
use crate::shape::Any;
use crate::value::{IntoValue, Value, ValueOf};

functions! {
    /// `json(text)`: the value that a text of JSON says; what it is, the compiler does not know.
    json(text: String) -> Any = "json";
    /// `base64ToJson(text)`: the value that a text of JSON in Base64 says.
    base64_to_json(text: String) -> Any = "base64ToJson";
}

/// `string(value)`: any value as text; objects and arrays as JSON.
pub fn string(value: impl IntoValue) -> Value<String> {
    of_any("string", value)
}

/// `int(value)`: a text of digits as a number.
pub fn int(value: impl IntoValue) -> Value<i64> {
    of_any("int", value)
}

/// `bool(value)`: a text such as `true`, or a number that is not 0.
pub fn bool(value: impl IntoValue) -> Value<bool> {
    of_any("bool", value)
}

/// `array(value)`: a list that holds the value.
pub fn array<V: IntoValue>(value: V) -> Value<Vec<V::Type>> {
    of_any("array", value)
}

/// `any(value)`: the value, taken for one of another type. The compiler of Bicep compares nothing.
pub fn any<T>(value: impl IntoValue) -> Value<T> {
    of_any("any", value)
}

/// `fail(message)`: stops the deployment where it is evaluated, as in `condition ? value : fail(message)`.
pub fn fail<T>(message: impl ValueOf<String>) -> Value<T> {
    Value::new(Expr::call("fail", vec![message.into().into()]))
}

/// `nameof(symbol)`: the name of a param, var or resource, or of the last property of a path.
pub fn nameof(symbol: impl Into<Expr>) -> Value<String> {
    Value::new(Expr::call("nameof", vec![symbol.into()]))
}

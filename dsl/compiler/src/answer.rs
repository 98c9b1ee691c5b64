//! Reads members of the compiler's answers; it must not know which answers there are.

use serde_json::Value;

use crate::frame;

/// The text at a JSON pointer.
pub(crate) fn text<'a>(answer: &'a Value, pointer: &str) -> Result<&'a str, String> {
    answer.pointer(pointer).and_then(Value::as_str).ok_or_else(|| mismatch("a text", pointer, answer))
}

/// The text at a JSON pointer, if anything stands there.
pub(crate) fn optional_text(answer: &Value, pointer: &str) -> Result<Option<String>, String> {
    match answer.pointer(pointer) {
        None | Some(Value::Null) => Ok(None),
        Some(_) => text(answer, pointer).map(|text| Some(text.to_owned())),
    }
}

/// The truth value at a JSON pointer.
pub(crate) fn boolean(answer: &Value, pointer: &str) -> Result<bool, String> {
    answer.pointer(pointer).and_then(Value::as_bool).ok_or_else(|| mismatch("a truth value", pointer, answer))
}

/// The number at a JSON pointer, which counts something from zero.
pub(crate) fn index(answer: &Value, pointer: &str) -> Result<usize, String> {
    let number = answer.pointer(pointer).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    number.ok_or_else(|| mismatch("a number", pointer, answer))
}

/// The elements of the list at a JSON pointer.
pub(crate) fn list<'a>(answer: &'a Value, pointer: &str) -> Result<&'a [Value], String> {
    let list = answer.pointer(pointer).and_then(Value::as_array);
    list.map(Vec::as_slice).ok_or_else(|| mismatch("a list", pointer, answer))
}

fn mismatch(expected: &str, pointer: &str, answer: &Value) -> String {
    format!("`{pointer}` is not {expected} in `{}`", frame::excerpt(answer.to_string().as_bytes()))
}

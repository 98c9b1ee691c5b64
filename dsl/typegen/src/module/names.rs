//! How what a module takes and gives is called in Rust. It must not know how it is written.

use std::collections::BTreeSet;

use super::interface::{Declared, Value};
use crate::rust::{field, is_reserved, pascal};

/// What every call of a module has as a method, besides what all builders have.
const OF_CALLS: &[&str] = &["call", "comment", "identity", "add_in"];

/// The struct of a module, which must not hide a type that its params may have.
pub(super) fn of_module(name: &str) -> String {
    let name = pascal(name);
    if is_reserved(&name) { format!("{name}Module") } else { name }
}

/// The types of a module, in their order. Of two that would have one name, the later one is numbered.
pub(super) fn of_types(module: &str, types: &[Declared]) -> Vec<String> {
    let mut taken = BTreeSet::from([module.to_owned(), format!("{module}Outputs")]);
    let mut names = Vec::new();
    for declared in types {
        let name = format!("{module}{}", pascal(&declared.words));
        let is_free = |it: &String| !is_reserved(it) && !taken.contains(it) && !taken.contains(&format!("{it}View"));
        let free = free(&name, |number| format!("{name}{number}"), is_free);
        taken.extend([free.clone(), format!("{free}View")]);
        names.push(free);
    }
    names
}

/// The methods for values, in their order. Of two whose names differ only by case or marks, the later one is numbered.
pub(super) fn of_values<'v>(values: &[&'v Value], is_call: bool) -> Vec<(String, &'v Value)> {
    let mut taken = BTreeSet::new();
    let named = values.iter().map(|value| {
        let plain = method(&value.name, is_call);
        let numbered = |number| format!("{}{number}", plain.trim_start_matches("r#").trim_end_matches('_'));
        let free = free(&plain, numbered, |it| !taken.contains(it));
        taken.insert(free.clone());
        (free, *value)
    });
    named.collect()
}

fn method(name: &str, is_call: bool) -> String {
    match field(name) {
        // Of a name without letters and digits, which cannot stand alone.
        name if name == "_" => "value".to_owned(),
        name if is_call && OF_CALLS.contains(&&*name) => format!("{name}_"),
        name => name,
    }
}

fn free(name: &str, numbered: impl Fn(u32) -> String, is_free: impl Fn(&String) -> bool) -> String {
    let candidates = [name.to_owned()].into_iter().chain((2..).map(numbered));
    candidates.into_iter().find(is_free).unwrap_or_default()
}

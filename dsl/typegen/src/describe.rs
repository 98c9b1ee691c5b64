//! A type in a few words, in Bicep's notation where it has one. It must not know where in a page they stand.

use std::fmt::Display;

use types::{Flags, Provider, Text, Type, TypeId, Union};

/// How many values of an enum are listed unless all are wanted.
const VALUES: usize = 24;

/// What can stand in a place of this type.
pub(crate) fn name(provider: &Provider, id: TypeId, all: bool) -> String {
    match &provider[id] {
        Type::Any => "any".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Integer(_) => "int".to_owned(),
        Type::String(_) => "string".to_owned(),
        Type::StringLiteral(value) => literal(value),
        Type::Union(union) => values(union, all),
        Type::Array(array) => match &provider[array.item] {
            Type::Union(union) => format!("({})[]", values(union, all)),
            _ => name(provider, array.item, all) + "[]",
        },
        Type::Object(object) => object.name.clone(),
        Type::Discriminated(it) => format!("{}, one of {} by `{}`", it.name, it.variants.len(), it.discriminator),
    }
}

/// What is demanded of a value beyond its type; of an array, what is demanded of its items too.
pub(crate) fn bounds(provider: &Provider, id: TypeId) -> Vec<String> {
    match &provider[id] {
        Type::Integer(it) => range(it.min, it.max, "").into_iter().collect(),
        Type::String(text) => of_text(text),
        Type::Union(union) => union.others.as_ref().map(of_text).unwrap_or_default(),
        Type::Object(object) if object.sensitive => vec!["secret".to_owned()],
        Type::Array(it) => {
            let items = range(it.min_length, it.max_length, " items");
            let of_item = bounds(provider, it.item).into_iter().map(|bound| format!("each {bound}"));
            items.into_iter().chain(of_item).collect()
        }
        _ => Vec::new(),
    }
}

/// What can be done with a property.
pub(crate) fn flags(flags: Flags) -> Vec<String> {
    let words = [
        (flags.is_required(), "required"),
        (flags.is_read_only(), "read-only"),
        (flags.is_write_only(), "write-only"),
        (flags.is_identifier(), "identifier"),
    ];
    words.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word.to_owned()).collect()
}

/// A text as a literal of Bicep.
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

fn values(union: &Union, all: bool) -> String {
    let count = if all { union.members.len() } else { VALUES };
    let mut values: Vec<_> = union.members.iter().take(count).map(|it| literal(it)).collect();
    if let Some(hidden) = union.members.len().checked_sub(count).filter(|hidden| *hidden > 0) {
        values.push(format!("… {hidden} more"));
    }
    if union.is_open() {
        values.push("string".to_owned());
    }
    values.join(" | ")
}

fn of_text(text: &Text) -> Vec<String> {
    let length = range(text.min_length, text.max_length, " characters");
    let pattern = text.pattern.as_ref().map(|pattern| format!("matches /{pattern}/"));
    let secret = text.sensitive.then(|| "secret".to_owned());
    [length, pattern, secret].into_iter().flatten().collect()
}

fn range<T: Display + PartialEq>(min: Option<T>, max: Option<T>, unit: &str) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}{unit}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}")),
        (Some(min), None) => Some(format!("at least {min}{unit}")),
        (None, Some(max)) => Some(format!("at most {max}{unit}")),
        (None, None) => None,
    }
}

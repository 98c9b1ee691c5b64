//! Values that a type does not allow, each with the check that has to find it. It must not know where they are put.

use dsl::Expr;
use types::{Array, Integer, Text, Type};

use super::pattern;
use super::text::{bounds, fitted};

/// Longer texts and lists than this are not made to break a bound.
const LONGEST: usize = 10_000;

/// What is wrong, the id of the check, and the value.
pub(super) type Wrong = (&'static str, &'static str, Expr);

/// Values that are wrong where a right one of that type stands.
pub(super) fn wrong_values(ty: &Type, right: &Expr) -> Vec<Wrong> {
    let mut found = of_another_kind(ty);
    match (ty, right) {
        (Type::Integer(bounds), _) => found.extend(integers(bounds)),
        // A secret is no literal, and none may take its place.
        (Type::String(text), Expr::String(_)) => found.extend(texts(text)),
        (Type::StringLiteral(_), _) => found.push(bogus("another text than the only one")),
        (Type::Union(union), _) if !union.is_open() => found.push(bogus("a text that a closed enum lacks")),
        (Type::Array(array), Expr::Array(_)) => found.extend(lists(array, right)),
        _ => {}
    }
    found
}

fn bogus(kind: &'static str) -> Wrong {
    (kind, "value-not-allowed", "Bogus".into())
}

fn of_another_kind(ty: &Type) -> Vec<Wrong> {
    let object = || Expr::object([("key", Expr::Int(1))]);
    let wrong = |kind, value| (kind, "wrong-type", value);
    match ty {
        Type::Any => Vec::new(),
        Type::Boolean => vec![wrong("a text for a truth value", "true".into())],
        Type::Integer(_) => {
            vec![wrong("a text for a number", "1".into()), wrong("a list for a number", Expr::array([Expr::Int(1)]))]
        }
        Type::String(_) | Type::StringLiteral(_) | Type::Union(_) => vec![
            wrong("a number for a text", Expr::Int(1)),
            wrong("a truth value for a text", true.into()),
            wrong("an object for a text", object()),
        ],
        Type::Array(_) => vec![wrong("a text for a list", "text".into()), wrong("an object for a list", object())],
        Type::Object(_) | Type::Discriminated(_) => {
            vec![wrong("a text for an object", "text".into()), wrong("a list for an object", Expr::array([]))]
        }
    }
}

fn integers(bounds: &Integer) -> impl Iterator<Item = Wrong> {
    let below = bounds.min.and_then(|min| min.checked_sub(1)).map(|it| ("a number below the least", it));
    let above = bounds.max.and_then(|max| max.checked_add(1)).map(|it| ("a number above the greatest", it));
    below.into_iter().chain(above).map(|(kind, value)| (kind, "out-of-bounds", value.into()))
}

fn texts(text: &Text) -> impl Iterator<Item = Wrong> {
    let (min, max) = bounds(text);
    let of_length = |length: usize| {
        let length = Some(length as u64);
        fitted("contoso", &Text { min_length: length, max_length: length, ..Text::default() })
    };
    let short = (min > 0).then(|| ("a text that is too short", of_length(min - 1)));
    let long = (max < LONGEST).then(|| ("a text that is too long", of_length(max + 1)));
    let other = pattern::other(text).map(|other| ("a text that does not match", other));
    short.into_iter().chain(long).chain(other).map(|(kind, value)| (kind, "out-of-bounds", value.into()))
}

fn lists(array: &Array, right: &Expr) -> Vec<Wrong> {
    let Expr::Array(items) = right else { return Vec::new() };
    let short = array.min_length.filter(|min| *min > 0).map(|_| ("a list that is too short", Expr::array([])));
    let longest = array.max_length.and_then(|max| usize::try_from(max).ok()).filter(|max| *max < LONGEST);
    let long = longest.zip(items.first());
    let long = long.map(|(max, item)| ("a list that is too long", Expr::Array(vec![item.clone(); max + 1].into())));
    short.into_iter().chain(long).map(|(kind, value)| (kind, "out-of-bounds", value)).collect()
}

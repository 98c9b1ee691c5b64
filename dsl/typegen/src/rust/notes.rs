//! What the documentation of a property says besides its name: required or not, allowed values, length, pattern. Facts
//! only; it must not know where they stand.

use types::{Flags, Provider, Type, TypeId};

use crate::describe;

/// How many values of an enum are worth reading beside a property; its own page lists all.
const VALUES: usize = 8;

/// The facts about a property in one line; none if there is nothing to say.
pub(crate) fn note(provider: &Provider, id: TypeId, flags: Flags) -> Option<String> {
    let marks = describe::flags(flags).into_iter().filter(|it| it != "identifier");
    let facts: Vec<_> = marks.chain(values(provider, id)).chain(describe::bounds(provider, id)).collect();
    (!facts.is_empty()).then(|| facts.join("; "))
}

fn values(provider: &Provider, id: TypeId) -> Option<String> {
    match &provider[id] {
        Type::StringLiteral(value) => Some(format!("always `{value}`")),
        Type::Union(union) if union.members.len() <= VALUES => {
            let values: Vec<_> = union.members.iter().map(|it| format!("`{it}`")).collect();
            let more = if union.is_open() { " or another text" } else { "" };
            Some(format!("{}{more}", values.join(", ")))
        }
        Type::Array(array) => values(provider, array.item).map(|it| format!("each {it}")),
        _ => None,
    }
}

//! Copies of an instance with one fault each. It must not know how faults are found.

use std::collections::BTreeMap;

use dsl::{Entry, Expr, Item, Key};

use super::Instance;
use super::faults::visit;
use super::random::Random;

/// A copy of an instance's properties with one fault.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    /// What is wrong.
    pub(crate) kind: &'static str,
    /// Where it is wrong: `.properties.rules[0]`.
    place: String,
    /// The id of the check that has to find it.
    pub(crate) check: &'static str,
    pub(crate) body: Expr,
}

impl Mutation {
    /// What is wrong where.
    pub(crate) fn what(&self) -> String {
        format!("{} at `{}`", self.kind, self.place)
    }

    /// Whether the official compiler can be asked: it does not count the items of lists, and an object instead of a text
    /// at the top level brings it down.
    pub(crate) fn is_for_the_compiler(&self) -> bool {
        let is_deep = self.place.matches('.').count() > 1;
        !self.kind.starts_with("a list that is too") && (is_deep || self.kind != "an object for a text")
    }
}

/// What is done to the value at some place.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// The property of an object is left out.
    Drop(usize),
    /// The property of an object has another name.
    Rename(usize, String),
    /// An object has another property.
    Add(String, Expr),
    /// The value is another one.
    Replace(Expr),
}

/// A fault that can be made: the kind of fault, the id of its check, and what is to be done.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) kind: &'static str,
    pub(super) check: &'static str,
    pub(super) change: Change,
}

/// One mutation for each kind of fault that the instance has a place for; the seed chooses the place.
pub(crate) fn mutations(instance: &Instance<'_>, seed: u64) -> Vec<Mutation> {
    let mut random = Random::new(seed);
    let mut found = BTreeMap::<_, (usize, (Vec<usize>, Fault))>::new();
    visit(instance, &mut |path, fault| {
        let entry = found.entry(fault.kind).or_insert_with(|| (0, (path.to_vec(), fault.clone())));
        entry.0 += 1;
        // Each place is as likely as every other, without all of them being kept.
        if random.one_in(entry.0) {
            entry.1 = (path.to_vec(), fault);
        }
    });
    let made = found.into_values().map(|(_, (path, fault))| Mutation {
        kind: fault.kind,
        place: shown(&instance.body, &path),
        check: fault.check,
        body: changed(&instance.body, &path, &fault.change),
    });
    made.collect()
}

/// The tree with the change at the place that the path leads to: positions in objects and arrays.
fn changed(expr: &Expr, path: &[usize], change: &Change) -> Expr {
    let Some((at, path)) = path.split_first() else { return changed_here(expr, change) };
    match expr {
        Expr::Object(entries) => {
            let mut entries = entries.to_vec();
            if let Entry::Property(_, value) = &mut entries[*at] {
                *value = changed(value, path, change);
            }
            Expr::Object(entries.into())
        }
        Expr::Array(items) => {
            let mut items = items.to_vec();
            if let Item::Value(value) = &mut items[*at] {
                *value = changed(value, path, change);
            }
            Expr::Array(items.into())
        }
        other => other.clone(),
    }
}

fn changed_here(expr: &Expr, change: &Change) -> Expr {
    let mut entries = match (expr, change) {
        (_, Change::Replace(value)) => return value.clone(),
        (Expr::Object(entries), _) => entries.to_vec(),
        (other, _) => panic!("only objects have properties: {other:?}"),
    };
    match change {
        Change::Drop(at) => _ = entries.remove(*at),
        Change::Rename(at, name) => {
            if let Entry::Property(key, _) = &mut entries[*at] {
                *key = Key::Name(name.clone().into());
            }
        }
        Change::Add(name, value) => entries.push(Entry::Property(Key::Name(name.clone().into()), value.clone())),
        Change::Replace(_) => {}
    }
    Expr::Object(entries.into())
}

/// The path in words: `properties.rules[0]`.
fn shown(expr: &Expr, path: &[usize]) -> String {
    let Some((at, path)) = path.split_first() else { return String::new() };
    match expr {
        Expr::Object(entries) => match &entries[*at] {
            Entry::Property(key, value) => format!(".{}{}", key.as_name().unwrap_or("…"), shown(value, path)),
            Entry::Spread(_) => String::new(),
        },
        Expr::Array(items) => match &items[*at] {
            Item::Value(value) => format!("[{at}]{}", shown(value, path)),
            Item::Spread(_) => String::new(),
        },
        _ => String::new(),
    }
}

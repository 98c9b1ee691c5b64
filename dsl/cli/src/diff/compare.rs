//! What changes between two versions of the resources of a scenario. It must not know how they were read or how it is told.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::resource::Resource;

/// What becomes of a resource.
#[derive(Debug, PartialEq)]
pub(crate) enum Change {
    Added(Resource),
    Removed(Resource),
    /// It is another one now: Azure deletes nothing by itself, and makes a new one.
    Replaced {
        old: Resource,
        new: Resource,
    },
    Changed {
        resource: Resource,
        properties: Vec<PropertyChange>,
    },
}

/// A property before and after; nothing where it is not set.
#[derive(Debug, PartialEq)]
pub(crate) struct PropertyChange {
    pub(crate) path: String,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
}

/// All changes, by the types and names of the resources.
pub(crate) fn changes(old: Vec<Resource>, new: Vec<Resource>) -> Vec<Change> {
    let (mut old, new) = (by_key(old), by_key(new));
    let (mut changes, mut added) = (Vec::new(), Vec::new());
    for (key, new) in new {
        match old.remove(&key) {
            Some(old) => changes.extend(change(old, new)),
            None => added.push(new),
        }
    }
    // Whoever has most in common with one that has gone chooses first: it has only got another name.
    added.sort_by_cached_key(|new| Reverse(nearest(&old, new).map(|(common, _)| common)));
    for new in added {
        let renamed = nearest(&old, &new).map(|(_, key)| key.to_owned());
        changes.push(match renamed.and_then(|key| old.remove(&key)) {
            Some(old) => Change::Replaced { old, new },
            None => Change::Added(new),
        });
    }
    changes.extend(old.into_values().map(Change::Removed));
    changes.sort_by_cached_key(|change| (change.resource().ty.clone(), change.resource().name.clone()));
    changes
}

/// Of those that have gone, the one of the same type with most in common: how much, and its key. At least half of what the
/// one that says less says has to be the same; what says little more than its name is alike.
fn nearest<'g>(gone: &'g BTreeMap<String, Resource>, new: &Resource) -> Option<(usize, &'g str)> {
    let of_type = gone.iter().filter(|(_, old)| old.ty == new.ty);
    let alike = of_type.filter_map(|(key, old)| {
        let common = common(old, new);
        (2 * common >= old.properties.len().min(new.properties.len())).then_some((common, key.as_str()))
    });
    alike.min_by_key(|(common, _)| Reverse(*common))
}

fn common(old: &Resource, new: &Resource) -> usize {
    old.properties.iter().filter(|(path, value)| new.properties.get(*path) == Some(value)).count()
}

fn by_key(resources: Vec<Resource>) -> BTreeMap<String, Resource> {
    resources.into_iter().map(|resource| (resource.key.clone(), resource)).collect()
}

fn change(old: Resource, new: Resource) -> Option<Change> {
    if (&old.ty, &old.name) != (&new.ty, &new.name) {
        return Some(Change::Replaced { old, new });
    }
    let properties = differences(&old, &new);
    (!properties.is_empty()).then_some(Change::Changed { resource: new, properties })
}

/// The properties that are not the same.
pub(crate) fn differences(old: &Resource, new: &Resource) -> Vec<PropertyChange> {
    let mut paths: Vec<_> = old.properties.keys().chain(new.properties.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    let of = |path: &String| PropertyChange {
        path: path.clone(),
        old: old.properties.get(path).cloned(),
        new: new.properties.get(path).cloned(),
    };
    paths.into_iter().map(of).filter(|change| change.old != change.new).collect()
}

impl Change {
    /// As it is now, or was.
    pub(crate) fn resource(&self) -> &Resource {
        match self {
            Change::Added(it) | Change::Removed(it) => it,
            Change::Replaced { new, .. } => new,
            Change::Changed { resource, .. } => resource,
        }
    }
}

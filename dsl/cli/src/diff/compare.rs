//! What changes between two versions of the resources of a scenario. It must not know how they were read or how it is told.

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
    changes.extend(renamed(&mut old, &mut added).into_iter().map(|(old, new)| Change::Replaced { old, new }));
    changes.extend(added.into_iter().map(Change::Added));
    changes.extend(old.into_values().map(Change::Removed));
    changes.sort_by_cached_key(|change| (change.resource().ty.clone(), change.resource().name.clone()));
    changes
}

/// What is one resource under another name: of those of one type that have gone and come, the two that have most in common.
fn renamed(gone: &mut BTreeMap<String, Resource>, come: &mut Vec<Resource>) -> Vec<(Resource, Resource)> {
    let mut pairs = Vec::new();
    for (position, new) in come.iter().enumerate() {
        let old = gone.values().filter(|old| old.ty == new.ty && are_alike(old, new));
        pairs.extend(old.map(|old| (common(old, new), old.key.clone(), position)));
    }
    pairs.sort_by_key(|(common, ..)| std::cmp::Reverse(*common));
    let (mut renamed, mut taken) = (Vec::new(), Vec::new());
    for (_, key, position) in pairs {
        if !taken.contains(&position)
            && let Some(old) = gone.remove(&key)
        {
            taken.push(position);
            renamed.push((old, come[position].clone()));
        }
    }
    let mut position = 0..;
    come.retain(|_| position.next().is_some_and(|it| !taken.contains(&it)));
    renamed
}

/// Whether two resources have at least half of what they say in common. What says little more than its name is alike.
fn are_alike(old: &Resource, new: &Resource) -> bool {
    2 * common(old, new) >= old.properties.len().min(new.properties.len())
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

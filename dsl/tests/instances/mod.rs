//! Test support: instances of any resource type, made from the official type data. It must not know any resource type
//! by name, apart from the one that extension resources are put on.

#![allow(dead_code, unused_imports, reason = "each test program uses a part of it")]

mod assembly;
mod builder;
mod compiled;
mod conditions;
mod every;
mod faults;
mod inputs;
mod mutation;
mod object;
mod pattern;
mod place;
mod random;
mod shape;
mod text;
mod turns;
mod wrong;

use std::collections::BTreeMap;

use dsl::{Entry, Expr};
use types::{Provider, ResourceType};

pub(crate) use self::assembly::{Fill, bicep, check, set_each};
use self::builder::Builder;
pub(crate) use self::compiled::{INEVITABLE, Problem, problems};
pub(crate) use self::every::{for_each_writable_type, providers};
pub(crate) use self::inputs::Input;
pub(crate) use self::mutation::{Mutation, mutations};
pub(crate) use self::place::{Level, Place};

/// Which properties an instance has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Choice {
    /// What is required and nothing else.
    Minimal,
    /// Every writable property of every object type once. Of a union of objects, the next variant each time it is met.
    Fullest,
    /// Any part of what is writable; the number decides.
    Random(u64),
}

/// A resource that breaks no rule of its type, nor of the linter.
#[derive(Clone, Debug)]
pub(crate) struct Instance<'p> {
    pub(crate) provider: &'p Provider,
    pub(crate) resource: &'p ResourceType,
    /// The last part of the name where the resource has a parent in the data, else all parts.
    pub(crate) name: Expr,
    /// All properties but the name.
    pub(crate) body: Expr,
    /// The params that the body refers to, by symbol: secrets, locations and whatever else must not be a literal.
    pub(crate) inputs: BTreeMap<String, Input>,
    pub(crate) place: Place,
}

impl<'p> Instance<'p> {
    pub(crate) fn new(provider: &'p Provider, resource: &'p ResourceType, choice: Choice) -> Self {
        let place = Place::of(provider, resource);
        Self::made_by(&mut Builder::new(provider, choice), resource, &place)
    }

    /// As many instances as it takes to use every variant of every union of objects, if that is the choice.
    pub(crate) fn all(provider: &'p Provider, resource: &'p ResourceType, choice: Choice) -> Vec<Self> {
        if choice != Choice::Fullest {
            return vec![Self::new(provider, resource, choice)];
        }
        let (place, mut builder) = (Place::of(provider, resource), Builder::new(provider, choice));
        let (mut instances, mut news, mut idle) = (Vec::new(), 0, 0);
        // A union inside a variant has its next turn only when that variant has.
        while instances.is_empty() || idle < builder.turns.widest() {
            let instance = Self::made_by(&mut builder, resource, &place);
            let is_new = instances.is_empty() || builder.turns.news() > news;
            (news, idle) = (builder.turns.news(), if is_new { 0 } else { idle + 1 });
            instances.extend(is_new.then_some(instance));
        }
        instances
    }

    fn made_by(builder: &mut Builder<'p>, resource: &'p ResourceType, place: &Place) -> Self {
        let (name, body, inputs) = builder.resource(resource);
        let (name, place) = (place.full_name(name), place.clone());
        Instance { provider: builder.provider, resource, name, body, inputs, place }
    }

    /// The type and its version, as Bicep writes them.
    pub(crate) fn type_and_version(&self) -> String {
        type_and_version(self.resource)
    }

    /// How many properties are written, at any depth.
    pub(crate) fn properties(&self) -> usize {
        let mut count = 0;
        self.body.walk(&mut |expr| {
            if let Expr::Object(entries) = expr {
                count += entries.iter().filter(|entry| matches!(entry, Entry::Property(..))).count();
            }
        });
        count
    }
}

fn type_and_version(resource: &ResourceType) -> String {
    format!("{}@{}", resource.name, resource.api_version)
}

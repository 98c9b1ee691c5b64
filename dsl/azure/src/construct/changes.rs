//! What can be changed about every construct before it is added: its main resource, and what checks would find about it. It
//! must not know any construct.

#![allow(dead_code, reason = "there are constructs only with the features of their providers")]

use dsl::{Accepts, Check, Expr, Item, ResourceBody, Text, Value};

/// What every construct can be told besides its own words, before it is added: `.adjust(…)` and `.allow(…)`.
///
/// ```
/// # #[cfg(feature = "key-vault")] {
/// use azure::check::UNGRANTED;
/// use azure::prelude::*;
///
/// let mut g = Graph::<ResourceGroup>::new();
/// KeyVault::new("kv-contoso", "japaneast")
///     .adjust(|vault| vault.tags([("team", "data")])) // all defaults stay
///     .allow(UNGRANTED, "readers are granted roles by the platform team")
///     .add(&mut g, "vault");
/// # }
/// ```
pub trait Construct: Sized {
    /// The type of its main resource.
    type Resource: Accepts + Clone;

    /// Its main resource, as far as it is known by now.
    #[doc(hidden)]
    fn main(&mut self) -> &mut Self::Resource;

    /// With changes to its main resource, such as tags, or a property that it has no word for. What is not changed stays as the
    /// construct has it.
    ///
    /// Where a construct adds several resources, the others have a word each that begins like this one: `.adjust_plan(…)`.
    #[must_use]
    fn adjust(mut self, change: impl FnOnce(Self::Resource) -> Self::Resource) -> Self {
        let main = self.main();
        *main = change(main.clone());
        self
    }

    /// Accepts what a check would find about it, for a reason that the review card shows: about its main resource, or another
    /// one that is added with it.
    #[must_use]
    fn allow(self, check: Check, reason: impl Into<Text>) -> Self {
        self.adjust(|main| main.accept(check, reason))
    }
}

/// Setting a property by its path, for the words of constructs.
pub(super) trait Sets: Construct<Resource: ResourceBody> {
    fn set(self, path: &str, value: impl Into<Expr>) -> Self {
        self.adjust(|main| main.set_property(path, value))
    }
}

impl<C: Construct<Resource: ResourceBody>> Sets for C {}

/// What keeps the place of something that is known when the construct is added.
pub(super) fn to_come<T>() -> Value<T> {
    Value::new(Expr::Null)
}

/// The resource with what has come, unless it has been changed by hand.
pub(super) fn fill<R: ResourceBody>(mut resource: R, path: &str, value: impl Into<Expr>) -> R {
    let is_to_come = resource.declaration().get(path) == Some(&Expr::Null);
    if is_to_come { resource.set_property(path, value) } else { resource }
}

/// What a construct knows of a resource when it is added, and over it what has been changed by hand.
pub(super) fn over<R: ResourceBody>(mut known: R, mut changes: R) -> R {
    let whole = changes.declaration().clone().over(known.declaration());
    *changes.declaration() = whole;
    changes
}

/// The resource with what a construct knows of an object in it when it is added. What has been changed by hand stays.
pub(super) fn complete<R: ResourceBody>(mut resource: R, path: &str, known: impl Into<Expr>) -> R {
    let object = match resource.declaration().get(path) {
        Some(changes) => changes.over(known.into()),
        None => known.into(),
    };
    resource.set_property(path, object)
}

/// The resource with the elements that a construct knows of a list in it when it is added, and those that were added by hand.
pub(super) fn complete_list<R: ResourceBody, T>(mut resource: R, path: &str, known: Vec<Value<T>>) -> R {
    let known = known.into_iter().map(|it| Item::Value(it.into()));
    let by_hand = items(resource.declaration().get(path));
    resource.set_property(path, Expr::Array(known.chain(by_hand).collect()))
}

/// The elements of a list that may be set: one that is not written out is spread.
pub(super) fn items(list: Option<&Expr>) -> Vec<Item> {
    match list {
        None => Vec::new(),
        Some(Expr::Array(items)) => items.to_vec(),
        Some(list) => vec![Item::Spread(list.clone().into())],
    }
}

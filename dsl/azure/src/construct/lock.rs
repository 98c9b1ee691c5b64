//! Locks: nobody deletes or changes a resource by accident. It must not know what the resource is.

use dsl::{Graph, Holds, Resource, ResourceBody, ResourceType, Text};

use super::changes::Construct;
use crate::authorization::{self, ManagementLockLevel, ManagementLockProperties};
use crate::interface::Lockable;

/// What a lock forbids everybody, whatever their roles:
/// [Learn: lock your resources](https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lock {
    /// Reading and changing is allowed, deleting is not.
    CanNotDelete,
    /// Only reading is allowed. It stops more than it seems to: listing the keys of a storage account, say.
    ReadOnly,
}

/// `vault.lock(…)`, on the handle of every resource that can be locked.
pub trait Locks<T: ResourceType> {
    /// Begins a lock, which is named as its symbol; its description completes it and is shown as the note of the lock.
    fn lock<'g, S: Holds<authorization::Lock>>(
        &self,
        g: &'g mut Graph<S>,
        symbol: impl Into<Text>,
        lock: Lock,
    ) -> LockBuilder<'g, S>
    where
        T: Lockable;
}

impl<T: ResourceType> Locks<T> for Resource<T> {
    fn lock<'g, S: Holds<authorization::Lock>>(
        &self,
        g: &'g mut Graph<S>,
        symbol: impl Into<Text>,
        lock: Lock,
    ) -> LockBuilder<'g, S>
    where
        T: Lockable,
    {
        let level = match lock {
            Lock::CanNotDelete => ManagementLockLevel::CanNotDelete,
            Lock::ReadOnly => ManagementLockLevel::ReadOnly,
        };
        let symbol = symbol.into();
        let lock = authorization::Lock::new(self, symbol.clone(), ManagementLockProperties::new(level));
        LockBuilder { graph: g, symbol, lock }
    }
}

/// A lock to be.
#[derive(Debug)]
#[must_use = "a lock is added by its last word, `.describe(…)`"]
pub struct LockBuilder<'g, S: dsl::Scope> {
    graph: &'g mut Graph<S>,
    symbol: Text,
    lock: authorization::Lock,
}

impl<S: Holds<authorization::Lock>> LockBuilder<'_, S> {
    /// Says why it is locked, and adds it to the graph.
    #[track_caller]
    pub fn describe(self, why: impl Into<Text>) -> Resource<authorization::Lock> {
        let why = why.into();
        self.lock.set_property("properties.notes", why.clone()).describe(why).add(self.graph, self.symbol)
    }
}

impl<S: dsl::Scope> Construct for LockBuilder<'_, S> {
    type Resource = authorization::Lock;

    fn main(&mut self) -> &mut authorization::Lock {
        &mut self.lock
    }
}

//! Managed identities by one call, whatever the type of resource spells them like. It must not know any of these types.

#[cfg(feature = "managed-identity")]
use dsl::{Entry, Expr, Key, Resource};
use dsl::{Object, ResourceBody};

use crate::interface::TakesSystemIdentity;
#[cfg(feature = "managed-identity")]
use crate::interface::TakesUserIdentities;
#[cfg(feature = "managed-identity")]
use crate::managed_identity::UserAssignedIdentity;

/// `.system_assigned_identity()` and `.user_assigned_identities([&identity])`, on every resource that can have them.
///
/// A resource that can have only one kind at a time has the one that was asked for last.
pub trait ManagedIdentities: ResourceBody {
    /// With an identity that Azure makes for it, which lives and dies with it.
    #[must_use]
    fn system_assigned_identity(mut self) -> Self
    where
        Self: TakesSystemIdentity,
    {
        let has_users = self.declaration().get("identity.userAssignedIdentities").is_some();
        match Self::BOTH.filter(|_| has_users) {
            Some(both) => self.set_property("identity.type", both),
            None => self.set_property("identity", Object::default().with("type", "SystemAssigned")),
        }
    }

    /// With identities that live on their own, instead of those that were given before.
    #[cfg(feature = "managed-identity")]
    #[must_use]
    fn user_assigned_identities<const N: usize>(mut self, identities: [&Resource<UserAssignedIdentity>; N]) -> Self
    where
        Self: TakesUserIdentities,
    {
        let entry = |it: &Resource<UserAssignedIdentity>| {
            let key = Expr::interpolated([it.id().into()]);
            Entry::Property(Key::Computed(key.into()), Object::default().into())
        };
        let map = Expr::Object(identities.into_iter().map(entry).collect());
        let system = self.declaration().get("identity.type").is_some_and(|it| *it != "UserAssigned".into());
        let kind = Self::BOTH.filter(|_| system).unwrap_or("UserAssigned");
        self.set_property("identity.type", kind).set_property("identity.userAssignedIdentities", map)
    }
}

impl<T: ResourceBody> ManagedIdentities for T {}

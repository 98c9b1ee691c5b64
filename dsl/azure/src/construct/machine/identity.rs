//! Which identities a machine has, as a type. It must not know what they are granted.

use std::marker::PhantomData;

use dsl::{Expr, Key, Value};

use crate::compute::{IdentityType, VirtualMachineIdentity};

/// It has no identity: it cannot be granted anything.
#[derive(Clone, Copy, Debug)]
pub enum NoIdentity {}

/// It has an identity that lives and dies with it.
#[derive(Clone, Copy, Debug)]
pub enum SystemAssigned {}

/// It has identities that are resources of their own; roles are granted to these.
#[derive(Clone, Copy, Debug)]
pub enum UserAssigned {}

/// It has an identity that lives and dies with it, and others that are resources of their own.
#[derive(Clone, Copy, Debug)]
pub enum SystemAndUserAssigned {}

/// Which identities there are, and which with one more.
pub trait Identities {
    /// What Azure calls it; nothing for none.
    const TYPE: Option<IdentityType>;
    /// With a system-assigned one.
    type WithSystemAssigned: Identities;
    /// With a user-assigned one.
    type WithUserAssigned: Identities;
}

macro_rules! identities {
    ($($identity:ident, $type:expr, $with_system:ident, $with_user:ident;)*) => {$(
        impl Identities for $identity {
            const TYPE: Option<IdentityType> = $type;
            type WithSystemAssigned = $with_system;
            type WithUserAssigned = $with_user;
        }
    )*};
}

identities! {
    NoIdentity, None, SystemAssigned, UserAssigned;
    SystemAssigned, Some(IdentityType::SystemAssigned), SystemAssigned, SystemAndUserAssigned;
    UserAssigned, Some(IdentityType::UserAssigned), SystemAndUserAssigned, UserAssigned;
    SystemAndUserAssigned, Some(IdentityType::SystemAssignedUserAssigned), SystemAndUserAssigned, SystemAndUserAssigned;
}

/// There is a system-assigned identity among them.
#[diagnostic::on_unimplemented(
    message = "this needs a system-assigned identity, and the machine has none: `{Self}`",
    label = "the machine has no system-assigned identity",
    note = "give it one: `.system_assigned_identity()` before `.add(…)`"
)]
pub trait HasSystemAssigned: Identities {}

impl HasSystemAssigned for SystemAssigned {}
impl HasSystemAssigned for SystemAndUserAssigned {}

/// The identities `I`, with the ids of the user-assigned ones.
#[derive(Clone, Debug)]
pub(super) struct Assigned<I> {
    user_assigned: Vec<Value<String>>,
    identities: PhantomData<fn() -> I>,
}

impl Assigned<NoIdentity> {
    pub(super) const NONE: Self = Assigned { user_assigned: Vec::new(), identities: PhantomData };
}

impl<I: Identities> Assigned<I> {
    pub(super) fn with_system(self) -> Assigned<I::WithSystemAssigned> {
        Assigned { user_assigned: self.user_assigned, identities: PhantomData }
    }

    #[cfg(feature = "managed-identity")]
    pub(super) fn with_user(mut self, id: Value<String>) -> Assigned<I::WithUserAssigned> {
        self.user_assigned.push(id);
        Assigned { user_assigned: self.user_assigned, identities: PhantomData }
    }

    pub(super) fn value(&self) -> Option<VirtualMachineIdentity> {
        let identity = VirtualMachineIdentity::new().r#type(I::TYPE?);
        if self.user_assigned.is_empty() {
            return Some(identity);
        }
        // A map whose keys the deployment computes: `'${identity.id}': {}`.
        let key = |id| Key::Computed(Expr::interpolated([Expr::from(id)]).into());
        let ids = self.user_assigned.iter().map(|id| (key(id), Expr::object::<Key>([])));
        Some(identity.user_assigned_identities(Value::new(Expr::object(ids))))
    }
}

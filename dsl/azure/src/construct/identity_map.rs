//! The entry of a user-assigned identity in what a resource says about its identities. It must not know the resource.

use dsl::{Entry, Expr, Key, Map, Object, Resource, Value};

use crate::managed_identity::UserAssignedIdentity;

/// `{ '${identity.id}': {} }`, for the resource types that spell the value each in their own words.
#[allow(dead_code, reason = "there are such constructs only with the features of their providers")]
pub(super) fn only<T>(identity: &Resource<UserAssignedIdentity>) -> Value<Map<T>> {
    let id = Key::Computed(Expr::interpolated([identity.id().into()]).into());
    Value::new(Expr::Object([Entry::Property(id, Object::default().into())].into()))
}

//! Resources that can have an identity which Azure makes for them. It must not know what an identity is granted.

use dsl::{Resource, ResourceType, Value};

/// A type of resource that can have an identity of its own, which lives and dies with it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot have an identity that Azure makes for it",
    label = "this type of resource has no system-assigned identity",
    note = "grant the role to a user-assigned identity, or to a given principal, instead"
)]
pub trait SystemIdentity: ResourceType {
    /// The object id of the identity.
    fn principal_id(resource: &Resource<Self>) -> Value<String>;
}

/// Types with an identity, one line a type, after the feature that has it.
macro_rules! identities {
    ($($feature:literal $module:ident::$ty:ident;)*) => {$(
        #[cfg(feature = $feature)]
        impl super::SystemIdentity for crate::$module::$ty {
            fn principal_id(resource: &super::Resource<Self>) -> super::Value<String> {
                resource.identity().principal_id()
            }
        }
    )*};
}

mod list;

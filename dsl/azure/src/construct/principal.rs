//! Who can be granted roles. It must not know which roles there are.

use dsl::{Resource, ResourceType, Value, ValueOf};

use crate::authorization::PrincipalType;
use crate::identity::SystemIdentity;
#[cfg(feature = "managed-identity")]
use crate::managed_identity::UserAssignedIdentity;

/// Something with an identity that roles can be granted to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no identity, so nothing can be granted to it",
    label = "this is no principal",
    note = "give it an identity first, for example `.system_assigned_identity()` on a machine, or name one by its object \
            id: `GivenPrincipal::group(id)`"
)]
pub trait Principal {
    /// The object id of the identity.
    fn principal_id(&self) -> Value<String>;

    /// The id of the resource that the identity belongs to, known before the identity is made.
    fn source_id(&self) -> Value<String>;

    /// What kind of principal it is.
    fn principal_type(&self) -> PrincipalType;
}

/// The identity that Azure makes for a resource, which has to ask for one: `.identity(…)` of type `SystemAssigned`.
#[derive(Clone, Debug)]
pub struct SystemIdentityOf<T: ResourceType>(Resource<T>);

impl<T: SystemIdentity> SystemIdentityOf<T> {
    /// Of a resource in the graph.
    pub fn new(resource: &Resource<T>) -> Self {
        SystemIdentityOf(resource.clone())
    }
}

impl<T: SystemIdentity> Principal for SystemIdentityOf<T> {
    fn principal_id(&self) -> Value<String> {
        T::principal_id(&self.0)
    }

    fn source_id(&self) -> Value<String> {
        self.0.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}

/// An identity of its own, which several resources can have.
#[cfg(feature = "managed-identity")]
impl Principal for Resource<UserAssignedIdentity> {
    fn principal_id(&self) -> Value<String> {
        self.properties().principal_id()
    }

    fn source_id(&self) -> Value<String> {
        self.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}

/// A principal that is there already, by its object id in Microsoft Entra.
#[derive(Clone, Debug)]
pub struct GivenPrincipal {
    object_id: Value<String>,
    principal_type: PrincipalType,
}

impl GivenPrincipal {
    /// A person.
    pub fn user(object_id: impl ValueOf<String>) -> Self {
        GivenPrincipal { object_id: object_id.into(), principal_type: PrincipalType::User }
    }

    /// A group of people: what to prefer for people.
    pub fn group(object_id: impl ValueOf<String>) -> Self {
        GivenPrincipal { object_id: object_id.into(), principal_type: PrincipalType::Group }
    }

    /// An application, by the object id of its service principal (not of its registration, nor the client id).
    pub fn service_principal(object_id: impl ValueOf<String>) -> Self {
        GivenPrincipal { object_id: object_id.into(), principal_type: PrincipalType::ServicePrincipal }
    }
}

impl Principal for GivenPrincipal {
    fn principal_id(&self) -> Value<String> {
        self.object_id.clone()
    }

    fn source_id(&self) -> Value<String> {
        self.object_id.clone()
    }

    fn principal_type(&self) -> PrincipalType {
        self.principal_type
    }
}

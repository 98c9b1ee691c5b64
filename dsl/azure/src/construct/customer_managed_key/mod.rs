//! Encryption with a key of the customer's own, by one call on every service that takes one. It must not know how the vault
//! is set up.

mod service;

use dsl::functions::{last, split};
use dsl::{Object, Resource, ResourceBody, Value};

use super::ManagedIdentities;
use crate::interface::TakesUserIdentities;
use crate::key_vault::{Vault, VaultKey};
use crate::managed_identity::UserAssignedIdentity;

/// A type of resource whose data can be encrypted with a key in a vault of the customer's.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encrypted with a key of the customer's",
    label = "this type of resource takes no customer-managed key",
    note = "if Azure takes one for it, set the properties that it wants: `.property(path, value)`"
)]
pub trait TakesCustomerManagedKey: TakesUserIdentities {
    /// With the properties that say which key it is, and as whom it is read.
    #[doc(hidden)]
    #[must_use]
    fn with_key(self, key: &KeyInVault<'_>) -> Self;
}

/// `.customer_managed_key(&vault, &key, &identity)`, on every resource that can be encrypted with one.
///
/// Azure demands that the vault has soft delete and purge protection, and that the identity has the role
/// `KeyVaultCryptoServiceEncryptionUser` on the key before the resource is deployed: describe the grant, and pass it to
/// `.depends_on(&grant)`. Where the service follows new versions of the key by itself, no version is printed.
pub trait CustomerManagedKey: ResourceBody {
    /// Encrypted with a key, which is read as an identity; the resource has that identity from now on, in place of other
    /// user-assigned ones.
    #[must_use]
    fn customer_managed_key(
        self,
        vault: &Resource<Vault>,
        key: &Resource<VaultKey>,
        identity: &Resource<UserAssignedIdentity>,
    ) -> Self
    where
        Self: TakesCustomerManagedKey,
    {
        self.user_assigned_identities([identity]).with_key(&KeyInVault { vault, key, identity })
    }
}

impl<T: ResourceBody> CustomerManagedKey for T {}

/// A key, the vault that it lies in, and the identity that reads it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct KeyInVault<'k> {
    vault: &'k Resource<Vault>,
    key: &'k Resource<VaultKey>,
    identity: &'k Resource<UserAssignedIdentity>,
}

#[allow(dead_code, reason = "each service uses a part of it")]
impl KeyInVault<'_> {
    fn name(&self) -> Value<String> {
        self.key.name()
    }

    /// The last part of the address with a version. There always is one, which the type of `last` cannot say.
    fn version(&self) -> Value<String> {
        Value::new(last(split(self.uri_with_version(), "/")))
    }

    fn vault_id(&self) -> Value<String> {
        self.vault.id()
    }

    fn vault_uri(&self) -> Value<String> {
        self.vault.properties().vault_uri()
    }

    /// The address without a version.
    fn uri(&self) -> Value<String> {
        self.key.properties().key_uri()
    }

    fn uri_with_version(&self) -> Value<String> {
        self.key.properties().key_uri_with_version()
    }

    fn identity_client_id(&self) -> Value<String> {
        self.identity.properties().client_id()
    }

    fn identity_id(&self) -> Value<String> {
        self.identity.id()
    }

    /// As an object of the id alone.
    fn identity_by_id(&self) -> Object {
        Object::default().with("userAssignedIdentity", self.identity.id())
    }
}

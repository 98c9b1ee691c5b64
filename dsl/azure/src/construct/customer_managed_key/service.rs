//! Where each service wants the key, and in which form. It must not know what a key is for.

#![allow(unused_imports, reason = "there are services only with the features of their providers")]

use dsl::{Object, ResourceBody};

use super::{KeyInVault, TakesCustomerManagedKey};

/// By name, version and address of the vault; [Learn: encryption of data at
/// rest](https://learn.microsoft.com/azure/ai-services/openai/encrypt-data-at-rest).
#[cfg(feature = "cognitive-services")]
impl TakesCustomerManagedKey for crate::cognitive_services::Account {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let properties = Object::default()
            .with("keyVaultUri", key.vault_uri())
            .with("keyName", key.name())
            .with("keyVersion", key.version())
            .with("identityClientId", key.identity_client_id());
        let encryption =
            Object::default().with("keySource", "Microsoft.KeyVault").with("keyVaultProperties", properties);
        self.set_property("properties.encryption", encryption)
    }
}

#[cfg(feature = "storage")]
impl TakesCustomerManagedKey for crate::storage::StorageAccount {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let properties = Object::default().with("keyvaulturi", key.vault_uri()).with("keyname", key.name());
        let encryption = Object::default()
            .with("keySource", "Microsoft.Keyvault")
            .with("keyvaultproperties", properties)
            .with("identity", key.identity_by_id());
        self.set_property("properties.encryption", encryption)
    }
}

#[cfg(feature = "container-registry")]
impl TakesCustomerManagedKey for crate::container_registry::Registry {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let properties = Object::default().with("keyIdentifier", key.uri()).with("identity", key.identity_client_id());
        let encryption = Object::default().with("status", "enabled").with("keyVaultProperties", properties);
        self.set_property("properties.encryption", encryption)
    }
}

/// The identity is a word with an id: [Learn: customer-managed
/// keys](https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys).
#[cfg(feature = "document-db")]
impl TakesCustomerManagedKey for crate::document_db::DatabaseAccount {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let identity = "UserAssignedIdentity=" + key.identity_id();
        self.set_property("properties.keyVaultKeyUri", key.uri()).set_property("properties.defaultIdentity", identity)
    }
}

#[cfg(feature = "service-bus")]
impl TakesCustomerManagedKey for crate::service_bus::Namespace {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        self.set_property("properties.encryption", of_namespace(key))
    }
}

#[cfg(feature = "event-hub")]
impl TakesCustomerManagedKey for crate::event_hub::Namespace {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        self.set_property("properties.encryption", of_namespace(key))
    }
}

/// Service Bus and Event Hubs ask for the same.
#[cfg(any(feature = "service-bus", feature = "event-hub"))]
fn of_namespace(key: &KeyInVault<'_>) -> Object {
    let properties = Object::default()
        .with("keyVaultUri", key.vault_uri())
        .with("keyName", key.name())
        .with("identity", key.identity_by_id());
    Object::default().with("keySource", "Microsoft.KeyVault").with("keyVaultProperties", [properties])
}

#[cfg(feature = "compute")]
impl TakesCustomerManagedKey for crate::compute::DiskEncryptionSet {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let source = Object::default().with("id", key.vault_id());
        let active = Object::default().with("sourceVault", source).with("keyUrl", key.uri_with_version());
        self.set_property("properties.activeKey", active)
            .set_property("properties.rotationToLatestKeyVersionEnabled", true)
    }
}

#[cfg(feature = "mysql")]
impl TakesCustomerManagedKey for crate::mysql::FlexibleServer {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        self.set_property("properties.dataEncryption", of_server(key))
    }
}

#[cfg(feature = "postgresql")]
impl TakesCustomerManagedKey for crate::postgresql::FlexibleServer {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        self.set_property("properties.dataEncryption", of_server(key))
    }
}

/// The flexible servers ask for the same.
#[cfg(any(feature = "mysql", feature = "postgresql"))]
fn of_server(key: &KeyInVault<'_>) -> Object {
    Object::default()
        .with("type", "AzureKeyVault")
        .with("primaryKeyURI", key.uri_with_version())
        .with("primaryUserAssignedIdentityId", key.identity_id())
}

#[cfg(feature = "sql")]
impl TakesCustomerManagedKey for crate::sql::Server {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        self.set_property("properties.primaryUserAssignedIdentityId", key.identity_id())
            .set_property("properties.keyId", key.uri_with_version())
    }
}

#[cfg(feature = "cache")]
impl TakesCustomerManagedKey for crate::cache::RedisEnterprise {
    fn with_key(self, key: &KeyInVault<'_>) -> Self {
        let identity = Object::default()
            .with("identityType", "userAssignedIdentity")
            .with("userAssignedIdentityResourceId", key.identity_id());
        let encryption = Object::default()
            .with("keyEncryptionKeyUrl", key.uri_with_version())
            .with("keyEncryptionKeyIdentity", identity);
        self.set_property("properties.encryption.customerManagedKeyEncryption", encryption)
    }
}

//! The types of resources in random graphs, and what can be read of them. It must not know where they are put.

use dsl::{Expr, Graph, RawResource, ResourceBody, ResourceGroup, Secret, Value, raw};

use super::Raw;

pub(super) const VAULT: &str = "Microsoft.KeyVault/vaults@2026-05-15";
pub(super) const SECRET: &str = "Microsoft.KeyVault/vaults/secrets@2026-05-15";
pub(super) const IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30";
pub(super) const STORAGE: &str = "Microsoft.Storage/storageAccounts@2026-09-01";
const BLOBS: &str = "Microsoft.Storage/storageAccounts/blobServices@2026-09-01";
const NETWORK: &str = "Microsoft.Network/virtualNetworks@2026-03-01";
const GRANT: &str = "Microsoft.Authorization/roleAssignments@2022-04-01";
const ROLES: &str = "Microsoft.Authorization/roleDefinitions";
const LOCK: &str = "Microsoft.Authorization/locks@2020-05-01";

pub(super) fn identity(name: Value<String>, location: &Value<String>) -> RawResource {
    raw(IDENTITY, name).property("location", location)
}

pub(super) fn account(name: Value<String>, location: &Value<String>) -> RawResource {
    raw(STORAGE, name)
        .property("location", location)
        .property("kind", "StorageV2")
        .property("sku", Expr::object([("name", "Standard_LRS".into())]))
}

pub(super) fn blobs(account: &Raw) -> RawResource {
    raw(BLOBS, "default").child_of(account)
}

pub(super) fn lock(name: Value<String>, target: &Raw) -> RawResource {
    raw(LOCK, name).on(target).property("properties", Expr::object([("level", "CanNotDelete".into())]))
}

pub(super) fn network(name: Value<String>, location: &Value<String>) -> RawResource {
    raw(NETWORK, name)
        .property("location", location)
        .property("properties.addressSpace.addressPrefixes", ["10.0.0.0/16"])
}

pub(super) fn grant(name: Value<String>, target: &Raw, principal: Value<String>) -> RawResource {
    let role = Expr::call("subscriptionResourceId", [ROLES.into(), "4633458b-17de-408a-b874-0445c86b69e6".into()]);
    raw(GRANT, name)
        .on(target)
        .property("properties", Expr::object([("principalId", principal.into()), ("roleDefinitionId", role)]))
}

pub(super) fn set_secret(secret: RawResource, value: &Value<Secret<String>>) -> RawResource {
    secret.property("properties.value", value)
}

/// A property that takes any text, made of these; nothing where there are none.
pub(super) fn referring(resource: RawResource, property: &'static str, values: &[Value<String>]) -> RawResource {
    let text = values.iter().cloned().reduce(|text, value| text + "-" + &value);
    text.map_or(resource.clone(), |text| resource.property(property, text))
}

/// A text that only the deployed resource has.
pub(super) fn late(resource: &Raw) -> Value<String> {
    resource.read("properties.principalId").cast()
}

pub(super) fn endpoint(account: &Raw) -> Value<String> {
    account.read("properties.primaryEndpoints.blob").cast()
}

pub(super) fn key(account: &Raw) -> Value<Secret<String>> {
    Value::new(account.expr().invoke("listKeys", []).member("keys").index(0).member("value"))
}

/// Adds a resource whose handle nobody needs.
pub(super) trait Added {
    fn add_to(self, g: &mut Graph<ResourceGroup>, symbol: impl Into<dsl::Text>);
}

impl Added for RawResource {
    fn add_to(self, g: &mut Graph<ResourceGroup>, symbol: impl Into<dsl::Text>) {
        let _: Raw = self.add(g, symbol);
    }
}

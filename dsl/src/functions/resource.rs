//! Ids of resources, and reading resources that no handle leads to. With a handle, `.id()` and its properties say it better.

use super::texts;
use crate::expr::Expr;
use crate::shape::Any;
use crate::value::{Value, ValueOf};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($($place:ident),*) = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name<V: ValueOf<String>>(
            $($place: impl ValueOf<String>,)*
            resource_type: &'static str,
            names: impl IntoIterator<Item = V>,
        ) -> Value<String> {
            let place: Vec<Expr> = vec![$($place.into().into(),)* Expr::string(resource_type)];
            Value::new(Expr::call($bicep, place.into_iter().chain(texts(names)).collect::<Vec<_>>()))
        }
    )*};
}

ids! {
    /// `resourceId(type, name, …)`: the id of a resource of the resource group that is deployed to; one name for each part of
    /// the type behind the provider.
    resource_id() = "resourceId";
    /// `resourceId(group, type, name, …)`: the id of a resource of another resource group.
    resource_id_in_group(resource_group) = "resourceId";
    /// `resourceId(subscription, group, type, name, …)`: the id of a resource of another subscription.
    resource_id_in_subscription(subscription_id, resource_group) = "resourceId";
    /// `subscriptionResourceId(type, name, …)`: the id of a resource of the subscription that is deployed to.
    subscription_resource_id() = "subscriptionResourceId";
    /// `subscriptionResourceId(subscription, type, name, …)`: the id of a resource of another subscription.
    subscription_resource_id_in(subscription_id) = "subscriptionResourceId";
    /// `managementGroupResourceId(type, name, …)`: the id of a resource of the management group that is deployed to.
    management_group_resource_id() = "managementGroupResourceId";
    /// `managementGroupResourceId(group, type, name, …)`: the id of a resource of another management group.
    management_group_resource_id_in(management_group) = "managementGroupResourceId";
    /// `tenantResourceId(type, name, …)`: the id of a resource of the tenant.
    tenant_resource_id() = "tenantResourceId";
    /// `extensionResourceId(id, type, name, …)`: the id of what extends the resource with that id.
    extension_resource_id(resource_id) = "extensionResourceId";
}

functions! {
    /// `reference(id, apiVersion)`: the properties of a resource, read when the deployment comes to it.
    reference(id: String, api_version: String) -> Any = "reference";
    /// `providers(namespace, type)`: the regions and versions of a resource type. The compiler warns that it is deprecated.
    providers(namespace: String, resource_type: String) -> Any = "providers";
}

/// `reference(id, apiVersion, 'Full')`: all of a resource, with its region and its tags.
pub fn reference_full(id: impl ValueOf<String>, api_version: impl ValueOf<String>) -> Value<Any> {
    Value::new(Expr::call("reference", vec![id.into().into(), api_version.into().into(), "Full".into()]))
}

crate::view! {
    /// What Bicep knows of a role of Azure.
    pub struct RoleDefinition;
    read_only {
        id: String = "id", "the resource id";
        role_definition_id: String = "roleDefinitionId", "the id alone, a GUID";
    }
}

/// `roleDefinitions(name)`: a role of Azure by its name. A name that does not exist fails when it is deployed; the roles of
/// the catalogue cannot be misspelt.
pub fn role_definitions(name: impl ValueOf<String>) -> RoleDefinition {
    RoleDefinition::from(Expr::call("roleDefinitions", vec![name.into().into()]))
}

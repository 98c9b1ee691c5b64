//! What Bicep knows of the deployment that runs, and of where it is deployed to. Other scopes of that kind, such as
//! `resourceGroup('rg-hub')`, are no values: modules and existing resources take them as a
//! [`DeploymentScope`](crate::DeploymentScope).

use crate::expr::Expr;

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident() -> $view:ident = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> $view {
            $view::from(Expr::call($bicep, []))
        }
    )*};
}

facts! {
    /// `resourceGroup()`: the resource group that is deployed to.
    resource_group() -> ResourceGroupFacts = "resourceGroup";
    /// `subscription()`: the subscription that is deployed to.
    subscription() -> SubscriptionFacts = "subscription";
    /// `managementGroup()`: the management group that is deployed to.
    management_group() -> ManagementGroupFacts = "managementGroup";
    /// `tenant()`: the tenant that is deployed to.
    tenant() -> TenantFacts = "tenant";
    /// `deployment()`: the deployment that runs.
    deployment() -> DeploymentFacts = "deployment";
    /// `deployer()`: who deploys.
    deployer() -> DeployerFacts = "deployer";
    /// `environment()`: the cloud that is deployed to, with its hosts.
    environment() -> EnvironmentFacts = "environment";
}

crate::view! {
    /// What Bicep knows of a resource group.
    pub struct ResourceGroupFacts;
    read_only {
        id: String = "id", "the resource id";
        name: String = "name", "the name";
        location: String = "location", "the region: allowed in defaults of params only, so that a deployment may choose another one";
        managed_by: String = "managedBy", "the id of the application that manages the group";
        tags: crate::Map<String> = "tags";
    }
}

crate::view! {
    /// What Bicep knows of a subscription.
    pub struct SubscriptionFacts;
    read_only {
        id: String = "id", "the resource id";
        subscription_id: String = "subscriptionId", "the id alone, a GUID";
        tenant_id: String = "tenantId", "the tenant that the subscription trusts, a GUID";
        display_name: String = "displayName", "the name";
    }
}

crate::view! {
    /// What Bicep knows of a management group.
    pub struct ManagementGroupFacts;
    read_only {
        id: String = "id", "the resource id";
        name: String = "name", "the last part of the id";
    }
}

crate::view! {
    /// What Bicep knows of a tenant.
    pub struct TenantFacts;
    read_only {
        tenant_id: String = "tenantId", "a GUID";
        display_name: String = "displayName", "the name";
        country: String = "country";
    }
}

crate::view! {
    /// What Bicep knows of a deployment.
    pub struct DeploymentFacts;
    read_only {
        name: String = "name", "the name that it was started with";
        location: String = "location", "of deployments above resource groups; in defaults of params only";
    }
}

crate::view! {
    /// What Bicep knows of who deploys.
    pub struct DeployerFacts;
    read_only {
        object_id: String = "objectId", "the principal, a GUID";
        tenant_id: String = "tenantId", "its tenant, a GUID";
        user_principal_name: String = "userPrincipalName", "empty if it is no user";
    }
}

crate::view! {
    /// What Bicep knows of a cloud.
    pub struct EnvironmentFacts;
    read_only {
        name: String = "name", "`AzureCloud`, `AzureChinaCloud`, `AzureUSGovernment`";
        portal: String = "portal", "where people manage it";
        resource_manager: String = "resourceManager", "where requests about resources go";
        graph: String = "graph", "Microsoft Graph's predecessor";
        authentication: CloudAuthentication = "authentication";
        suffixes: CloudSuffixes = "suffixes";
    }
}

crate::view! {
    /// How callers prove to a cloud who they are.
    pub struct CloudAuthentication;
    read_only {
        login_endpoint: String = "loginEndpoint", "where they log in";
        audiences: Vec<String> = "audiences", "what tokens are asked for";
        tenant: String = "tenant", "`common`";
        identity_provider: String = "identityProvider", "`AAD`";
    }
}

crate::view! {
    /// How the hosts of a cloud end, without the dot in front unless it is said.
    pub struct CloudSuffixes;
    read_only {
        acr_login_server: String = "acrLoginServer", "container registries, with the dot";
        key_vault_dns: String = "keyvaultDns", "key vaults, with the dot";
        sql_server_hostname: String = "sqlServerHostname", "SQL servers, with the dot";
        storage: String = "storage", "storage accounts, behind `blob.` and its kin";
    }
}

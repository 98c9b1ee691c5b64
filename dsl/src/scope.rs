//! The scopes that a template is deployed to, as types. It must not know which resource may live where.

mod sealed {
    pub trait Sealed {}
}

/// Where a template is deployed; see [Learn: target scopes](https://learn.microsoft.com/azure/azure-resource-manager/bicep/deploy-to-resource-group).
pub trait Scope: sealed::Sealed + 'static {
    /// The word after `targetScope =`.
    const NAME: &'static str;
}

macro_rules! scope {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}

        impl sealed::Sealed for $name {}

        impl Scope for $name {
            const NAME: &'static str = $word;
        }
    )*};
}

scope! {
    /// A resource group, which holds most resources.
    ResourceGroup = "resourceGroup";
    /// A subscription, which holds resource groups, policies and role assignments.
    Subscription = "subscription";
    /// A management group, which holds subscriptions and policies.
    ManagementGroup = "managementGroup";
    /// The whole tenant.
    Tenant = "tenant";
}

/// Modules of a template for this scope can be deployed to the scope `T`.
#[diagnostic::on_unimplemented(
    message = "a template for the scope `{Self}` cannot deploy to the scope `{T}`",
    label = "Azure Resource Manager deploys nothing from there to here",
    note = "make it a scenario of its own, for the scope that it is deployed to"
)]
pub trait Reaches<T: Scope>: Scope {}

macro_rules! reaches {
    ($($from:ident => $($to:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl Reaches<$to> for $from {}
    )*)*};
}

reaches! {
    ResourceGroup => ResourceGroup Subscription Tenant;
    Subscription => ResourceGroup Subscription Tenant;
    ManagementGroup => ResourceGroup Subscription ManagementGroup Tenant;
    Tenant => ResourceGroup Subscription ManagementGroup Tenant;
}

/// `targetScope` is written unless it is the default one.
pub(crate) fn written_scope(name: &'static str) -> Option<&'static str> {
    (name != ResourceGroup::NAME).then_some(name)
}

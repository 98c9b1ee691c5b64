//! The common interfaces of Azure Verified Modules, as traits: which type of resource can be locked, has tags, takes
//! identities, emits diagnostics. It must not know how an interface is used.
//!
//! The data of the types decides, save for diagnostics, of which it says nothing: `diagnostics.tsv` follows
//! [Learn: supported resource log categories](https://learn.microsoft.com/azure/azure-monitor/reference/logs-index).

use dsl::{Map, ResourceBody, ResourceType, ValueOf};

/// A type of resource that can be locked: it lives in a resource group and is no extension of another resource.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be locked",
    label = "this resource extends another one, or lives in no resource group",
    note = "lock the resource that it belongs to"
)]
pub trait Lockable: ResourceType {}

/// A type of resource that has tags, for code that is the same for all of them.
///
/// ```
/// use azure::interface::Tagged;
///
/// fn owned<T: Tagged>(resource: T) -> T {
///     resource.tags([("owner", "platform")])
/// }
/// ```
#[diagnostic::on_unimplemented(message = "`{Self}` has no tags", label = "this type of resource takes no tags")]
pub trait Tagged: ResourceBody {
    /// Names with values, instead of those that were set before.
    #[must_use]
    fn tags(self, tags: impl ValueOf<Map<String>>) -> Self;
}

/// A type of resource that emits logs or metrics which a diagnostic setting can send somewhere.
#[diagnostic::on_unimplemented(
    message = "`{Self}` emits nothing that a diagnostic setting could send",
    label = "this type of resource supports no diagnostic settings",
    note = "of a storage account, the services emit the logs: `BlobService` and its like",
    note = "if Azure supports them meanwhile, write one out: `azure::insights::DiagnosticSetting::new(&resource, …)`"
)]
pub trait DiagnosticSource: ResourceType {
    /// Whether it emits logs.
    const LOGS: bool;
    /// Whether it emits metrics.
    const METRICS: bool;
}

/// A type of resource that can have managed identities, of one kind or of both.
pub trait IdentityHolder: ResourceBody {
    /// The word for having an identity of each kind, as this type spells it, if it can have both.
    const BOTH: Option<&'static str>;
}

/// A type of resource that Azure can make an identity for, which lives and dies with it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes no system-assigned identity",
    label = "Azure makes no identity for this type of resource"
)]
pub trait TakesSystemIdentity: IdentityHolder {}

/// A type of resource that can have identities which live on their own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes no user-assigned identities",
    label = "this type of resource has no identities that live on their own"
)]
pub trait TakesUserIdentities: IdentityHolder {}

/// Types with their interfaces, one line a type, after the feature that has it.
macro_rules! interfaces {
    ($($feature:tt $module:ident::$ty:ident: $($interface:ident $(($($arguments:tt)*))?),*;)*) => {
        $($(interface! { $interface $feature $module $ty $(($($arguments)*))? })*)*
    };
}

macro_rules! interface {
    (lock $feature:tt $module:ident $ty:ident) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::Lockable for crate::$module::$ty {}
    };
    (tags $feature:tt $module:ident $ty:ident) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::Tagged for crate::$module::$ty {
            fn tags(self, tags: impl super::ValueOf<super::Map<String>>) -> Self {
                // The method of the struct itself, which comes first.
                self.tags(tags)
            }
        }
    };
    (identity $feature:tt $module:ident $ty:ident ($both:expr)) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::IdentityHolder for crate::$module::$ty {
            const BOTH: Option<&'static str> = $both;
        }
    };
    (system_identity $feature:tt $module:ident $ty:ident) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::TakesSystemIdentity for crate::$module::$ty {}
    };
    (user_identities $feature:tt $module:ident $ty:ident) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::TakesUserIdentities for crate::$module::$ty {}
    };
    (diagnostics $feature:tt $module:ident $ty:ident ($logs:literal, $metrics:literal)) => {
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl super::DiagnosticSource for crate::$module::$ty {
            const LOGS: bool = $logs;
            const METRICS: bool = $metrics;
        }
    };
}

mod list;

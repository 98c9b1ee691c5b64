//! Where a module is deployed. It must not know what is in it.

use std::marker::PhantomData;

use super::{DeploymentScope, Resource, ResourceType};
use crate::expr::Expr;
use crate::scope::{ManagementGroup, ResourceGroup, Scope, Subscription, Tenant};
use crate::value::{Value, ValueOf};

/// A scope of Azure by its name or id, for a module that is deployed elsewhere than its caller.
#[derive(Clone, Debug)]
pub struct ScopeOf<T> {
    expr: Expr,
    target: PhantomData<fn() -> T>,
}

impl<T: Scope> ScopeOf<T> {
    /// Says that `expr` is such a scope. The compiler of Rust cannot check it, the one of Bicep will.
    pub fn new(expr: impl Into<Expr>) -> Self {
        ScopeOf { expr: expr.into(), target: PhantomData }
    }

    /// As `scope:` takes it.
    pub(super) fn into_expr(self) -> Expr {
        self.expr
    }

    fn call(arguments: impl IntoIterator<Item = Value<String>>) -> Self {
        let arguments: Vec<Expr> = arguments.into_iter().map(Expr::from).collect();
        ScopeOf::new(Expr::call(T::NAME, arguments))
    }
}

impl ResourceGroup {
    /// A resource group of the subscription that is deployed to: `resourceGroup('rg-hub')`.
    pub fn named(name: impl ValueOf<String>) -> ScopeOf<ResourceGroup> {
        ScopeOf::call([name.into()])
    }

    /// A resource group of another subscription: `resourceGroup(subscriptionId, 'rg-hub')`.
    pub fn in_subscription(
        subscription_id: impl ValueOf<String>,
        name: impl ValueOf<String>,
    ) -> ScopeOf<ResourceGroup> {
        ScopeOf::call([subscription_id.into(), name.into()])
    }
}

impl Subscription {
    /// The subscription of the resource group that is deployed to: `subscription()`.
    pub fn current() -> ScopeOf<Subscription> {
        ScopeOf::call([])
    }

    /// Another subscription, by its id: `subscription(id)`.
    pub fn with_id(id: impl ValueOf<String>) -> ScopeOf<Subscription> {
        ScopeOf::call([id.into()])
    }
}

impl ManagementGroup {
    /// A management group, by its name: `managementGroup('platform')`.
    pub fn named(name: impl ValueOf<String>) -> ScopeOf<ManagementGroup> {
        ScopeOf::call([name.into()])
    }
}

impl Tenant {
    /// The tenant: `tenant()`.
    pub fn current() -> ScopeOf<Tenant> {
        ScopeOf::call([])
    }
}

/// A type of resource that is a scope itself: a resource group, which a subscription holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no scope",
    label = "nothing is deployed to this kind of resource",
    note = "pass a resource group"
)]
pub trait ScopeResource: ResourceType {
    /// What is deployed to it.
    type Target: Scope;
}

impl<R: ScopeResource> From<&Resource<R>> for ScopeOf<R::Target> {
    fn from(resource: &Resource<R>) -> Self {
        ScopeOf::new(resource.expr())
    }
}

/// Where a module of a graph for the scope `S` is deployed: `DeploymentScope` for the same place, or a [`ScopeOf`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no place for a module",
    label = "expected a scope",
    note = "write `DeploymentScope` for the place of the caller, `ResourceGroup::named(\"rg-hub\")` for another one"
)]
pub trait ModuleScope<S: Scope> {
    /// What its content is deployed to.
    type Target: Scope;

    /// What `scope:` takes; nothing for the place of the caller.
    #[doc(hidden)]
    fn scope(self) -> Option<Expr>;
}

impl<S: Scope> ModuleScope<S> for DeploymentScope {
    type Target = S;

    fn scope(self) -> Option<Expr> {
        None
    }
}

impl<S: Scope, T: Scope> ModuleScope<S> for ScopeOf<T> {
    type Target = T;

    fn scope(self) -> Option<Expr> {
        Some(self.expr)
    }
}

impl<S: Scope, R: ScopeResource> ModuleScope<S> for &Resource<R> {
    type Target = R::Target;

    fn scope(self) -> Option<Expr> {
        Some(self.expr())
    }
}

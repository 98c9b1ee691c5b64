//! Conditions: what is added under one, and how it is read where nobody knows whether it was deployed, or is there at all.

use std::panic::Location;

use super::perspective::{Handle, Perspective, needs_deployment};
use super::region::{RegionKind, Span};
use super::{Graph, Resource, ResourceType};
use crate::expr::{Accessor, BinaryOperator, Expr};
use crate::scope::Scope;
use crate::value::{IntoValue, Value, ValueOf};

/// What was added under a condition, or is looked for by [`Existing::add_if_found`](crate::Existing::add_if_found). Whether it is deployed is known only then, so that its properties may be null.
///
/// ```
/// # use dsl::{Graph, ResourceBody, ResourceGroup, raw};
/// # let mut g = Graph::<ResourceGroup>::new();
/// let logging = g.param_of::<bool>("logging").default(true).describe("Whether logs are kept.");
/// let workspace = g.when(&logging, |g| {
///     raw("Microsoft.OperationalInsights/workspaces@2025-07-01", "logs").add(g, "workspace")
/// });
/// let id = workspace.read(|workspace| workspace.read("properties.customerId").cast::<String>());
/// assert_eq!(id.or_else("none").to_string(), "<node 1>.?properties.customerId ?? 'none'");
/// ```
#[derive(Clone, Debug)]
pub struct Maybe<H> {
    handle: H,
    condition: Expr,
    inside: Span,
}

impl<S: Scope> Graph<S> {
    /// Adds what `fill` adds only where the condition holds: `resource … = if (condition) {`. What `fill` returns comes back
    /// as something that may not be there; inside of `fill`, it is.
    ///
    /// The condition may need params and vars, and of resources only what is known before they are deployed. Outputs
    /// become null where it does not hold.
    #[track_caller]
    pub fn when<H: Handle>(&mut self, condition: impl ValueOf<bool>, fill: impl FnOnce(&mut Self) -> H) -> Maybe<H> {
        let condition: Expr = condition.into().into();
        let (handle, inside) = self.within(RegionKind::When(condition.clone()), Location::caller(), fill);
        Maybe { handle, condition, inside }
    }
}

impl<H: Handle> Maybe<H> {
    /// Reads a value that is null where the condition does not hold: `account.?properties.endpoint`.
    pub fn read<V: IntoValue>(&self, read: impl FnOnce(&H) -> V) -> Value<Option<V::Type>> {
        let value: Expr = read(&self.handle).into_value().into();
        Value::new(self.safe(&value).unwrap_or_else(|| {
            let value = self.promise().apply(&value);
            Expr::ternary(self.condition.clone(), value, Expr::Null)
        }))
    }

    /// Promises that the condition holds: `account!.properties.endpoint`. Where it does not, the deployment fails.
    pub fn non_null(&self) -> H {
        self.handle.seen_from(&self.promise())
    }

    /// The condition under which it is deployed.
    pub fn condition(&self) -> Value<bool> {
        Value::new(self.condition.clone())
    }

    fn promise(&self) -> Perspective {
        Perspective::promised(self.inside.clone())
    }

    /// The first step behind a resource made safe, where the whole value is a chain of steps from there.
    fn safe(&self, value: &Expr) -> Option<Expr> {
        let Expr::Access(access) = value else { return None };
        let mut is_chain = true;
        access.1.for_each_inside(&mut |inside| inside.walk(&mut |part| is_chain &= !self.promise().names_inside(part)));
        match &access.1 {
            _ if !is_chain => None,
            Accessor::Property(name) if self.promise().names_inside(&access.0) => {
                let safe = access.0.clone().access(Accessor::SafeProperty(name.clone()));
                needs_deployment(&access.1).then_some(safe)
            }
            _ => Some(self.safe(&access.0)?.access(access.1.clone())),
        }
    }
}

/// What is there whatever the deployment decides.
#[diagnostic::on_unimplemented(
    message = "what was added by `g.when(…)` may not be there, so its properties may be null",
    label = "this may be null",
    note = "read them by `.read(|it| it.properties()…)`, which may be null, or promise that it is there by `.non_null()`"
)]
#[doc(hidden)]
pub trait AlwaysDeployed {}

impl<H: Handle> Maybe<H> {
    /// Nothing: it says how properties are read, where somebody tries it as for any other resource.
    #[doc(hidden)]
    pub fn properties(&self) -> Value<String>
    where
        Self: AlwaysDeployed,
    {
        Value::new(Expr::Null)
    }
}

impl<T: ResourceType> Maybe<Resource<T>> {
    /// What may exist already or not.
    pub(super) fn found(handle: Resource<T>) -> Self {
        let inside = Span::of(handle.node());
        let condition = Expr::binary(handle.expr(), BinaryOperator::NotEqual, Expr::Null);
        Maybe { handle, condition, inside }
    }

    /// The resource id, which is known whether it is deployed or not.
    pub fn id(&self) -> Value<String> {
        self.handle.id()
    }

    /// The resource's name, which is known whether it is deployed or not.
    pub fn name(&self) -> Value<String> {
        self.handle.name()
    }
}

impl<H: Handle> Handle for Maybe<H> {
    fn seen_from(&self, place: &Perspective) -> Self {
        let (handle, condition) = (self.handle.seen_from(place), place.apply(&self.condition));
        Maybe { handle, condition, inside: self.inside.clone() }
    }
}

//! What adding returns: a typed name for a node, cheap to clone. A handle must not know the content of its node.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Add, Deref};

use super::{NodeId, ResourceType};
use crate::expr::{Accessor, Expr};
use crate::shape::OpenChoice;
use crate::value::{Guarded, IntoValue, Secret, SecretText, Value, ValueOf};

macro_rules! value_handle {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        pub struct $name<T> {
            value: Value<T>,
            node: NodeId,
        }

        impl<T> $name<T> {
            pub(crate) fn new(node: NodeId) -> Self {
                $name { value: Value::new(Expr::Reference(node)), node }
            }

            /// The identity of the node.
            pub fn node(&self) -> NodeId {
                self.node
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                $name { value: self.value.clone(), node: self.node }
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.node).finish()
            }
        }

        impl<T> Deref for $name<T> {
            type Target = Value<T>;
            fn deref(&self) -> &Value<T> {
                &self.value
            }
        }

        impl<T> From<$name<T>> for Value<T> {
            fn from(handle: $name<T>) -> Self {
                handle.value
            }
        }

        impl<T> From<&$name<T>> for Value<T> {
            fn from(handle: &$name<T>) -> Self {
                handle.value.clone()
            }
        }

        impl<T> IntoValue for $name<T> {
            type Type = T;
            fn into_value(self) -> Value<T> {
                self.value
            }
        }

        impl<T> IntoValue for &$name<T> {
            type Type = T;
            fn into_value(self) -> Value<T> {
                self.value.clone()
            }
        }

        /// `&handle + right`, as for values.
        impl<R: ValueOf<String>> Add<R> for &$name<String> {
            type Output = Value<String>;
            fn add(self, right: R) -> Value<String> {
                self.value.clone() + right
            }
        }

        /// `&handle + right`, as for values.
        impl<R: ValueOf<i64>> Add<R> for &$name<i64> {
            type Output = Value<i64>;
            fn add(self, right: R) -> Value<i64> {
                self.value.clone() + right
            }
        }

        /// `&secret + right`, which is a secret.
        impl<R: ValueOf<Guarded<String>>> Add<R> for &$name<Secret<String>> {
            type Output = SecretText;
            fn add(self, right: R) -> SecretText {
                "" + &self.value + right
            }
        }

        /// `"literal" + &handle`, as for values.
        impl Add<&$name<String>> for &'static str {
            type Output = Value<String>;
            fn add(self, right: &$name<String>) -> Value<String> {
                self + &right.value
            }
        }

        /// `"literal" + &secret`, which is a secret.
        impl Add<&$name<Secret<String>>> for &'static str {
            type Output = SecretText;
            fn add(self, right: &$name<Secret<String>>) -> SecretText {
                self + &right.value
            }
        }

        /// `text + &secret`, which is a secret.
        impl Add<&$name<Secret<String>>> for Value<String> {
            type Output = SecretText;
            fn add(self, right: &$name<Secret<String>>) -> SecretText {
                self + &right.value
            }
        }
    )*};
}

/// The handle of a text where an open enum is asked for.
macro_rules! open_choice {
    ($($handle:ty),*) => {$(
        impl<T: OpenChoice> From<$handle> for Value<T> {
            fn from(handle: $handle) -> Self {
                handle.value.clone().cast()
            }
        }
    )*};
}

open_choice! { Param<String>, &Param<String>, Var<String>, &Var<String> }

/// A handle where a guarded value is asked for, which may be a secret, and where any expression is.
macro_rules! handles {
    ($($handle:ident),*) => {$(
        impl<T> From<&$handle<T>> for Value<Guarded<T>> {
            fn from(handle: &$handle<T>) -> Self {
                handle.value.clone().cast()
            }
        }

        impl<T> From<&$handle<Secret<T>>> for Value<Guarded<T>> {
            fn from(handle: &$handle<Secret<T>>) -> Self {
                handle.value.clone().cast()
            }
        }

        impl<T> From<$handle<T>> for Expr {
            fn from(handle: $handle<T>) -> Self {
                handle.value.into()
            }
        }

        impl<T> From<&$handle<T>> for Expr {
            fn from(handle: &$handle<T>) -> Self {
                handle.value.expr().clone()
            }
        }
    )*};
}

handles! { Param, Var }

value_handle! {
    /// A param of the graph: a value that a parameter set may give.
    Param;
    /// A var of the graph.
    Var;
}

impl<T> Var<T> {
    /// As it is written in another place.
    pub(super) fn with(&self, expr: Expr) -> Self {
        Var { value: Value::new(expr), node: self.node }
    }
}

/// A resource of the graph, declared or existing. What it offers to read is at hand as methods: `account.endpoint()`.
pub struct Resource<T: ResourceType> {
    node: NodeId,
    /// The node, or one element of what a loop makes of it.
    expr: Expr,
    /// Somebody promises that it is deployed, although it stands under a condition.
    promised: bool,
    view: T::View,
    ty: PhantomData<fn() -> T>,
}

impl<T: ResourceType> Resource<T> {
    pub(crate) fn new(node: NodeId) -> Self {
        Resource::seen(node, Expr::Reference(node), false)
    }

    fn seen(node: NodeId, expr: Expr, promised: bool) -> Self {
        let read = if promised { expr.clone().access(Accessor::NonNull) } else { expr.clone() };
        Resource { node, expr, promised, view: T::View::from(read), ty: PhantomData }
    }

    /// As one element of what a loop makes.
    pub(super) fn at(&self, element: Expr) -> Self {
        Resource::seen(self.node, element, self.promised)
    }

    /// Where somebody promises that it is deployed.
    pub(super) fn promised(&self) -> Self {
        Resource::seen(self.node, self.expr.clone(), true)
    }

    /// The identity of the node.
    pub fn node(&self) -> NodeId {
        self.node
    }

    /// The resource itself, as `scope:` takes it.
    pub fn expr(&self) -> Expr {
        self.expr.clone()
    }

    /// Which element it is of what a loop makes; of loops in loops, the position in the innermost one comes first.
    pub(super) fn position(&self) -> Vec<Expr> {
        let (mut position, mut expr) = (Vec::new(), &self.expr);
        while let Expr::Access(access) = expr
            && let Accessor::Index(index) = &access.1
        {
            position.insert(0, index.clone());
            expr = &access.0;
        }
        position
    }

    /// The resource id: `/subscriptions/…`.
    pub fn id(&self) -> Value<String> {
        Value::new(self.expr().member("id"))
    }

    /// The resource's name in Azure.
    pub fn name(&self) -> Value<String> {
        Value::new(self.expr().member("name"))
    }
}

impl<T: ResourceType> Clone for Resource<T> {
    fn clone(&self) -> Self {
        Resource::seen(self.node, self.expr.clone(), self.promised)
    }
}

impl<T: ResourceType> fmt::Debug for Resource<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Resource").field(&self.node).finish()
    }
}

impl<T: ResourceType> Deref for Resource<T> {
    type Target = T::View;
    fn deref(&self) -> &T::View {
        &self.view
    }
}

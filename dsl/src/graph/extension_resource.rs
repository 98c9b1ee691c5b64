//! Resources of extensions whose types are known, and what finds those that are there already. It must not know any of them.

use std::fmt;
use std::marker::PhantomData;

use super::{Existing, ResourceType};
use crate::value::ValueOf;

/// A type of resource of an extension. [`extension_resource!`](crate::extension_resource) implements it.
pub trait ExtensionResource: ResourceType {}

/// A property of resources `R` by which one is told from others besides what every one of them has. Its value is a `T`.
pub struct Identifier<R, T> {
    path: &'static str,
    ty: PhantomData<fn() -> (R, T)>,
}

impl<R, T> Identifier<R, T> {
    /// The property at a path such as `metadata.namespace`.
    pub const fn new(path: &'static str) -> Self {
        Identifier { path, ty: PhantomData }
    }
}

impl<R, T> fmt::Debug for Identifier<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Identifier").field(&self.path).finish()
    }
}

impl<R: ExtensionResource> Existing<R> {
    /// Looks for the one that has this value too: `Service::existing(&k8s, "web").found_by(Service::NAMESPACE, "shop")`.
    #[allow(clippy::needless_pass_by_value, reason = "an identifier is a constant of the resource's type")]
    pub fn found_by<T>(mut self, identifier: Identifier<R, T>, value: impl ValueOf<T>) -> Self {
        self.declaration.body.set_path(identifier.path, value.into().into());
        self
    }
}

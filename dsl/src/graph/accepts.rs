//! Telling checks what they need not find, whether a resource is to be or there already. It must not know any check.

use super::{Existing, ResourceBody, ResourceType};
use crate::check::Check;
use crate::expr::Text;

/// The main resource of a construct: one to be, or one that is there already.
pub trait Accepts: Sized {
    /// Accepts what a check would find about the construct, for a reason: about this resource, or another one that was added
    /// [with it](crate::Graph::as_whole).
    fn accept(self, check: Check, reason: impl Into<Text>) -> Self;
}

impl<T: ResourceBody> Accepts for T {
    fn accept(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.declaration().accept(check, reason.into(), true);
        self
    }
}

impl<T: ResourceType> Accepts for Existing<T> {
    fn accept(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.declaration.accept(check, reason.into(), true);
        self
    }
}

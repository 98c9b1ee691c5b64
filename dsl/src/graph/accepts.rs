//! Telling checks what they need not find, whether a resource is to be or there already. It must not know any check.

use super::{Existing, ResourceBody, ResourceType};
use crate::check::Check;
use crate::expr::Text;

/// A resource to be, or one that is there already: `allow` of either, for code that is the same for both.
pub trait Accepts: Sized {
    /// Accepts what a check would find, for a reason.
    fn accept(self, check: Check, reason: impl Into<Text>) -> Self;
}

impl<T: ResourceBody> Accepts for T {
    fn accept(self, check: Check, reason: impl Into<Text>) -> Self {
        self.allow(check, reason)
    }
}

impl<T: ResourceType> Accepts for Existing<T> {
    fn accept(self, check: Check, reason: impl Into<Text>) -> Self {
        self.allow(check, reason)
    }
}

//! What a resource can be deployed after. It must not know why.

use super::{Each, Maybe, NodeId, Resource, ResourceType};
use crate::expr::Expr;

/// What a resource can be deployed after: a resource, also one under a condition, or all that a loop makes.
#[diagnostic::on_unimplemented(
    message = "nothing can be deployed after `{Self}`",
    label = "this is no resource",
    note = "pass the handle of a resource"
)]
pub trait Dependency {
    /// As `dependsOn` takes it.
    #[doc(hidden)]
    fn reference(&self) -> Expr;
}

impl<T: ResourceType> Dependency for Resource<T> {
    fn reference(&self) -> Expr {
        self.expr()
    }
}

impl<T: ResourceType> Dependency for Maybe<Resource<T>> {
    fn reference(&self) -> Expr {
        self.non_null().expr()
    }
}

impl<T: ResourceType> Dependency for Each<Resource<T>> {
    fn reference(&self) -> Expr {
        self.all()
    }
}

/// A resource that was found in the graph by what it is: a construct has no handle of what others have added.
#[derive(Clone, Copy, Debug)]
pub struct Found(pub(crate) NodeId);

impl Dependency for Found {
    fn reference(&self) -> Expr {
        Expr::Reference(self.0)
    }
}

//! What a construct returns of a service that not every resource of its type is: one that private endpoints can lead to. It
//! must not know any service.

use std::ops::Deref;

use dsl::{Resource, ResourceType, Value};

use super::target::{Group, PrivateLinkTarget};

/// A service to be that has a SKU with private link.
#[derive(Clone, Copy, Debug)]
pub enum WithPrivateLink {}

/// A service to be of a SKU without private link: what adding it returns is no target of private endpoints.
#[derive(Clone, Copy, Debug)]
pub enum NoPrivateLink {}

/// A resource in a graph of which a construct has made sure that private endpoints can lead to its group `G`: it has the
/// SKU that Azure demands, or says in which region it is.
#[derive(Clone, Debug)]
pub struct Reachable<R: ResourceType, G: Group> {
    resource: Resource<R>,
    region: G::Region,
}

impl<R: ResourceType, G: Group> Reachable<R, G> {
    #[allow(dead_code, reason = "there are such constructs only with the features of their providers")]
    pub(in crate::construct) fn new(resource: Resource<R>, region: G::Region) -> Self {
        Reachable { resource, region }
    }
}

impl<R: ResourceType, G: Group> Deref for Reachable<R, G> {
    type Target = Resource<R>;
    fn deref(&self) -> &Resource<R> {
        &self.resource
    }
}

impl<R: ResourceType, G: Group> PrivateLinkTarget for Reachable<R, G> {
    type Group = G;
    fn id(&self) -> Value<String> {
        self.resource.id()
    }
    fn region(&self) -> G::Region {
        self.region.clone()
    }
}

//! The resource types of one namespace with all types that they are made of. It must not know how they are stored.

use std::ops::Index;

use crate::catalogue::shared;
use crate::{Damaged, Entry, Error, ResourceType, Type, TypeId, catalogue};

/// All that is known about one namespace. Types refer to each other by their places in it, in cycles too.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Provider {
    namespace: String,
    resources: Vec<ResourceType>,
    types: Vec<Type>,
}

impl Provider {
    /// Puts a provider together; every place that is named has to exist.
    pub fn new(namespace: impl Into<String>, resources: Vec<ResourceType>, types: Vec<Type>) -> Result<Self, Damaged> {
        let provider = Self { namespace: namespace.into(), resources, types };
        let functions = provider.resources.iter().flat_map(|resource| &resource.functions);
        let of_functions = functions.flat_map(|function| function.input.into_iter().chain([function.output]));
        let bodies = provider.resources.iter().map(|resource| resource.body);
        let parts = provider.types.iter().flat_map(Type::parts);
        let mut named = bodies.chain(of_functions).chain(parts);
        if named.any(|id| id.index() >= provider.types.len()) {
            return Err(Damaged("a type is missing"));
        }
        Ok(provider)
    }

    /// Reads one provider of the built-in data, by its namespace; case does not matter.
    pub fn read(namespace: &str) -> Result<Self, Error> {
        catalogue()?.provider(namespace)
    }

    /// As [`Provider::read`], but the provider is unpacked once and kept: for many look-ups in one run of a program.
    pub fn shared(namespace: &str) -> Result<&'static Self, Error> {
        shared(namespace)
    }

    /// The namespace, in lower case.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The resource types, ordered by name and version.
    pub fn resources(&self) -> &[ResourceType] {
        &self.resources
    }

    /// All types that the resource types are made of.
    pub fn types(&self) -> &[Type] {
        &self.types
    }

    /// The resource type that an entry of the directory announces.
    pub fn resource(&self, entry: &Entry) -> Option<&ResourceType> {
        let is_it = |it: &&ResourceType| entry.is_named(&it.name) && it.api_version == entry.api_version;
        self.resources.iter().find(is_it)
    }
}

/// A type of this provider.
///
/// # Panics
///
/// If the place is one of another provider, and this one has fewer types.
impl Index<TypeId> for Provider {
    type Output = Type;

    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.index()]
    }
}

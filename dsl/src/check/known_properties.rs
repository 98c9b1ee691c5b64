//! Which properties a type of resource has, as Azure's data says. It must not know what they are for.

use types::{Property, Provider, Type, TypeId, find_shared};

use super::ResourceFacts;

impl ResourceFacts<'_> {
    /// Whether Azure's data has a property at a path such as `properties.publicNetworkAccess`, which can be set. Of a type or
    /// version that it does not have, nothing is known.
    pub fn takes(&self, path: &str) -> bool {
        let Ok((provider, resource)) = find_shared(self.ty(), Some(self.api_version())) else { return false };
        let mut at = Some(resource.body);
        for name in path.split('.') {
            at = at.and_then(|ty| property(provider, ty, name));
        }
        at.is_some()
    }
}

/// The type of a property that can be set, in one of the variants at least.
fn property(provider: &Provider, ty: TypeId, name: &str) -> Option<TypeId> {
    let is_it = |it: &&Property| it.name == name && !it.flags.is_read_only();
    match provider.types().get(ty.index())? {
        Type::Object(object) => object.properties.iter().find(is_it).map(|it| it.ty),
        Type::Discriminated(one) => {
            let of_variants = || one.variants.iter().find_map(|it| property(provider, it.body, name));
            one.base.iter().find(is_it).map(|it| it.ty).or_else(of_variants)
        }
        _ => None,
    }
}

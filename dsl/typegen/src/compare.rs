//! Whether two providers say the same, property by property. It must not know where they come from.

use std::collections::BTreeSet;

use types::{Provider, ResourceType, Type, TypeId};

/// What is first found to differ, if anything does; types may have other places.
pub(crate) fn difference(one: &Provider, other: &Provider) -> Option<String> {
    if one.resources().len() != other.resources().len() {
        return Some(format!("{} has another number of types", one.namespace()));
    }
    let mut walk = Walk { one, other, seen: BTreeSet::new() };
    one.resources().iter().zip(other.resources()).find_map(|(a, b)| walk.resources(a, b))
}

struct Walk<'a> {
    one: &'a Provider,
    other: &'a Provider,
    seen: BTreeSet<(TypeId, TypeId)>,
}

impl Walk<'_> {
    fn resources(&mut self, one: &ResourceType, other: &ResourceType) -> Option<String> {
        let name = format!("{}@{}", one.name, one.api_version);
        if surface(one) != surface(other) {
            return Some(format!("{name} differs by name, scopes or functions"));
        }
        let found = roots(one).zip(roots(other)).find_map(|(a, b)| self.types(a, b));
        found.map(|found| format!("{name}: {found}"))
    }

    fn types(&mut self, one: TypeId, other: TypeId) -> Option<String> {
        let mut waiting = vec![(one, other)];
        while let Some((one, other)) = waiting.pop() {
            if !self.seen.insert((one, other)) {
                continue;
            }
            let (a, b) = (&self.one[one], &self.other[other]);
            if alone(a) != alone(b) {
                return Some(format!("{a:?} is not {b:?}"));
            }
            waiting.extend(a.parts().into_iter().zip(b.parts()));
        }
        None
    }
}

/// A type without what it is made of.
fn alone(ty: &Type) -> Type {
    ty.clone().map_parts(|_| TypeId::default())
}

/// A resource type without what it is made of.
fn surface(resource: &ResourceType) -> ResourceType {
    let mut resource = ResourceType { body: TypeId::default(), ..resource.clone() };
    for function in &mut resource.functions {
        function.input = function.input.map(|_| TypeId::default());
        function.output = TypeId::default();
    }
    resource
}

fn roots(resource: &ResourceType) -> impl Iterator<Item = TypeId> {
    let functions = resource.functions.iter().flat_map(|it| it.input.into_iter().chain([it.output]));
    [resource.body].into_iter().chain(functions)
}

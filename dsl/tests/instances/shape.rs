//! What an object may hold, whether its type is a plain object or a variant of a union. It must not know values.

use types::{Discriminated, Object, Property, Provider, Type, TypeId, Variant};

/// The properties of an object and the type of the values under any further names.
pub(super) struct Shape<'p> {
    pub(super) properties: Vec<&'p Property>,
    pub(super) additional: Option<TypeId>,
}

impl<'p> Shape<'p> {
    pub(super) fn of_object(object: &'p Object) -> Self {
        Shape { properties: object.properties.iter().collect(), additional: object.additional }
    }

    /// The properties of the variant, and those of the union that the variant does not define anew.
    pub(super) fn of_variant(provider: &'p Provider, union: &'p Discriminated, variant: &Variant) -> Self {
        let Type::Object(object) = &provider[variant.body] else { panic!("a variant is an object") };
        let mut shape = Self::of_object(object);
        let is_new = |base: &&Property| object.properties.iter().all(|property| property.name != base.name);
        shape.properties.extend(union.base.iter().filter(is_new));
        shape
    }

    pub(super) fn property(&self, name: &str) -> Option<&'p Property> {
        self.properties.iter().copied().find(|property| property.name == name)
    }
}

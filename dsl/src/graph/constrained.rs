//! The words about a type and its bounds that params, outputs and types with names have in common. They must not know
//! which of them it is about.

/// Builders, each with where it keeps a node with `ty` and `constraints`.
macro_rules! constrained {
    ($($builder:ident.$node:ident),*) => {$(
        impl<T> $builder<'_, T> {
            /// Declares it with a type that Rust's types cannot say, such as a union: `Type::Union(…)`.
            pub fn ty(mut self, ty: $crate::Type) -> Self {
                self.$node.ty = ty;
                self
            }

            /// `@metadata({…})`: facts for tools, in one object.
            pub fn metadata(mut self, object: impl Into<$crate::Expr>) -> Self {
                self.$node.constraints.metadata = Some(object.into());
                self
            }

            /// `@sealed()`: an object has no properties but the declared ones.
            pub fn sealed(mut self) -> Self {
                self.$node.constraints.sealed = true;
                self
            }

            /// `@discriminator('property')`: which property tells the members of a union of objects apart.
            pub fn discriminator(mut self, property: impl Into<$crate::Text>) -> Self {
                self.$node.constraints.discriminator = Some(property.into());
                self
            }
        }

        impl<T: $crate::HasLength> $builder<'_, T> {
            /// `@minLength(…)` and `@maxLength(…)`: characters of a string, items of a list. `2..=12`, `1..`, `..=64`.
            pub fn length(mut self, range: impl std::ops::RangeBounds<i64>) -> Self {
                self.$node.constraints.set_length(&range);
                self
            }
        }

        impl $builder<'_, i64> {
            /// `@minValue(…)` and `@maxValue(…)`: `1..=100`, `0..`.
            pub fn range(mut self, range: impl std::ops::RangeBounds<i64>) -> Self {
                self.$node.constraints.set_value(&range);
                self
            }
        }
    )*};
}

pub(super) use constrained;

//! From an untyped tree to a typed value, property by property through the setters: how tests show that the catalogue takes
//! all that Azure's data knows. Only with the feature `replay`, for a scenario has no use for it; without it these macros are
//! empty. It must not know any shape.

#[cfg(feature = "replay")]
pub use self::traits::{Replay, ReplayResource, properties, refuse, replayed};

#[cfg(feature = "replay")]
mod traits {
    use crate::expr::{Entry, Expr, Item, Key};
    use crate::graph::{Declaration, ResourceBody};
    use crate::shape::{Any, Map};
    use crate::value::{Guarded, Secret, Value};

    /// A type whose values can be built from a tree.
    pub trait Replay: Sized {
        /// The value that the tree describes.
        ///
        /// # Errors
        /// What the type has no setter for.
        fn replay(tree: &Expr) -> Result<Value<Self>, String>;
    }

    /// A resource that can be built from a tree.
    pub trait ReplayResource: ResourceBody {
        /// The type as Azure spells it.
        const TYPE: &'static str;

        /// The resource that is declared so far, with the properties of the tree.
        ///
        /// # Errors
        /// What the type has no setter for.
        fn replay(declaration: Declaration, tree: &Expr) -> Result<Self, String>;
    }

    /// The properties of a tree that is an object.
    ///
    /// # Errors
    /// If it is no object, or has keys that are computed.
    pub fn properties(tree: &Expr) -> Result<Vec<(&str, &Expr)>, String> {
        let Expr::Object(entries) = tree else { return Err(refuse(tree, "an object")) };
        let property = |entry| match entry {
            &Entry::Property(Key::Name(ref name), ref value) => Ok((&**name, value)),
            _ => Err(refuse(tree, "an object with names")),
        };
        entries.iter().map(property).collect()
    }

    /// Says that a tree is something else.
    pub fn refuse(tree: &Expr, wanted: &str) -> String {
        format!("`{tree}` is not {wanted}")
    }

    /// The value of a property: every one can be null.
    ///
    /// # Errors
    /// What the type has no setter for.
    pub fn replayed<T: Replay>(tree: &Expr) -> Result<Value<T>, String> {
        if *tree == Expr::Null { Ok(Value::new(Expr::Null)) } else { T::replay(tree) }
    }

    fn plain<T>(tree: &Expr, is_literal: bool, wanted: &str) -> Result<Value<T>, String> {
        let is_computed = matches!(
            tree,
            Expr::Reference(_) | Expr::Symbol(_) | Expr::Access(_) | Expr::Call(_) | Expr::Interpolated(_)
        );
        if is_literal || is_computed { Ok(Value::new(tree.clone())) } else { Err(refuse(tree, wanted)) }
    }

    impl Replay for String {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            plain(tree, matches!(tree, Expr::String(_)), "a text")
        }
    }

    impl Replay for i64 {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            plain(tree, matches!(tree, Expr::Int(_)), "a number")
        }
    }

    impl Replay for bool {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            plain(tree, matches!(tree, Expr::Bool(_)), "a truth value")
        }
    }

    impl Replay for Any {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            Ok(Value::new(tree.clone()))
        }
    }

    impl<T> Replay for Secret<T> {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            plain(tree, matches!(tree, Expr::String(_)), "a secret")
        }
    }

    impl<T: Replay> Replay for Guarded<T> {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            T::replay(tree).map(Value::cast)
        }
    }

    impl<T: Replay> Replay for Vec<T> {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            let Expr::Array(items) = tree else { return Err(refuse(tree, "a list")) };
            let item = |item: &Item| match item {
                Item::Value(value) => T::replay(value),
                Item::Spread(_) => Err(refuse(tree, "a list of values")),
            };
            items.iter().map(item).collect::<Result<Vec<_>, _>>().map(Into::into)
        }
    }

    impl<T: Replay> Replay for Map<T> {
        fn replay(tree: &Expr) -> Result<Value<Self>, String> {
            let entry = |(name, value): (&str, &Expr)| Ok((name.to_owned(), T::replay(value)?.into()));
            let entries = properties(tree)?.into_iter().map(entry).collect::<Result<Vec<(_, Expr)>, String>>()?;
            Ok(Value::new(Expr::object(entries)))
        }
    }
}

/// How a tree becomes an object.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_object {
    (
        $name:ident { $($constant:literal = $value:literal;)* } { $($others:ty)? }
        $($field:ident: $type:ty = $arm:literal;)*
    ) => {
        impl $crate::Replay for $name {
            #[allow(unused_mut, reason = "an object may have no properties")]
            #[inline]
            fn replay(tree: &$crate::Expr) -> Result<$crate::Value<Self>, String> {
                let mut object = Self($crate::Object::default()$(.with($constant, $value))*);
                for (name, value) in $crate::properties(tree)? {
                    match name {
                        $($constant if *value == $crate::Expr::from($value) => {})*
                        $($arm => object = object.$field($crate::replayed::<$type>(value)?),)*
                        $(_ if true => {
                            object = object.other(name.to_owned(), $crate::replayed::<$others>(value)?);
                        })?
                        _ => return Err(format!("`{}` has no `{name}`", stringify!($name))),
                    }
                }
                Ok(object.into())
            }
        }
    };
}

/// How a tree becomes a resource.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_resource {
    ($name:ident [; one of $union:ty] $($lines:tt)*) => {
        $crate::replay_variant! { $name $union }
    };
    ($name:ident [= $constant:literal; one of $union:ty] $($lines:tt)*) => {
        $crate::replay_variant! { $name $union }
    };
    ($name:ident [$type:ty $(, $note:literal)?; one of $union:ty] $($lines:tt)*) => {
        $crate::replay_variant! { $name $union }
    };
    ($name:ident $naming:tt $($field:ident: $type:ty = $arm:literal;)*) => {
        impl $crate::ReplayResource for $name {
            const TYPE: &'static str = $name::TYPE;

            #[allow(unused_mut, unused_variables, reason = "a resource may have no properties")]
            #[inline]
            fn replay(declaration: $crate::Declaration, tree: &$crate::Expr) -> Result<Self, String> {
                let mut resource = Self::declare(declaration);
                for (name, value) in $crate::properties(tree)? {
                    match name {
                        $($arm => resource = resource.$field($crate::replayed::<$type>(value)?),)*
                        _ => return Err(format!("`{}` has no `{name}`", stringify!($name))),
                    }
                }
                Ok(resource)
            }
        }
    };
}

/// How a tree becomes a resource whose body comes in variants.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_variant {
    ($name:ident $union:ty) => {
        impl $crate::ReplayResource for $name {
            const TYPE: &'static str = $name::TYPE;

            #[inline]
            fn replay(declaration: $crate::Declaration, tree: &$crate::Expr) -> Result<Self, String> {
                let named = declaration.named(tree);
                let body = <$union as $crate::Replay>::replay(tree);
                // Some variants are told apart by the name, and only they take one.
                let body =
                    body.or_else(|error| <$union as $crate::Replay>::replay(&named).map_err(|it| error + &it))?;
                let properties = $crate::properties(body.expr())?.into_iter();
                Ok(Self::declare(
                    properties.fold(declaration, |declaration, (name, value)| {
                        declaration.with(name.to_owned(), value.clone())
                    }),
                ))
            }
        }
    };
}

/// How a tree becomes one of several objects: the one whose constant property it has.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_union {
    ($name:ident $($variant:ident($object:ty) = $value:literal;)*) => {
        impl $crate::Replay for $name {
            #[inline]
            fn replay(tree: &$crate::Expr) -> Result<$crate::Value<Self>, String> {
                let mut errors = String::new();
                $(
                    match <$object as $crate::Replay>::replay(tree) {
                        Ok(object) => return Ok(object.cast()),
                        Err(error) => errors = format!("{errors}\n{}: {error}", $value),
                    }
                )*
                Err(errors)
            }
        }
    };
}

/// How a text becomes a value of an enum.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_choice {
    ($openness:ident $name:ident $($variant:ident = $value:literal;)*) => {
        impl $crate::Replay for $name {
            #[inline]
            fn replay(tree: &$crate::Expr) -> Result<$crate::Value<Self>, String> {
                match tree {
                    $($crate::Expr::String(text) if text == $value => Ok($name::$variant.into()),)*
                    other => $crate::replay_other! { $openness $name other },
                }
            }
        }
    };
}

/// What an enum makes of other texts than its own.
#[cfg(feature = "replay")]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_other {
    (open $name:ident $tree:ident) => {
        <String as $crate::Replay>::replay($tree).map(Into::into)
    };
    ($openness:ident $name:ident $tree:ident) => {
        Err($crate::refuse($tree, concat!("a value of `", stringify!($name), "`")))
    };
}

/// Nothing without the feature `replay`.
#[cfg(not(feature = "replay"))]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_object {
    ($($tokens:tt)*) => {};
}

/// Nothing without the feature `replay`.
#[cfg(not(feature = "replay"))]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_resource {
    ($($tokens:tt)*) => {};
}

/// Nothing without the feature `replay`.
#[cfg(not(feature = "replay"))]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_union {
    ($($tokens:tt)*) => {};
}

/// Nothing without the feature `replay`.
#[cfg(not(feature = "replay"))]
#[doc(hidden)]
#[macro_export]
macro_rules! replay_choice {
    ($($tokens:tt)*) => {};
}

//! Objects of Azure that come in variants, told apart by one property. It must not know any of them.

/// An enum that models an object in variants, each a struct that [`object!`](crate::object) has declared.
///
/// ```
/// dsl::object! {
///     /// Reads a queue.
///     pub struct Queue, QueueView;
///     constant { "kind" = "queue"; }
///     optional { length: i64 = "length"; }
/// }
///
/// dsl::union! {
///     /// What is read.
///     pub enum Source, SourceView;
///     variants { Queue(Queue) = "queue"; }
///     read_only { kind: String = "kind"; }
/// }
///
/// let source: dsl::Value<Source> = Queue::new().length(5).into();
/// assert_eq!(source.to_string(), "{\n  kind: 'queue'\n  length: 5\n}");
/// ```
#[macro_export]
macro_rules! union {
    (
        $(#[$doc:meta])*
        pub enum $name:ident, $view:ident;
        variants { $($variant:ident($object:ty) = $value:literal;)* }
        $(read_only { $($fields:tt)* })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet"]
        pub enum $name {
            $(
                #[doc = concat!("`", $value, "`")]
                $variant($object),
            )*
        }

        $(
            impl From<$object> for $name {
                fn from(object: $object) -> Self {
                    $name::$variant(object)
                }
            }

            impl From<$object> for $crate::Value<$name> {
                fn from(object: $object) -> Self {
                    $crate::Value::new($crate::Object::from(object))
                }
            }
        )*

        impl From<$name> for $crate::Object {
            fn from(union: $name) -> Self {
                match union {
                    $($name::$variant(object) => object.into(),)*
                }
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(union: $name) -> Self {
                $crate::Value::new($crate::Object::from(union))
            }
        }

        $crate::into_value! { $name => $name }

        $crate::replay_union! { $name $($variant($object) = $value;)* }

        impl $crate::Shape for $name {
            type View = $view;
        }

        $crate::view! {
            #[doc = concat!("What can be read of a deployed [`", stringify!($name), "`], whatever the variant.")]
            pub struct $view of $name;
            $(read_only { $($fields)* })?
        }
    };
}

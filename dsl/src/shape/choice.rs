//! Enums of Azure. It must not know any of them.

/// An enum of Azure: a `closed` one takes its own values only, an `open` one other texts too, for Azure adds values before
/// its data tells of them.
///
/// ```
/// dsl::choice! {
///     /// How often blobs are read.
///     pub open enum AccessTier {
///         Hot = "Hot";
///         Cool = "Cool";
///     }
/// }
///
/// let tier: dsl::Value<AccessTier> = AccessTier::Cool.into();
/// assert_eq!(tier.to_string(), "'Cool'");
/// let other: dsl::Value<AccessTier> = "Frozen".into();
/// assert_eq!(other.to_string(), "'Frozen'");
/// ```
#[macro_export]
macro_rules! choice {
    (
        $(#[$doc:meta])*
        pub $openness:ident enum $name:ident { $($variant:ident = $value:literal;)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(
                #[doc = concat!("`", $value, "`")]
                $variant,
            )*
        }

        impl $crate::Choice for $name {
            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(choice: $name) -> Self {
                $crate::Value::new($crate::Choice::as_str(choice))
            }
        }

        impl $crate::Shape for $name {
            type View = $crate::Value<$name>;
        }

        impl $crate::IntoValue for $name {
            type Type = $name;
            fn into_value(self) -> $crate::Value<$name> {
                self.into()
            }
        }

        $crate::replay_choice! { $openness $name $($variant = $value;)* }
        $crate::openness! { $openness $name { $($value)* } }
    };
}

/// What an open enum takes besides its own values, and how each kind is declared as the type of a param.
#[doc(hidden)]
#[macro_export]
macro_rules! openness {
    (closed $name:ident { $($value:literal)* }) => {
        impl $crate::Declare for $name {
            fn declare() -> $crate::Type {
                $crate::Type::Union(vec![$($crate::Type::Literal($value.into())),*])
            }
        }
    };
    (named $name:ident { $($value:literal)* }) => {};
    (open $name:ident { $($value:literal)* }) => {
        impl $crate::OpenChoice for $name {}

        impl $crate::Declare for $name {
            fn declare() -> $crate::Type {
                $crate::Type::String
            }
        }
    };
}

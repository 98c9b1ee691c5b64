//! The macros that the catalogue is written in: one line a property, so that generated code reads as a table.
//! They must not know any type of resource.

/// A struct that models an object of Azure: `Struct(required arguments) { property: Type = "armName" }`.
///
/// Each property becomes a public field that is absent until it is set, and a method of its name that sets it. `view`
/// lists what can be read of the object once it is deployed.
#[macro_export]
macro_rules! object {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($($required:ident: $required_type:ty),* $(,)?) {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $arm:literal,)*
        }
        $($view:tt)*
    ) => {
        $crate::fields! {
            $(#[$doc])*
            pub struct $name {
                $($(#[$field_doc])* $field: $type = $arm,)*
            }
            extra {}
        }

        impl $name {
            /// With what Azure requires.
            pub fn new($($required: impl $crate::ValueOf<$required_type>),*) -> Self {
                Self::default()$(.$required($required))*
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(object: $name) -> Self {
                $crate::Value::of(&object)
            }
        }

        $crate::view! { $($view)* }
    };
}

/// A struct that models a resource: as [`object!`](crate::object), with its type, version and the scopes that it lives in.
///
/// `child of Parent` after the scopes makes the parent the first argument of `new`; `extension` makes it the resource that
/// is extended.
#[macro_export]
macro_rules! resource {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($($required:ident: $required_type:ty),* $(,)?)
        = $type_name:literal @ $api_version:literal in [$($scope:ident),*] $(, $place:ident $(of $parent:ty)?)?
        {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $arm:literal,)*
        }
        view $view:ident { $($view_fields:tt)* }
    ) => {
        $crate::fields! {
            $(#[$doc])*
            pub struct $name {
                name: String = "name",
                $($(#[$field_doc])* $field: $type = $arm,)*
            }
            extra {
                /// What is said about the resource besides its properties.
                pub declaration: $crate::Declaration,
            }
        }

        impl $name {
            $crate::resource_constructors! { [$($place $(of $parent)?)?] $name ($($required: $required_type),*) }
        }

        impl $crate::ResourceType for $name {
            const TYPE: &'static str = $type_name;
            const API_VERSION: &'static str = $api_version;
            type View = $view;
        }

        impl $crate::ResourceBody for $name {
            fn declaration(&mut self) -> &mut $crate::Declaration {
                &mut self.declaration
            }

            fn to_expr(&self) -> $crate::Expr {
                $crate::Value::<Self>::of(self).into()
            }
        }

        $(impl $crate::Holds<$name> for $crate::$scope {})*
        $($(impl $crate::ParentOf<$name> for $parent {})?)?

        $crate::view! {
            /// What can be read of it once it is deployed.
            view $view { $($view_fields)* }
        }
    };
}

/// The constructors of a resource, which differ by where it belongs.
#[doc(hidden)]
#[macro_export]
macro_rules! resource_constructors {
    ([] $name:ident ($($required:ident: $required_type:ty),*)) => {
        /// With its name and what Azure requires.
        pub fn new(
            name: impl $crate::ValueOf<String>
            $(, $required: impl $crate::ValueOf<$required_type>)*
        ) -> Self {
            Self::default().name(name)$(.$required($required))*
        }

        /// One that is there already, by its name.
        pub fn existing(name: impl $crate::ValueOf<String>) -> $crate::Existing<Self> {
            $crate::Existing::new(name, $crate::Declaration::default())
        }
    };
    ([child of $parent:ty] $name:ident ($($required:ident: $required_type:ty),*)) => {
        /// Under its parent, with its name and what Azure requires.
        pub fn new<P: $crate::ParentOf<Self>>(
            parent: &$crate::Resource<P>,
            name: impl $crate::ValueOf<String>
            $(, $required: impl $crate::ValueOf<$required_type>)*
        ) -> Self {
            let declaration = $crate::Declaration::child_of(parent);
            Self { declaration, ..Self::default() }.name(name)$(.$required($required))*
        }

        /// One that is there already, by its parent and name.
        pub fn existing<P: $crate::ParentOf<Self>>(
            parent: &$crate::Resource<P>,
            name: impl $crate::ValueOf<String>,
        ) -> $crate::Existing<Self> {
            $crate::Existing::new(name, $crate::Declaration::child_of(parent))
        }
    };
    ([extension] $name:ident ($($required:ident: $required_type:ty),*)) => {
        /// On the resource that it extends, with its name and what Azure requires.
        pub fn new(
            target: impl Into<$crate::ExtensionTarget>,
            name: impl $crate::ValueOf<String>
            $(, $required: impl $crate::ValueOf<$required_type>)*
        ) -> Self {
            let declaration = $crate::Declaration::extending(target);
            Self { declaration, ..Self::default() }.name(name)$(.$required($required))*
        }
    };
}

/// The struct itself, its setters and how serde sees it.
#[doc(hidden)]
#[macro_export]
macro_rules! fields {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $arm:literal,)*
        }
        extra { $($extra:tt)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        #[must_use = "it is no part of the graph yet"]
        pub struct $name {
            $(
                #[doc = concat!("`", $arm, "`")]
                $(#[$field_doc])*
                pub $field: Option<$crate::Value<$type>>,
            )*
            $($extra)*
        }

        impl $name {
            $(
                #[doc = concat!("Sets `", $arm, "`.")]
                $(#[$field_doc])*
                pub fn $field(mut self, value: impl $crate::ValueOf<$type>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )*
        }

        impl $crate::macros::serde::Serialize for $name {
            fn serialize<S: $crate::macros::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::macros::serde::ser::SerializeStruct as _;
                let set = [$(self.$field.is_some()),*].into_iter().filter(|set| *set).count();
                let mut fields = serializer.serialize_struct(stringify!($name), set)?;
                $(
                    if let Some(value) = &self.$field {
                        fields.serialize_field($arm, value)?;
                    }
                )*
                fields.end()
            }
        }
    };
}

/// A type with one method for each property that can be read of an object.
#[macro_export]
macro_rules! view {
    () => {};
    (
        $(#[$doc:meta])*
        view $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $arm:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name($crate::Expr);

        impl From<$crate::Expr> for $name {
            fn from(object: $crate::Expr) -> Self {
                $name(object)
            }
        }

        impl $name {
            $(
                #[doc = concat!("`", $arm, "`")]
                $(#[$field_doc])*
                pub fn $field(&self) -> $type {
                    <$type>::from(self.0.clone().member($arm))
                }
            )*
        }
    };
}

/// An enum of Azure: a `closed` one takes its own values only, an `open` one other texts too, for Azure adds values before
/// the type data knows them.
#[macro_export]
macro_rules! choice {
    (
        $(#[$doc:meta])*
        pub $openness:ident enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $value:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(
                #[doc = concat!("`", $value, "`")]
                $(#[$variant_doc])*
                $variant,
            )*
        }

        impl $name {
            /// The text that Azure knows it by.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(choice: $name) -> Self {
                $crate::Value::new(choice.as_str())
            }
        }

        $crate::open_choice! { $openness $name }
    };
}

/// What an open enum takes besides its own values.
#[doc(hidden)]
#[macro_export]
macro_rules! open_choice {
    (closed $name:ident) => {};
    (open $name:ident) => {
        impl $name {
            /// A text that Azure knows and this catalogue does not.
            pub fn other(text: impl $crate::ValueOf<String>) -> $crate::Value<$name> {
                text.into().cast()
            }
        }
    };
}

//! Resources of Azure: an object with a type, a version and a place. It must not know any of them.

/// A struct that models a resource: as [`object!`](crate::object), with its type, version and the scopes that it lives in.
///
/// After the scopes stands where it belongs: nothing for a resource of the scope itself, `child of Parent`, `extension` for
/// one that extends another resource, `extension or scope` for one that is either. Then its name: a type, or a constant for a
/// child of which there is only one. `one of Union` says that the rest comes in variants; `unnamed` before it, that these
/// bring the name too.
#[macro_export]
macro_rules! resource {
    (
        $(#[$doc:meta])*
        pub struct $name:ident, $view:ident
        = $type_name:literal @ $api_version:literal $(because $reason:literal)? in [$($scope:ident),*], $place:tt;
        $(rules $rules:path;)?
        name $naming:tt;
        $(required { $($r:ident: $r_type:ty = $r_arm:literal $(, $r_note:literal)?;)* })?
        $(required_write_only { $($rw:ident: $rw_type:ty = $rw_arm:literal $(, $rw_note:literal)?;)* })?
        $(optional { $($o:ident: $o_type:ty = $o_arm:literal $(, $o_note:literal)?;)* })?
        $(write_only { $($w:ident: $w_type:ty = $w_arm:literal $(, $w_note:literal)?;)* })?
        $(read_only { $($ro:ident: $ro_type:ty = $ro_arm:literal $(, $ro_note:literal)?;)* })?
        $(functions { $($functions:tt)* })?
        $(others { $others:ty; })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
        pub struct $name($crate::Declaration);

        impl $name {
            /// The type as Azure spells it.
            pub const TYPE: &'static str = $type_name;
            /// The API version.
            pub const API_VERSION: &'static str = $api_version;

            fn declare(declaration: $crate::Declaration) -> Self {
                Self(declaration$(.suppressing("use-recent-api-versions", $reason))?)
            }

            $(
                /// Sets a property of any further name.
                pub fn other(mut self, name: impl Into<$crate::Text>, value: impl $crate::ValueOf<$others>) -> Self {
                    self.0 = self.0.with(name, value.into());
                    self
                }
            )?
        }

        $crate::place! {
            $place $naming $name
            ($($($r: $r_type,)*)? $($($rw: $rw_type,)*)?)
        }

        $crate::replay_resource! { $name $naming
            $($($r: $r_type = $r_arm;)*)?
            $($($rw: $rw_type = $rw_arm;)*)?
            $($($o: $o_type = $o_arm;)*)?
            $($($w: $w_type = $w_arm;)*)?
        }

        $crate::setters! { $name (0)
            $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
            $($($rw: $rw_type = $rw_arm $(, $rw_note)?;)*)?
            $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
            $($($w: $w_type = $w_arm $(, $w_note)?;)*)?
        }

        impl $crate::ResourceType for $name {
            type View = $view;
            $(const RULES: &'static [$crate::Rule] = $rules;)?
        }

        impl $crate::TypedResource for $name {
            const TYPE_AND_VERSION: &'static str = concat!($type_name, "@", $api_version);
        }

        $crate::declared! { $name in [$($scope),*] }

        $crate::view! {
            #[doc = concat!("What can be read of a deployed [`", stringify!($name), "`].")]
            pub struct $view;
            read_only {
                $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
                $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
                $($($ro: $ro_type = $ro_arm $(, $ro_note)?;)*)?
            }
            $(functions { $($functions)* })?
        }
    };
}

/// That a struct holds a declaration, and which graphs hold it.
#[doc(hidden)]
#[macro_export]
macro_rules! declared {
    ($name:ident in [$($scope:ident),*]) => {
        impl $crate::ResourceBody for $name {
            fn declaration(&mut self) -> &mut $crate::Declaration {
                &mut self.0
            }

            fn of(declaration: $crate::Declaration) -> Self {
                Self(declaration)
            }
        }

        $(
            #[diagnostic::do_not_recommend]
            impl $crate::Holds<$name> for $crate::$scope {}
        )*
    };
}

/// Where a resource belongs: the first argument of its constructors.
#[doc(hidden)]
#[macro_export]
macro_rules! place {
    ([] $naming:tt $name:ident $required:tt) => {
        $crate::naming! { $naming $name [] [] [$crate::Declaration::of($name::TYPE, $name::API_VERSION)] $required }
    };
    ([child of $parent:ty] $naming:tt $name:ident $required:tt) => {
        #[diagnostic::do_not_recommend]
        impl $crate::ParentOf<$name> for $parent {}

        $crate::naming! {
            $naming $name [P: $crate::ParentOf<Self>] [parent: &$crate::Resource<P>,]
            [$crate::Declaration::of($name::TYPE, $name::API_VERSION).child_of(parent)] $required
        }
    };
    ([extension] $naming:tt $name:ident $required:tt) => {
        $crate::naming! {
            $naming $name [] [target: impl Into<$crate::ExtensionTarget>,]
            [$crate::Declaration::of($name::TYPE, $name::API_VERSION).extending(target.into())] $required
        }
    };
    ([extension or scope] $naming:tt $name:ident $required:tt) => {
        $crate::naming! {
            $naming $name [] [target: impl Into<$crate::ScopeTarget>,]
            [$crate::Declaration::of($name::TYPE, $name::API_VERSION).in_target(target.into())] $required
        }
    };
}

/// Where the name of a resource comes from, and what else `new` takes besides what is required.
#[doc(hidden)]
#[macro_export]
macro_rules! naming {
    ([$type:ty $(, $note:literal)?] $name:ident $generics:tt [$($place:tt)*] [$declaration:expr] $required:tt) => {
        $crate::constructors! {
            $name $generics $required
            ["With where it belongs, its name and what Azure requires.", $("\n\nThe name: ", $note, ".")?]
            [$($place)* name: impl $crate::ValueOf<$type>,]
            [$declaration.with("name", Into::<$crate::Value<$type>>::into(name))]
            [$($place)* name: impl $crate::ValueOf<$type>,]
            [$declaration.with("name", Into::<$crate::Value<$type>>::into(name))]
        }
    };
    ([= $constant:literal] $name:ident $generics:tt [$($place:tt)*] [$declaration:expr] $required:tt) => {
        $crate::constructors! {
            $name $generics $required
            ["With where it belongs and what Azure requires. Its name is always `", $constant, "`."]
            [$($place)*] [$declaration.with("name", $constant)]
            [$($place)*] [$declaration.with("name", $constant)]
        }
    };
    (
        [$type:ty $(, $note:literal)?; one of $union:ty]
        $name:ident $generics:tt [$($place:tt)*] [$declaration:expr] $required:tt
    ) => {
        $crate::constructors! {
            $name $generics $required
            ["With where it belongs, its name and one of its variants.", $("\n\nThe name: ", $note, ".")?]
            [$($place)* name: impl $crate::ValueOf<$type>, body: impl Into<$union>,]
            [$declaration.with("name", Into::<$crate::Value<$type>>::into(name)).with_all(Into::<$union>::into(body))]
            [$($place)* name: impl $crate::ValueOf<$type>,]
            [$declaration.with("name", Into::<$crate::Value<$type>>::into(name))]
        }
    };
    (
        [= $constant:literal; one of $union:ty]
        $name:ident $generics:tt [$($place:tt)*] [$declaration:expr] $required:tt
    ) => {
        $crate::constructors! {
            $name $generics $required
            ["With where it belongs and one of its variants. Its name is always `", $constant, "`."]
            [$($place)* body: impl Into<$union>,]
            [$declaration.with("name", $constant).with_all(Into::<$union>::into(body))]
            [$($place)*] [$declaration.with("name", $constant)]
        }
    };
    ([; one of $union:ty] $name:ident $generics:tt [$($place:tt)*] [$declaration:expr] $required:tt) => {
        $crate::constructors! {
            $name $generics $required
            ["With where it belongs and one of its variants, which brings the name.",]
            [$($place)* body: impl Into<$union>,] [$declaration.with_all(Into::<$union>::into(body))]
            [$($place)* name: impl $crate::ValueOf<String>,]
            [$declaration.with("name", Into::<$crate::Value<String>>::into(name))]
        }
    };
}

/// The constructors of a resource: one that is deployed, and one that is there already.
#[doc(hidden)]
#[macro_export]
macro_rules! constructors {
    (
        $name:ident [$($generics:tt)*] ($($r:ident: $r_type:ty,)*) [$($doc:literal),* $(,)?]
        [$($new:tt)*] [$new_declaration:expr] [$($existing:tt)*] [$existing_declaration:expr]
    ) => {
        impl $name {
            #[doc = concat!($($doc),*)]
            #[allow(clippy::too_many_arguments, reason = "Azure requires as many")]
            pub fn new<$($generics)*>($($new)* $($r: impl $crate::ValueOf<$r_type>),*) -> Self {
                Self::declare($new_declaration)$(.$r($r))*
            }

            /// One that is there already, by where it belongs and what it is called.
            pub fn existing<$($generics)*>($($existing)*) -> $crate::Existing<Self> {
                $crate::Existing::new(Self::declare($existing_declaration).0)
            }
        }
    };
}

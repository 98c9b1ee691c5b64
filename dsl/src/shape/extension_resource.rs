//! Resources of extensions of Bicep as Rust types. It must not know any of them.

/// A struct that models a resource of an extension: as [`object!`](crate::object), with its type and version, the scopes whose
/// graphs can deploy it, none where it can only be referred to, and the struct that stands for the extension.
/// `cargo run -p typegen -- extension` writes such structs from the types of an extension.
///
/// `one of Union` says that the body comes in variants. `found` has what one that is there already is found by, and `found_by`
/// what may be said of it besides; without `found`, none can be referred to.
///
/// ```
/// use dsl::{Graph, ResourceBody, ResourceGroup};
///
/// dsl::object! {
///     /// What the extension has to know.
///     pub struct Things, ThingsView;
///     optional { server: String = "server"; }
/// }
///
/// dsl::extension_resource! {
///     /// `Contoso.Things/crate@v1`
///     pub struct Crate, CrateView = "Contoso.Things/crate" @ "v1" in [ResourceGroup] of Things;
///     found { unique_name: String = "uniqueName"; }
///     required { unique_name: String = "uniqueName"; }
///     optional { size: i64 = "size"; }
///     read_only { place: String = "place"; }
/// }
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let things = g.extension("things").typed(Things::new().server("red")).named("red");
/// let one = Crate::new(&things, "one").size(3).add(&mut g, "one");
/// let two = Crate::existing(&things, "two").add(&mut g, "two");
/// g.output("places", [one.place(), two.place()]).describe("Where they are.");
/// let text = g.to_bicep().unwrap();
/// assert!(text.starts_with("extension things with {\n  server: 'red'\n} as red\n"), "{text}");
/// assert!(text.contains("resource one 'red:Contoso.Things/crate@v1' = {\n  uniqueName: 'one'\n  size: 3\n}"), "{text}");
/// ```
///
/// What the extension only returns is not set, and another extension has other resources:
///
/// ```compile_fail
/// # dsl::object! {
/// #     /// What the extension has to know.
/// #     pub struct Things, ThingsView;
/// # }
/// # dsl::extension_resource! {
/// #     /// `Contoso.Things/crate@v1`
/// #     pub struct Crate, CrateView = "Contoso.Things/crate" @ "v1" in [ResourceGroup] of Things;
/// #     read_only { place: String = "place"; }
/// # }
/// # let mut g = dsl::Graph::<dsl::ResourceGroup>::new();
/// # let things = g.extension("things").typed(Things::new()).named("red");
/// let one = Crate::new(&things).place("here");
/// ```
///
/// ```compile_fail
/// # dsl::object! {
/// #     /// What the extension has to know.
/// #     pub struct Things, ThingsView;
/// # }
/// # dsl::extension_resource! {
/// #     /// `Contoso.Things/crate@v1`
/// #     pub struct Crate, CrateView = "Contoso.Things/crate" @ "v1" in [ResourceGroup] of Things;
/// # }
/// # let mut g = dsl::Graph::<dsl::ResourceGroup>::new();
/// let k8s = g.extension("kubernetes").named("k8s");
/// let one = Crate::new(&k8s);
/// ```
#[macro_export]
macro_rules! extension_resource {
    (
        $(#[$doc:meta])*
        pub struct $name:ident, $view:ident
        = $type_name:literal @ $version:literal in [$($scope:ident),*] of $extension:ty;
        $(one of $union:ty;)?
        $(found { $($f:ident: $f_type:ty = $f_arm:literal;)* })?
        $(found_by { $($i:ident: $i_type:ty = $i_arm:literal;)* })?
        $(required { $($r:ident: $r_type:ty = $r_arm:literal $(, $r_note:literal)?;)* })?
        $(required_write_only { $($rw:ident: $rw_type:ty = $rw_arm:literal $(, $rw_note:literal)?;)* })?
        $(optional { $($o:ident: $o_type:ty = $o_arm:literal $(, $o_note:literal)?;)* })?
        $(write_only { $($w:ident: $w_type:ty = $w_arm:literal $(, $w_note:literal)?;)* })?
        $(read_only { $($ro:ident: $ro_type:ty = $ro_arm:literal $(, $ro_note:literal)?;)* })?
        $(others { $others:ty; })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
        pub struct $name($crate::Declaration);

        impl $name {
            fn declare(extension: &$crate::Extension<$extension>) -> $crate::Declaration {
                #[allow(unused_imports, reason = "it depends on the types of properties")]
                use $crate::{Declared as _, Undeclared as _};
                $crate::Declaration::of($type_name, $version)
                    .of_extension(extension)
                    $($(.gives($r_arm, (&$crate::Ask::<$r_type>::new()).given()))*)?
                    $($(.gives($o_arm, (&$crate::Ask::<$o_type>::new()).given()))*)?
                    $($(.gives($ro_arm, (&$crate::Ask::<$ro_type>::new()).given()))*)?
            }

            /// With the extension that deploys it, and what that requires.
            #[allow(clippy::too_many_arguments, reason = "the extension requires as many")]
            pub fn new(
                extension: &$crate::Extension<$extension>,
                $(body: impl Into<$union>,)?
                $($($r: impl $crate::ValueOf<$r_type>,)*)?
                $($($rw: impl $crate::ValueOf<$rw_type>,)*)?
            ) -> Self {
                Self(
                    Self::declare(extension)
                        $(.with_all(Into::<$union>::into(body)))?,
                )$($(.$r($r))*)?$($(.$rw($rw))*)?
            }

            $(
                /// One that is there already, by what tells it from others.
                pub fn existing(
                    extension: &$crate::Extension<$extension>,
                    $($f: impl $crate::ValueOf<$f_type>,)*
                ) -> $crate::Existing<Self> {
                    $crate::Existing::new(Self::declare(extension))
                        $(.found_by($crate::Identifier::<Self, $f_type>::new($f_arm), $f))*
                }
            )?

            $($(
                #[doc = concat!("`", $i_arm, "`, for `.found_by(…)` of one that is there already.")]
                pub const $i: $crate::Identifier<Self, $i_type> = $crate::Identifier::new($i_arm);
            )*)?

            $(
                /// Sets a property of any further name.
                pub fn other(mut self, name: impl Into<$crate::Text>, value: impl $crate::ValueOf<$others>) -> Self {
                    self.0 = self.0.with(name, value.into());
                    self
                }
            )?
        }

        $crate::setters! { $name (0)
            $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
            $($($rw: $rw_type = $rw_arm $(, $rw_note)?;)*)?
            $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
            $($($w: $w_type = $w_arm $(, $w_note)?;)*)?
        }

        impl $crate::ResourceType for $name {
            type View = $view;
        }

        impl $crate::ExtensionResource for $name {}

        $crate::declared! { $name in [$($scope),*] }

        $crate::view! {
            #[doc = concat!("What can be read of a deployed [`", stringify!($name), "`].")]
            pub struct $view;
            read_only {
                $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
                $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
                $($($ro: $ro_type = $ro_arm $(, $ro_note)?;)*)?
            }
        }
    };
}

//! Modules that are files already: their params and outputs as Rust types. It must not know any of them.

/// A struct that models the call of a module that is there already: a file beside the template, or one in a registry.
///
/// `required` params are arguments of `new`, the others are set by methods of their names; `outputs` can be read of the
/// handle. After `in` stands the kind of scope that it is deployed to. `file` gives the content of a local file, which
/// then lands beside the template. `cargo run -p typegen -- module` writes such a struct.
///
/// ```
/// use dsl::ModuleBody;
///
/// dsl::module! {
///     /// A workspace as the platform team wants it.
///     pub struct Workspace, WorkspaceOutputs = "br/platform:logs/workspace:1.2.0" in ResourceGroup;
///     required {
///         name: String = "name";
///     }
///     optional {
///         days: i64 = "days", "30 to 730";
///     }
///     outputs {
///         id: String = "id";
///     }
/// }
///
/// let mut g = dsl::Graph::<dsl::ResourceGroup>::new();
/// let logs = Workspace::new("logs").days(90).add(&mut g, "logs");
/// assert_eq!(logs.outputs().id().to_string(), "<node 0>.outputs.id");
/// ```
#[macro_export]
macro_rules! module {
    (
        $(#[$doc:meta])*
        pub struct $name:ident, $outputs:ident = $path:literal in $scope:ident;
        $(file $content:expr;)?
        $(required { $($r:ident: $r_type:ty = $r_arm:literal $(, $r_note:literal)?;)* })?
        $(optional { $($o:ident: $o_type:ty = $o_arm:literal $(, $o_note:literal)?;)* })?
        $(outputs { $($out:ident: $out_type:ty = $out_arm:literal $(, $out_note:literal)?;)* })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
        pub struct $name($crate::ModuleCall);

        impl $name {
            /// With the params that have no default.
            #[allow(clippy::new_without_default, reason = "a call says by its name what it calls")]
            #[allow(clippy::too_many_arguments, reason = "the module asks for as many")]
            pub fn new($($($r: impl $crate::ValueOf<$r_type>,)*)?) -> Self {
                #[allow(unused_imports, reason = "it depends on the types of outputs")]
                use $crate::{Declared as _, Undeclared as _};
                let call = $crate::ModuleCall::of($path)$(.file($content))?;
                Self(call$($(.gives($out_arm, (&$crate::Ask::<$out_type>::new()).given()))*)?)$($(.$r($r))*)?
            }
        }

        $crate::setters! { $name (0)
            $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
            $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
        }

        impl $crate::ModuleBody for $name {
            type Target = $crate::$scope;
            type Outputs = $outputs;

            fn call(&mut self) -> &mut $crate::ModuleCall {
                &mut self.0
            }
        }

        $crate::view! {
            #[doc = concat!("What a deployed [`", stringify!($name), "`] gives back.")]
            pub struct $outputs;
            read_only {
                $($($out: $out_type = $out_arm $(, $out_note)?;)*)?
            }
        }
    };
}

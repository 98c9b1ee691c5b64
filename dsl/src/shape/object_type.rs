//! Types of the user's own: structs and enums of Rust that are `type` statements in Bicep. It must not know any of them.

/// A struct that is printed as a `type` of its name, so that params, outputs and fields of other types can have it.
///
/// Its documentation becomes the description of the type, the text behind each field that of the field, and `length(1..=64)`
/// of a text or a list and `range(1..)` of a number behind that are its bounds. What is `required` is an argument of `new`, and what is `optional` is set by a method and may be null where it is read. An optional field can have
/// the type itself; a list of itself brings down the compiler of Bicep 0.49.
///
/// ```
/// # use dsl::{Graph, ResourceGroup};
/// dsl::object_type! {
///     /// A subnet of the network.
///     pub struct Subnet, SubnetView;
///     required {
///         name: String = "name", "Name of the subnet.", length(1..=80);
///         prefix: String = "addressPrefix", "Range of its addresses.";
///     }
///     optional {
///         delegation: String = "delegation", "The service that it is for.";
///     }
/// }
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let subnet = g.param_of::<Subnet>("subnet").default(Subnet::new("apps", "10.0.0.0/24")).describe("The subnet.");
/// g.output("service", subnet.view().delegation().or_else("none")).describe("The service that the subnet is for.");
/// let text = g.to_bicep().unwrap();
/// assert!(text.contains("type Subnet = {") && text.contains("subnet.?delegation ?? 'none'"), "{text}");
/// ```
#[macro_export]
macro_rules! object_type {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident, $view:ident;
        $(constant { $($c_arm:literal = $c_value:literal, $c_text:literal;)* })?
        $(required { $($r:ident: $r_type:ty = $r_arm:literal, $r_text:literal $(, $r_bound:ident($r_range:expr))*;)* })?
        $(optional { $($o:ident: $o_type:ty = $o_arm:literal, $o_text:literal $(, $o_bound:ident($o_range:expr))*;)* })?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet"]
        pub struct $name($crate::Object);

        impl $name {
            /// With what is required.
            #[allow(clippy::new_without_default, reason = "an object says by its name what it is")]
            #[allow(clippy::too_many_arguments, reason = "as many are required")]
            pub fn new($($($r: impl $crate::ValueOf<$r_type>,)*)?) -> Self {
                Self($crate::Object::default()$($(.with($c_arm, $c_value))*)?)$($(.$r($r))*)?
            }

            /// All fields of another one: `...other`, with those that are set afterwards.
            pub fn like(other: impl $crate::ValueOf<Self>) -> Self {
                Self($crate::Object::default().spread(other.into()))
            }
        }

        $crate::replay_object! { $name { $($($c_arm = $c_value;)*)? } { }
            $($($r: $r_type = $r_arm;)*)?
            $($($o: $o_type = $o_arm;)*)?
        }

        $crate::setters! { $name (0)
            $($($r: $r_type = $r_arm, $r_text;)*)?
            $($($o: $o_type = $o_arm, $o_text;)*)?
        }

        $crate::declared_as! { $name [$($doc)*] None,
            $crate::Type::Object(vec![
                $($($crate::Field {
                    ty: $crate::Type::Literal($c_value.into()),
                    ..$crate::Field::of::<String>($c_arm, $c_text)
                },)*)?
                $($({
                    let field = $crate::Field::of::<$r_type>($r_arm, $r_text);
                    $(let field = $crate::bounded::$r_bound::<$r_type>(field, $r_range);)*
                    field
                },)*)?
                $($({
                    let field = $crate::Field::of::<Option<$o_type>>($o_arm, $o_text);
                    $(let field = $crate::bounded::$o_bound::<$o_type>(field, $o_range);)*
                    field
                },)*)?
            ]);
            $($($r_type,)*)? $($($o_type,)*)?
        }

        impl From<$name> for $crate::Object {
            fn from(object: $name) -> Self {
                object.0
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(object: $name) -> Self {
                $crate::Value::new(object.0)
            }
        }

        $crate::into_value! { $name => $name }

        impl $crate::Shape for $name {
            type View = $view;
        }

        #[doc = concat!("What can be read of a [`", stringify!($name), "`].")]
        #[derive(Clone, Debug)]
        pub struct $view($crate::Expr);

        impl From<$crate::Expr> for $view {
            fn from(object: $crate::Expr) -> Self {
                $view(object)
            }
        }

        impl $view {
            $($(
                #[doc = $r_text]
                pub fn $r(&self) -> $crate::ViewOf<$r_type> {
                    self.0.clone().member($r_arm).into()
                }
            )*)?
            $($(
                #[doc = $o_text]
                pub fn $o(&self) -> $crate::Value<Option<$o_type>> {
                    self.0.clone().access($crate::Accessor::SafeProperty($o_arm.into())).into()
                }
            )*)?
        }

        $crate::viewed! { $view $name }
    };
}

/// An enum that is printed as a `type` of its name: a union of texts.
///
/// ```
/// # use dsl::{Graph, ResourceGroup};
/// dsl::choice_type! {
///     /// How much is deployed.
///     pub enum Size {
///         Small = "small";
///         Large = "large";
///     }
/// }
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let size = g.param_of::<Size>("size").default(Size::Small).describe("How much is deployed.");
/// g.output("isLarge", size.eq(Size::Large)).describe("Whether much is deployed.");
/// assert!(g.to_bicep().unwrap().contains("type Size = 'small' | 'large'"));
/// ```
#[macro_export]
macro_rules! choice_type {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $($variant:ident = $value:literal;)* }) => {
        $crate::choice! {
            $(#[doc = $doc])*
            pub named enum $name { $($variant = $value;)* }
        }

        $crate::declared_as! { $name [$($doc)*] None,
            $crate::Type::Union(vec![$($crate::Type::Literal($value.into())),*]);
        }
    };
}

/// An enum of structs that is printed as a `type` of its name: a union of objects, told apart by one property.
///
/// ```
/// # use dsl::{Graph, ResourceGroup};
/// dsl::object_type! {
///     /// Reads a queue.
///     pub struct Queue, QueueView;
///     constant { "kind" = "queue", "A queue is read."; }
///     required { length: i64 = "length", "How many messages are read at once."; }
/// }
///
/// dsl::object_type! {
///     /// Reads a clock.
///     pub struct Clock, ClockView;
///     constant { "kind" = "clock", "A clock is read."; }
/// }
///
/// dsl::union_type! {
///     /// What is read.
///     pub enum Source, SourceView by "kind" {
///         Queue(Queue) = "queue";
///         Clock(Clock) = "clock";
///     }
/// }
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let source = g.param_of::<Source>("source").default(Queue::new(5)).describe("What is read.");
/// g.output("kind", source.member::<String>("kind")).describe("Which kind of source is read.");
/// let text = g.to_bicep().unwrap();
/// assert!(text.contains("@discriminator('kind')\ntype Source = Queue | Clock"), "{text}");
/// ```
#[macro_export]
macro_rules! union_type {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident, $view:ident by $property:literal { $($variant:ident($object:ty) = $value:literal;)* }
    ) => {
        $crate::union! {
            $(#[doc = $doc])*
            pub enum $name, $view;
            variants { $($variant($object) = $value;)* }
        }

        $crate::declared_as! { $name [$($doc)*] Some($property),
            $crate::Type::Union(vec![$(<$object as $crate::Declare>::declare()),*]);
            $($object,)*
        }
    };
}

/// How a type with a name is declared, and which others it needs.
#[doc(hidden)]
#[macro_export]
macro_rules! declared_as {
    ($name:ident [$($doc:literal)*] $discriminator:expr, $ty:expr; $($inner:ty,)*) => {
        impl $crate::Declare for $name {
            fn declare() -> $crate::Type {
                $crate::Type::Named(stringify!($name).into())
            }

            fn define(definitions: &mut $crate::Definitions) {
                let inner: &[fn(&mut $crate::Definitions)] = &[$(<$inner as $crate::Declare>::define),*];
                definitions.add(stringify!($name), &[$($doc),*], || $ty, $discriminator, inner);
            }
        }
    };
}

//! The shapes of Azure's values as Rust types: the macros that the catalogue is written in, one line a property, so that
//! generated code reads as a table. They must not know any type of resource.

pub mod bounded;
mod choice;
mod extension_resource;
mod given;
mod list;
mod map;
mod module;
mod object;
mod object_type;
mod replay;
mod resource;
mod union;

use crate::expr::{Accessor, Expr};
use crate::value::{Guarded, Secret, Value};

#[doc(hidden)]
pub use self::given::{Ask, Declared, Given, Undeclared};
pub use self::list::List;
pub use self::map::Map;
pub use self::object::Object;
#[cfg(feature = "replay")]
pub use self::replay::{Replay, ReplayResource, properties, refuse, replayed};

/// A Rust type that stands for values of Azure.
pub trait Shape: Sized {
    /// What reading such a value offers: a view with a method for each property, or the value itself.
    type View: From<Expr>;

    /// The step to a property that holds such a value.
    #[doc(hidden)]
    #[inline]
    fn step(name: &'static str) -> Accessor {
        Accessor::Property(name.into())
    }
}

/// What reading a `T` offers: the view of an object, or a [`Value`].
pub type ViewOf<T> = <T as Shape>::View;

/// Whatever Azure takes, where its data says nothing about the type.
#[derive(Clone, Copy, Debug)]
pub enum Any {}

/// An enum of Azure.
pub trait Choice: Copy {
    /// The text that Azure knows it by.
    fn as_str(self) -> &'static str;
}

/// An enum of Azure that takes other texts than its own too, for Azure adds values before its data tells of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes its own values only",
    label = "this is a text",
    note = "write one of the enum's variants"
)]
pub trait OpenChoice: Choice {}

macro_rules! plain {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl<$($generics)*> Shape for $type {
            type View = Value<$type>;
        }
    )*};
}

plain! {
    [] String;
    [] i64;
    [] bool;
    [] Any;
    [T] Vec<T>;
    [T] Map<T>;
    [T] Secret<T>;
    [T] Guarded<T>;
}

/// What may be null is read as the linter wants it: `module.outputs.?name`.
impl<T> Shape for Option<T> {
    type View = Value<Option<T>>;

    fn step(name: &'static str) -> Accessor {
        Accessor::SafeProperty(name.into())
    }
}

impl<T: Shape> Value<T> {
    /// The properties of the object that this evaluates to: `connections.at(0).view().id()`.
    pub fn view(&self) -> T::View {
        T::View::from(self.expr().clone())
    }
}

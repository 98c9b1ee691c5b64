//! Bicep's functions, typed: one line a function, one file a family. They must not know where in a template each may be
//! called.
//!
//! Every function has its name of Bicep in snake case. Where Bicep leaves an argument out, there are two functions here, such
//! as [`utc_now`] and [`utc_now_as`]. A function that takes texts and lists alike is one function here too: its type follows
//! from what it is given.
//!
//! ```
//! use dsl::functions::{join, map, to_lower};
//! use dsl::{Graph, ResourceGroup};
//!
//! let mut g = Graph::<ResourceGroup>::new();
//! let names = g.param_of::<Vec<String>>("names").describe("Names of the teams.");
//! g.output("hosts", join(map(&names, |name| to_lower(name) + ".contoso.com"), ",")).describe("Hosts of the teams.");
//! assert!(g.to_bicep().unwrap().contains("join(map(names, item => '${toLower(item)}.contoso.com'), ',')"));
//! ```
//!
//! See [Learn: Bicep functions](https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions).

/// Functions with a fixed list of arguments, one line each: Rust's name, the arguments, what it returns, Bicep's name.
macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) -> $returns:ty = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name($($argument: impl $crate::ValueOf<$type>),*) -> $crate::Value<$returns> {
            $crate::Value::new($crate::Expr::call($bicep, vec![$($argument.into().into()),*]))
        }
    )*};
}

mod any;
mod cidr;
mod collection;
mod date;
mod file;
mod lambda;
mod list;
mod number;
mod object;
mod parameter;
mod resource;
mod scope;
mod text;
mod this;
mod uri;
mod variable;
mod zone;

pub use self::any::*;
pub use self::cidr::*;
pub use self::collection::*;
pub use self::date::*;
pub use self::file::*;
pub use self::lambda::*;
pub use self::list::*;
pub use self::number::*;
pub use self::object::*;
pub use self::parameter::*;
pub use self::resource::*;
pub use self::scope::*;
pub use self::text::*;
pub use self::this::*;
pub use self::uri::*;
pub(crate) use self::variable::{called, for_each, free, named, set_apart, unnamed, variables};
pub use self::zone::*;

use crate::expr::Expr;
use crate::value::{IntoValue, Value, ValueOf};

/// `function(value)` for a value of any type.
fn of_any<T>(function: &'static str, value: impl IntoValue) -> Value<T> {
    Value::new(Expr::call(function, vec![value.into_value().into()]))
}

/// Texts that Bicep takes one by one, however many they are.
fn texts<V: ValueOf<String>>(values: impl IntoIterator<Item = V>) -> Vec<Expr> {
    values.into_iter().map(|value| value.into().into()).collect()
}

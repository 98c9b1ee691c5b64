//! The facts of all Azure resource types, compressed, and their reader. It must not know how Rust is generated, what a
//! graph is, or where files are: the data is part of the program.
//!
//! [`catalogue`] tells which types there are without unpacking anything else; [`find`] unpacks the one provider that
//! defines a type. `typegen update` makes the data with [`pack`].

mod catalogue;
mod choice;
mod entry;
mod error;
mod flags;
mod model;
mod nearest;
mod pack;
mod provider;
mod records;
mod scopes;
mod wire;

pub use self::catalogue::{Catalogue, catalogue, find, find_shared};
pub use self::choice::{EXCEPTIONS, Exception, choose, idle_exceptions};
pub use self::entry::Entry;
pub use self::error::{Damaged, Error, NotFound};
pub use self::flags::Flags;
pub use self::model::{
    Array, Discriminated, Function, Integer, Object, Property, ResourceType, Text, Type, TypeId, Union, Variant,
};
pub use self::pack::pack;
pub use self::provider::Provider;
pub use self::scopes::Scopes;

//! From the facts of resource types to the Rust of the catalogue, and of extensions. It must not know where files are.

mod corrections;
mod extension;
mod files;
mod identifiers;
mod interfaces;
mod item;
mod names;
mod notes;
mod reach;
mod remark;
mod roles;
mod structs;
mod table;
mod words;

pub(crate) use self::corrections::idle;
pub(crate) use self::extension::{Extension, extension_file};
pub(crate) use self::files::{Listed, Module, directory_file, identities_file, module_files, path, types_file};
pub(crate) use self::interfaces::{diagnostics, interfaces_file};
pub(crate) use self::item::{parent, variants};
pub(crate) use self::names::is_reserved;
pub(crate) use self::remark::remark;
pub(crate) use self::roles::{Target, roles_file};
pub(crate) use self::words::{field, pascal};

//! What the tests of this folder share.

#![allow(unused_imports, reason = "each test program uses a part of it")]

mod foretold;
mod raw;
mod resources;
mod snapshot;

pub(crate) use self::foretold::*;
pub(crate) use self::raw::*;
pub(crate) use self::resources::*;
pub(crate) use self::snapshot::*;

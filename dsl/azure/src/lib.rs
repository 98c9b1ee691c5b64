//! Azure for `dsl`: the catalogue of resources, roles, and constructs that wire resources with safe defaults.
//!
//! One module a provider, one file a type of resource. It must not know files on disk, nor the command line.

pub mod authorization;
pub mod cognitive_services;
pub mod compute;
pub mod construct;
pub mod network;
pub mod prelude;
pub mod role;

/// Compiles what the README shows, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

//! Finds the official Bicep compiler and talks to it; it must not know the graph, nor be needed for rendering.
//!
//! [`locate()`] finds the program, [`Compiler`] holds one conversation with it, and [`Gate`] is what tests use:
//! it refuses every text on which the compiler has a finding or which its formatter would change.

mod answer;
mod cache;
mod compiler;
mod diagnostic;
mod environment;
mod error;
mod extension;
mod folder;
mod frame;
mod gate;
mod locate;
mod report;
mod rpc;
mod rules;
mod same;
mod see_through;
mod skip;
mod snapshot;
mod unforeseen;

pub use cache::{in_registry, in_template_spec};
pub use compiler::{Compilation, Compiler};
pub use diagnostic::{Diagnostic, Level};
pub use environment::with_defaults;
pub use error::Error;
pub use extension::Extension;
pub use folder::Folder;
pub use gate::{Findings, Gate};
pub use locate::{Missing, locate};
pub use rules::{RULES, strict_configuration};
pub use snapshot::{Place, Snapshot};
pub use unforeseen::Unforeseen;

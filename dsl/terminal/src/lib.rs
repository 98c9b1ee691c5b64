//! What the command-line programs of this project share. It must not know any command, scenario or type of Azure.

mod exit;
pub mod file;
mod streams;

pub use self::exit::Exit;
pub use self::streams::Streams;

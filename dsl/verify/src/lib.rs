//! Proves on a deployed system that a machine calls a model over a private endpoint and without a key: what to look for comes
//! out of the graph, a script looks from inside of the machine, and what it saw is judged. It must not know the disk, nor run anything.
//!
//! [`Plan`] reads the graph, [`Question`] makes the script and the Python snippet, [`judge`] reads the script's answers.

mod address;
mod answer;
mod judge;
mod outside;
mod plan;
mod proof;
mod question;

pub use self::judge::{Expected, judge};
pub use self::outside::{Call, outside};
pub use self::plan::{Identity, Missing, Plan};
pub use self::proof::Proof;
pub use self::question::{Question, RESOURCE};

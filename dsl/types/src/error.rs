//! What can go wrong when facts are looked up. It must not know how they are stored.

use std::error;
use std::fmt::{self, Display, Formatter};

/// Why there is no answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Error {
    /// The data has no such thing.
    NotFound(NotFound),
    /// The data cannot be read.
    Damaged(Damaged),
}

/// The data has no provider, type or version of that name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotFound {
    /// What was looked for, such as ``resource type `Microsoft.Search/searchService` ``.
    pub what: String,
    /// What exists and comes nearest; for a version, all that the type has, the newest first.
    pub nearest: Vec<String>,
}

/// The data is not what `typegen update` has written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Damaged(
    /// What was noticed.
    pub &'static str,
);

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(it) => it.fmt(f),
            Self::Damaged(it) => it.fmt(f),
        }
    }
}

impl Display for NotFound {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {}", self.what)?;
        match &self.nearest[..] {
            [] => write!(f, "; search with `cargo run -p typegen -- list FILTER`"),
            nearest => write!(f, "; did you mean {}?", nearest.join(", ")),
        }
    }
}

impl Display for Damaged {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(what) = self;
        write!(
            f,
            "the type data is damaged ({what}): restore `dsl/types/data/types.bin`, or make it anew with `cargo run -p \
             typegen -- update PATH`"
        )
    }
}

impl error::Error for Error {}
impl error::Error for NotFound {}
impl error::Error for Damaged {}

impl From<NotFound> for Error {
    fn from(error: NotFound) -> Self {
        Self::NotFound(error)
    }
}

impl From<Damaged> for Error {
    fn from(error: Damaged) -> Self {
        Self::Damaged(error)
    }
}

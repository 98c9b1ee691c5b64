//! Why the compiler foretells nothing; it must not know what the foresight was for.

use std::fmt;
use std::path::Path;

use crate::{Diagnostic, Error};

/// There is no foresight of a deployment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unforeseen {
    /// The files have errors.
    Refused(Vec<Diagnostic>),
    /// Something else is in the way, in a sentence.
    Failed(String),
}

impl Unforeseen {
    /// The errors as they would be named inside of a folder.
    pub(crate) fn refused<'d>(errors: impl Iterator<Item = &'d Diagnostic>, folder: &Path) -> Self {
        let within = |error: &Diagnostic| {
            let source = error.source.strip_prefix(folder).unwrap_or(&error.source).to_path_buf();
            Diagnostic { source, ..error.clone() }
        };
        Self::Refused(errors.map(within).collect())
    }
}

impl From<String> for Unforeseen {
    fn from(reason: String) -> Self {
        Self::Failed(reason)
    }
}

impl From<Error> for Unforeseen {
    fn from(error: Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl fmt::Display for Unforeseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(errors) => {
                f.write_str("the compiler refuses the files:")?;
                errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
            }
            Self::Failed(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Unforeseen {}

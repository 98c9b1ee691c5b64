//! What can go wrong between this crate and the compiler; it must not know why a caller asked.

use std::path::PathBuf;
use std::{fmt, io};

/// A request got no usable answer. Findings about a file are no error: they are diagnostics.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A path that cannot be written into a request.
    Path(PathBuf),
    /// The program could not be started.
    Start {
        /// The program.
        program: PathBuf,
        /// Why the system refused.
        reason: io::Error,
    },
    /// The program ended, fell silent, or wrote something that is not an answer.
    Broken {
        /// The program.
        program: PathBuf,
        /// What was seen instead of an answer, and how the program ended.
        reason: String,
        /// What the program wrote to its standard error.
        stderr: String,
    },
    /// The compiler answered that the request itself failed: it crashed, or could not read the file.
    Failed {
        /// The method that was called.
        method: String,
        /// The compiler's own words.
        message: String,
    },
    /// The answer does not have the form that this crate knows.
    Unexpected {
        /// The method that was called.
        method: String,
        /// What is not as it should be.
        reason: String,
    },
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => {
                write!(f, "the path `{}` cannot be sent to the compiler: use a valid Unicode path", path.display())
            }
            Self::Start { program, reason } => {
                let program = program.display();
                write!(f, "`{program}` could not be started ({reason}): check that it may be executed, or set BICEP")
            }
            Self::Broken { program, reason, stderr } => {
                let program = program.display();
                write!(f, "`{program}` broke off: {reason}; set BICEP if it is not Bicep, else simplify the source")?;
                if stderr.is_empty() { Ok(()) } else { write!(f, "\nIts error output:\n{stderr}") }
            }
            Self::Failed { method, message } => {
                write!(f, "the compiler failed on `{method}`: {message}; if all files are there, simplify the source")
            }
            Self::Unexpected { method, reason } => {
                write!(f, "the answer to `{method}` is not understood: {reason}; this crate knows Bicep 0.49")
            }
        }
    }
}

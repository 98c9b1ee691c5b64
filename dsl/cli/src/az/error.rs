//! What can go wrong with the program `az` itself, and what to do then. It must not know what Azure says about a deployment.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

const LONGEST_EXCERPT: usize = 300;

/// A command line of `az` has no usable answer.
#[derive(Debug)]
pub(crate) enum Error {
    /// It is not there; with what the variable `AZ` says, if it says anything.
    Missing { named: Option<PathBuf> },
    /// It is older than what is used here.
    Old { version: String, oldest: [u32; 3] },
    /// The system does not start it.
    Start { program: PathBuf, reason: io::Error },
    /// It ended with an error; with all that it wrote to standard error.
    Failed { line: String, how: String, stderr: String },
    /// It was killed because it gave no answer.
    Hanging { line: String, patience: Duration },
    /// Its answer is not understood.
    Garbage { line: String, reason: String, seen: String },
    /// The user ended it.
    Interrupted { line: String },
}

impl Error {
    /// What to do.
    pub(crate) fn help(&self) -> String {
        match self {
            Self::Missing { named: Some(_) } => "correct the variable, or unset it to take `az` from PATH".to_owned(),
            Self::Missing { named: None } => {
                "install it from https://aka.ms/installazurecli, then run: az login".to_owned()
            }
            Self::Old { .. } => "run: az upgrade".to_owned(),
            Self::Start { .. } => {
                "check that it may be executed, or name another program by the variable AZ".to_owned()
            }
            Self::Failed { stderr, .. } if wants_login(stderr) => "run: az login".to_owned(),
            Self::Failed { line, .. } => format!("run it by hand, with --debug to see more: {line}"),
            Self::Hanging { line, .. } => format!("see whether it waits for something: {line}"),
            Self::Garbage { line, .. } => {
                format!("see what it prints, and whether `az` is the Azure CLI (else set AZ): {line}")
            }
            Self::Interrupted { .. } => "run the same command again when you are ready".to_owned(),
        }
    }

    /// What the program wrote to standard error, if it failed by itself.
    pub(crate) fn stderr(&self) -> Option<&str> {
        match self {
            Self::Failed { stderr, .. } => Some(stderr),
            _ => None,
        }
    }
}

fn wants_login(stderr: &str) -> bool {
    ["az login", "AADSTS", "ExpiredAuthenticationToken", "InvalidAuthenticationToken"]
        .iter()
        .any(|sign| stderr.contains(sign))
}

/// The beginning of a text that may be long and may be anything.
pub(super) fn excerpt(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(LONGEST_EXCERPT) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { named: Some(named) } => {
                write!(f, "the environment variable AZ is `{}`, which is not a file", named.display())
            }
            Self::Missing { named: None } => f.write_str("the Azure CLI (az) is not installed"),
            Self::Old { version, oldest: [a, b, c] } => {
                write!(f, "`az` is version {version}, and {a}.{b}.{c} is the oldest that has all commands")
            }
            Self::Start { program, reason } => write!(f, "`{}` cannot be started: {reason}", program.display()),
            Self::Failed { line, how, stderr } => write!(f, "`{line}` failed ({how}): {}", stderr.trim()),
            Self::Hanging { line, patience } => write!(f, "`{line}` gave no answer within {patience:?}"),
            Self::Garbage { line, reason, seen } => {
                write!(f, "`{line}` answered what is not understood ({reason}): {seen}")
            }
            Self::Interrupted { line } => write!(f, "interrupted during `{line}`"),
        }
    }
}

//! The three ways in which a run ends, and their numbers. It must not know what led there.

use std::process::ExitCode;

/// How a run ended, as a script sees it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Exit {
    /// All is well.
    Fine = 0,
    /// There are findings or differences, nothing was found, or something could not be read or written.
    Failure = 1,
    /// The command line, or what it names, makes no sense.
    Usage = 2,
}

impl Exit {
    /// Whether all is well, as an exit.
    pub fn fine_if(is_fine: bool) -> Self {
        if is_fine { Self::Fine } else { Self::Failure }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

//! What a command works with: the scenarios and the two streams. It must not know any command.

use std::fmt::Display;
use std::io::{ErrorKind, Write};

use anyhow::Context;
use dsl::{Bundle, Scenario};

/// One run of the program.
pub(crate) struct Session<'a> {
    pub(crate) scenarios: &'a [Scenario],
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    pub(crate) fn new(scenarios: &'a [Scenario], stdout: &'a mut dyn Write, stderr: &'a mut dyn Write) -> Self {
        Self { scenarios, stdout, stderr }
    }

    /// Prints a result.
    pub(crate) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        match self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush()) {
            // A reader that has seen enough (`| head -1`) is no error, and the exit code stays what the command says.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.context("cannot write to standard output"),
        }
    }

    /// Tells the user something that is not the result.
    pub(crate) fn note(&mut self, message: impl Display) {
        // When standard error does not take it, there is nowhere left to say so.
        writeln!(self.stderr, "{message}").ok();
    }

    /// Builds a scenario; where it has findings, they are told and there is no bundle.
    pub(crate) fn bundle(&mut self, scenario: &Scenario) -> Option<Bundle> {
        scenario.bundle().map_err(|report| self.note(report.to_string().trim_end())).ok()
    }
}

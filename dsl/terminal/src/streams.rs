//! The two streams that a command writes to. It must not know any command.

use std::fmt::Display;
use std::io::{ErrorKind, Write};

use anyhow::Context;

/// Standard output and standard error of one run of a program.
pub struct Streams<'a> {
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
}

impl<'a> Streams<'a> {
    /// Those of this process, or what stands for them in a test.
    pub fn new(stdout: &'a mut dyn Write, stderr: &'a mut dyn Write) -> Self {
        Self { stdout, stderr }
    }

    /// Prints a result.
    pub fn print(&mut self, text: &str) -> anyhow::Result<()> {
        match self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush()) {
            // A reader that has seen enough (`| head -1`) is no error, and the exit code stays what the command says.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.context("cannot write to standard output"),
        }
    }

    /// Tells the user something that is not the result.
    pub fn note(&mut self, message: impl Display) {
        // When standard error does not take it, there is nowhere left to say so.
        writeln!(self.stderr, "{message}").ok();
    }
}

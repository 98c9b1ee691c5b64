//! What a command works with: the scenarios and the two streams. It must not know any command.

use std::fmt::Display;
use std::io::Write;

use dsl::{Bundle, Check, Layout, Report, Scenario};
use terminal::Streams;

use crate::{draw, root};

/// One run of the program.
pub(crate) struct Session<'a> {
    pub(crate) scenarios: &'a [Scenario],
    /// The checks that can be explained.
    pub(crate) checks: Vec<Check>,
    is_colored: bool,
    streams: Streams<'a>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        scenarios: &'a [Scenario],
        checks: Vec<Check>,
        is_colored: bool,
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
    ) -> Self {
        Self { scenarios, checks, is_colored, streams: Streams::new(stdout, stderr) }
    }

    /// Prints a result.
    pub(crate) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        self.streams.print(text)
    }

    /// Tells the user something that is not the result.
    pub(crate) fn note(&mut self, message: impl Display) {
        self.streams.note(message);
    }

    /// Builds a scenario in a layout, or else in its own, and tells what the checks find; where one of that is an error, there is no bundle.
    pub(crate) fn bundle(&mut self, scenario: &Scenario, layout: Option<Layout>) -> Option<Bundle> {
        let bundle = layout.map_or_else(|| scenario.bundle(), |layout| scenario.bundle_in(layout));
        let report = bundle.as_ref().map_or_else(|report| report, Bundle::warnings);
        self.tell(report);
        bundle.ok()
    }

    /// Shows findings beside the lines of Rust that made them; nothing where there are none.
    pub(crate) fn tell(&mut self, report: &Report) {
        if !report.is_empty() {
            self.note(draw::report(report, &root::folder(), self.is_colored));
        }
    }
}

//! What a check returns: data with places, shown the way compilers show theirs.

use std::fmt;
use std::panic::Location;

use crate::graph::Node;

/// A problem of a graph.
#[derive(Clone, Debug)]
pub struct Finding {
    id: &'static str,
    message: String,
    location: &'static Location<'static>,
    notes: Vec<Note>,
    help: Option<String>,
}

/// A place that belongs to a problem.
#[derive(Clone, Debug)]
pub struct Note {
    message: String,
    location: &'static Location<'static>,
}

impl Finding {
    pub(crate) fn new(id: &'static str, location: &'static Location<'static>, message: impl Into<String>) -> Self {
        Finding { id, message: message.into(), location, notes: Vec::new(), help: None }
    }

    /// About a node: the place is where it was made.
    pub(crate) fn at(id: &'static str, node: &Node, message: impl Into<String>) -> Self {
        Finding::new(id, node.location, message)
    }

    pub(crate) fn note(mut self, node: &Node, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), location: node.location });
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The check that found it: `duplicate-symbol`.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What is wrong, in one sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The line of Rust that made it.
    pub fn location(&self) -> &'static Location<'static> {
        self.location
    }

    /// Other places that belong to it.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

impl Note {
    /// What is there, in one sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The line of Rust.
    pub fn location(&self) -> &'static Location<'static> {
        self.location
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error[{}]: {}", self.id, self.message)?;
        writeln!(f, "  --> {}", Place(self.location))?;
        for note in &self.notes {
            writeln!(f, "   = note: {} ({})", note.message, Place(note.location))?;
        }
        match &self.help {
            Some(help) => writeln!(f, "   = help: {help}"),
            None => Ok(()),
        }
    }
}

/// A place with slashes on every system, so that messages are the same everywhere.
struct Place(&'static Location<'static>);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.0.file().replace('\\', "/"), self.0.line(), self.0.column())
    }
}

/// All findings of one run, sorted by place.
#[derive(Clone, Debug)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(crate) fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| (finding.location.file(), finding.location.line(), finding.location.column()));
        Report { findings }
    }

    /// The findings; there is at least one.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}")?;
        }
        let count = self.findings.len();
        let s = if count == 1 { "" } else { "s" };
        write!(f, "error: the graph has {count} problem{s}; nothing was rendered")
    }
}

impl std::error::Error for Report {}

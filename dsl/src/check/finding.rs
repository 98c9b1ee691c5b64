//! What a check returns: data with places, shown the way compilers show theirs.

use std::fmt;
use std::panic::Location;

use crate::graph::Node;

/// A check, by the id that its findings show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check(&'static str);

impl Check {
    /// A check of a catalogue, by an id in small letters with hyphens.
    pub const fn new(id: &'static str) -> Self {
        Check(id)
    }

    /// The id that its findings show: `unknown-type`.
    pub fn id(self) -> &'static str {
        self.0
    }

    /// A type or version of a resource that Azure's data does not have: one in private preview, say.
    pub const UNKNOWN_TYPE: Check = Check("unknown-type");
    /// A property that Azure's data does not have.
    pub const UNKNOWN_PROPERTY: Check = Check("unknown-property");
    /// A property that Azure's data requires is not set.
    pub const MISSING_PROPERTY: Check = Check("missing-property");
    /// A value of another kind than the property takes: a text for a number.
    pub const WRONG_TYPE: Check = Check("wrong-type");
    /// A text that is none of those that the property takes.
    pub const VALUE_NOT_ALLOWED: Check = Check("value-not-allowed");
    /// A property that can only be read is set.
    pub const READ_ONLY_PROPERTY: Check = Check("read-only-property");
    /// A text or list that is too short or too long, a number that is too small or too great, a text of other characters.
    pub const OUT_OF_BOUNDS: Check = Check("out-of-bounds");
    /// A resource where Azure does not keep its type. What the official compiler refuses cannot be allowed.
    pub const WRONG_SCOPE: Check = Check("wrong-scope");
    /// A text that is nearly, but not quite, one of the values that Azure's data knows.
    pub const UNLIKELY_VALUE: Check = Check("unlikely-value");
    /// A secret that is written out.
    pub const SECRET_LITERAL: Check = Check("secret-literal");
    /// The identity of a resource is read that has none.
    pub const UNSET_IDENTITY: Check = Check("unset-identity");
    /// A secret in a name or in tags, which everybody sees.
    pub const EXPOSED_SECRET: Check = Check("exposed-secret");
}

/// A problem of a graph.
#[derive(Clone, Debug)]
pub struct Finding {
    id: &'static str,
    message: String,
    location: &'static Location<'static>,
    notes: Vec<Note>,
    help: Option<String>,
    /// The node whose allowances may cover it.
    node: Option<u32>,
    /// What the official compiler reports for the same, separated by blanks.
    codes: &'static str,
    /// Bicep refuses it, so that no reason helps.
    inevitable: bool,
}

/// A place that belongs to a problem.
#[derive(Clone, Debug)]
pub struct Note {
    message: String,
    location: &'static Location<'static>,
}

impl Finding {
    pub(crate) fn new(id: &'static str, location: &'static Location<'static>, message: impl Into<String>) -> Self {
        let (message, notes) = (message.into(), Vec::new());
        Finding { id, message, location, notes, help: None, node: None, codes: "", inevitable: false }
    }

    /// About a node: the place is where it was made.
    pub(crate) fn at(id: &'static str, node: &Node, message: impl Into<String>) -> Self {
        Finding::new(id, node.location, message).about(node)
    }

    /// The allowances of this node may cover it, wherever it shows.
    pub(crate) fn about(mut self, node: &Node) -> Self {
        self.node = Some(node.index);
        self
    }

    /// Where it is allowed, the official compiler must not report these codes either. They are separated by blanks.
    pub(crate) fn silenced_by(mut self, codes: &'static str) -> Self {
        self.codes = codes;
        self
    }

    /// It cannot be allowed, for Bicep refuses it.
    pub(crate) fn inevitable(mut self) -> Self {
        self.inevitable = true;
        self
    }

    pub(super) fn node(&self) -> Option<u32> {
        self.node
    }

    pub(super) fn codes(&self) -> &'static str {
        self.codes
    }

    pub(super) fn can_be_allowed(&self) -> bool {
        !self.inevitable
    }

    pub(crate) fn note(mut self, node: &Node, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), location: node.location });
        self
    }

    pub(crate) fn note_at(mut self, location: &'static Location<'static>, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), location });
        self
    }

    /// The same finding, with what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
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

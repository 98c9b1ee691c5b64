//! What a check returns: data with places, shown the way compilers show theirs.

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;

use super::{Check, Severity, description, page, unused};
use crate::graph::Node;

/// How a help says that a finding may be right.
const OFFER: &str = "allow it with the reason";

/// Errors that no reason can allow, although Bicep takes what is printed all the same.
const HARMLESS: &[Check] = &[unused::CHECK, description::CHECK, page::missing_reason::CHECK];

/// A problem of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    check: Check,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    message: String,
    location: &'static Location<'static>,
}

impl Finding {
    pub(crate) fn new(check: Check, location: &'static Location<'static>, message: impl Into<String>) -> Self {
        let (message, notes) = (message.into(), Vec::new());
        Finding { check, message, location, notes, help: None, node: None, codes: "", inevitable: false }
    }

    /// About a node: the place is where it was made.
    pub(crate) fn at(check: Check, node: &Node, message: impl Into<String>) -> Self {
        Finding::new(check, node.location, message).about(node)
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

    /// The same finding, with what to do here; without it, the page of the check says so.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The check that found it.
    pub fn check(&self) -> Check {
        self.check
    }

    /// The id of the check that found it: `duplicate-symbol`.
    pub fn id(&self) -> &'static str {
        self.check.id()
    }

    /// What it means for the Bicep.
    pub fn severity(&self) -> Severity {
        self.check.severity()
    }

    /// Whether the graph can be shown as a draft although this is found: Bicep would take it, or a reason could allow it.
    pub(crate) fn spares_draft(&self) -> bool {
        let is_allowable = self.can_be_allowed() && self.check.page().constant.is_some();
        self.severity() == Severity::Warning || is_allowable || HARMLESS.contains(&self.check)
    }

    /// What to do, in a clause. Where it can be allowed with a reason, the call that does so stands at the end; resources and
    /// constructs take the same.
    pub fn help_text(&self) -> Cow<'_, str> {
        let page = self.check.page();
        let help = self.help.as_deref().unwrap_or(page.help);
        match page.constant.filter(|_| help.contains(OFFER)) {
            Some(constant) => format!("{help}: `.allow({constant}, \"…\")`").into(),
            None => help.into(),
        }
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
        writeln!(f, "{}[{}]: {}", self.severity().name(), self.id(), self.message)?;
        writeln!(f, "  --> {}", Place(self.location))?;
        for note in &self.notes {
            writeln!(f, "   = note: {} ({})", note.message, Place(note.location))?;
        }
        writeln!(f, "   = help: {}", self.help_text())
    }
}

/// A place with slashes on every system, so that messages are the same everywhere.
struct Place(&'static Location<'static>);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.0.file().replace('\\', "/"), self.0.line(), self.0.column())
    }
}

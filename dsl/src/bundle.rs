//! What rendering returns: texts by their paths. It must not know the disk.

use crate::check::Report;

/// The files of a scenario, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    files: Vec<(String, String)>,
    warnings: Report,
}

impl Bundle {
    pub(crate) fn new(warnings: Report) -> Self {
        Bundle { files: Vec::new(), warnings }
    }

    /// What the checks found that keeps nothing from being rendered.
    pub fn warnings(&self) -> &Report {
        &self.warnings
    }

    /// Adds a file beside those of the template, such as a page for reviewers.
    pub fn push(&mut self, path: impl Into<String>, text: String) {
        self.files.push((path.into(), text));
    }

    /// Path (relative, with slashes) and text of each file.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files().find(|(candidate, _)| *candidate == path).map(|(_, text)| text)
    }
}

//! What rendering returns: texts by their paths. It must not know the disk.

/// The files of a scenario, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    files: Vec<(String, String)>,
}

impl Bundle {
    pub(crate) fn push(&mut self, path: impl Into<String>, text: String) {
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

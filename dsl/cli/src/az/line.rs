//! A command line of `az` as a list of words, and how it is shown. It must not know which commands there are.

use std::ffi::OsString;
use std::fmt;
use std::path::Path;

/// The words behind `az`. No shell ever reads them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Line(Vec<OsString>);

impl Line {
    /// The words of a command: `deployment group create`.
    pub(crate) fn new(command: &str) -> Self {
        Self(command.split(' ').map(OsString::from).collect())
    }

    /// With an option and its value.
    pub(crate) fn with(mut self, option: &str, value: impl Into<OsString>) -> Self {
        self.0.extend([option.into(), value.into()]);
        self
    }

    /// With an option and its value, if there is one.
    pub(crate) fn with_some(self, option: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(option, value),
            None => self,
        }
    }

    /// With an option that takes a file.
    pub(crate) fn file(self, option: &str, path: &Path) -> Self {
        self.with(option, path)
    }

    /// With an option that takes no value.
    pub(crate) fn flag(mut self, option: &str) -> Self {
        self.0.push(option.into());
        self
    }

    pub(super) fn words(&self) -> impl Iterator<Item = OsString> {
        self.0.iter().cloned()
    }
}

/// As a person types it into a POSIX shell.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("az")?;
        self.0.iter().try_for_each(|word| write!(f, " {}", quoted(&word.to_string_lossy())))
    }
}

fn quoted(word: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-_./:@=,+".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        let line = Line::new("group delete").with("--name", "it's $(a) group").with_some("--subscription", None);
        assert_eq!(line.flag("--yes").to_string(), r"az group delete --name 'it'\''s $(a) group' --yes");
        assert_eq!(Line::new("version").with("--query", "").to_string(), "az version --query ''");
    }
}

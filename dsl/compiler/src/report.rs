//! Words a refusal so that it can be understood without the files; it must not know the compiler process.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use crate::{Diagnostic, Folder};

/// How many lines of either side of a formatter change are shown.
const EXCERPT: usize = 3;

/// What speaks against a set of files, collected over all of them.
pub(crate) struct Report<'a> {
    folder: &'a Folder,
    sources: BTreeMap<&'a Path, &'a str>,
    /// A set, because a module's findings come again with every file that uses it.
    diagnostics: BTreeSet<Diagnostic>,
    remarks: Vec<String>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(folder: &'a Folder, files: &[(&'a Path, &'a str)]) -> Self {
        let sources = files.iter().copied().collect();
        Self { folder, sources, diagnostics: BTreeSet::new(), remarks: Vec::new() }
    }

    /// Adds a finding, to be shown with its line.
    pub(crate) fn add_diagnostic(&mut self, diagnostic: &Diagnostic) {
        let mut diagnostic = diagnostic.clone();
        if let Ok(name) = diagnostic.source.strip_prefix(self.folder.path()) {
            diagnostic.source = name.to_path_buf();
        }
        self.diagnostics.insert(diagnostic);
    }

    /// Adds what has no place in a file.
    pub(crate) fn add_remark(&mut self, name: &Path, remark: impl std::fmt::Display) {
        self.remarks.push(format!("{}: {remark}\n", name.display()));
    }

    /// Adds the first change that the formatter would make, if there is one.
    pub(crate) fn add_layout(&mut self, name: &Path, text: &str, formatted: &str) {
        if text != formatted {
            self.add_remark(name, difference(text, formatted));
        }
    }

    /// The whole report, unless nothing speaks against the files.
    pub(crate) fn finish(self) -> Result<(), String> {
        let findings = self.diagnostics.iter().map(|diagnostic| self.show(diagnostic));
        let report: String = findings.chain(self.remarks.iter().cloned()).collect();
        if report.is_empty() { Ok(()) } else { Err(report) }
    }

    fn show(&self, diagnostic: &Diagnostic) -> String {
        let text = self.sources.get(diagnostic.source.as_path()).copied().unwrap_or_default();
        match text.lines().nth(diagnostic.line - 1) {
            Some(line) => format!("{diagnostic}\n{:>6} | {line}\n", diagnostic.line),
            None => format!("{diagnostic}\n"),
        }
    }
}

fn difference(text: &str, formatted: &str) -> String {
    let before: Vec<_> = text.split_inclusive('\n').collect();
    let after: Vec<_> = formatted.split_inclusive('\n').collect();
    let first = before.iter().zip(&after).take_while(|(before, after)| before == after).count();

    let mut report = format!("the formatter changes line {}:", first + 1);
    for (sign, lines) in [('-', &before), ('+', &after)] {
        let shown = lines.iter().enumerate().skip(first).take(EXCERPT);
        for (index, line) in shown {
            // Writing to a text cannot fail.
            write!(report, "\n{sign}{:>5} | {}", index + 1, visible(line)).ok();
        }
        if lines.len() <= first {
            write!(report, "\n{sign}      | (end of file)").ok();
        }
    }
    report
}

/// Two lines may differ in nothing but white space or in how they end, so both are shown as escapes.
fn visible(line: &str) -> String {
    let mut text = String::new();
    for character in line.chars() {
        match character {
            '\'' | '"' | '\\' => text.push(character),
            _ => text.extend(character.escape_debug()),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Level;

    fn diagnostic(folder: &Folder, line: usize) -> Diagnostic {
        let (code, message) = ("BCP001".to_owned(), "No.".to_owned());
        Diagnostic { source: folder.file("a.bicep"), line, column: 3, level: Level::Error, code, message }
    }

    #[test]
    fn findings_are_shown_once_in_order_and_with_their_lines() {
        let files = [(Path::new("a.bicep"), "first\nsecond\n")];
        let folder = Folder::write(&files).unwrap();
        let mut report = Report::new(&folder, &files);
        for line in [2, 1, 3, 2] {
            report.add_diagnostic(&diagnostic(&folder, line));
        }
        report.add_remark(Path::new("b.bicep"), "It is late.");
        let expected = "\
a.bicep(1,3): Error BCP001: No.
     1 | first
a.bicep(2,3): Error BCP001: No.
     2 | second
a.bicep(3,3): Error BCP001: No.
b.bicep: It is late.
";
        assert_eq!(report.finish(), Err(expected.to_owned()));
    }

    #[test]
    fn the_first_difference_is_shown_with_its_white_space() {
        let shown = difference("same\na  'b'\r\n", "same\na 'b'\n");
        assert_eq!(shown, "the formatter changes line 2:\n-    2 | a  'b'\\r\\n\n+    2 | a 'b'\\n");
        let shown = difference("same\n\n", "same\n");
        assert_eq!(shown, "the formatter changes line 2:\n-    2 | \\n\n+      | (end of file)");
        let shown = difference("1\n2\n3\n4\n5", "0\n2\n3\n4\n5");
        assert_eq!(shown.lines().count(), 1 + 2 * EXCERPT);
    }
}

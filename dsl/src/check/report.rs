//! All findings of one run, together. It must not know the sources that they point to, nor a terminal.

use std::fmt;

use super::{Finding, Severity};

/// All findings of one run, sorted by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(crate) fn new(mut findings: Vec<Finding>) -> Self {
        findings
            .sort_by_key(|finding| (finding.location().file(), finding.location().line(), finding.location().column()));
        Report { findings }
    }

    /// The findings; where a [`Report`] is an error, at least one of them is one.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Whether the graph cannot be rendered.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether the graph cannot even be shown as a draft, to see what the findings are about.
    pub(crate) fn spoils_draft(&self) -> bool {
        !self.findings.iter().all(Finding::spares_draft)
    }

    /// How many there are, in one sentence: the last line of the whole.
    pub fn conclusion(&self) -> String {
        self.concluded("nothing was rendered")
    }

    /// The same, where the graph is shown as a draft.
    pub fn conclusion_of_draft(&self) -> String {
        self.concluded("what is shown is a draft")
    }

    fn concluded(&self, consequence: &str) -> String {
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        match (errors, warnings) {
            (0, 0) => "the graph has no findings".to_owned(),
            (0, _) => format!("warning: the graph has {}", counted(warnings, "warning")),
            (_, 0) => format!("error: the graph has {}; {consequence}", counted(errors, "problem")),
            (..) => format!(
                "error: the graph has {} and {}; {consequence}",
                counted(errors, "problem"),
                counted(warnings, "warning")
            ),
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}")?;
        }
        f.write_str(&self.conclusion())
    }
}

impl std::error::Error for Report {}

//! The facts that a script has printed, wherever in the output they stand. It must not judge them.

use std::collections::BTreeMap;

/// The facts by their names; of two of one name, the last.
#[derive(Debug)]
pub(crate) struct Facts<'o>(BTreeMap<&'o str, &'o str>);

impl<'o> Facts<'o> {
    pub(crate) fn of(output: &'o str) -> Self {
        let lines = output.lines().filter_map(|line| line.strip_prefix("FACT "));
        Self(lines.map(|fact| fact.split_once(' ').unwrap_or((fact, ""))).collect())
    }

    /// What was seen, without blanks around it; nothing where the script has not come so far.
    pub(crate) fn get(&self, name: &str) -> Option<&'o str> {
        self.0.get(name).map(|text| text.trim())
    }

    /// The status of a call, and what came with it.
    pub(crate) fn status(&self, name: &str) -> Option<(&'o str, &'o str)> {
        self.get(name).map(|text| text.split_once(' ').unwrap_or((text, "")))
    }
}

//! The patterns of names and other texts: each is compiled once in a run.

use std::collections::BTreeMap;

use regress::Regex;

/// Compiled patterns; one that this program cannot read matches everything.
#[derive(Default)]
pub(super) struct Patterns(BTreeMap<&'static str, Option<Regex>>);

impl Patterns {
    /// Whether the text has a part that matches, as ECMAScript understands the pattern.
    pub(super) fn matches(&mut self, pattern: &'static str, text: &str) -> bool {
        let compiled = self.0.entry(pattern).or_insert_with(|| Regex::new(pattern).ok());
        compiled.as_ref().is_none_or(|pattern| pattern.find(text).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_searched_with_case() {
        let mut patterns = Patterns::default();
        assert!(patterns.matches("[a-z]{2}", "X-ab-X"));
        assert!(!patterns.matches("^[a-z]+$", "aB"));
        assert!(patterns.matches("(", "anything"));
    }

    #[test]
    fn nearly_every_pattern_of_the_data_is_understood() {
        let mut unreadable = std::collections::BTreeSet::new();
        for namespace in types::catalogue().unwrap().namespaces() {
            for ty in types::Provider::shared(namespace).unwrap().types() {
                let types::Type::String(types::Text { pattern: Some(pattern), .. }) = ty else { continue };
                if Regex::new(pattern).is_err() {
                    unreadable.insert(pattern.as_str());
                }
            }
        }
        assert!(unreadable.is_empty(), "{unreadable:#?}");
    }
}

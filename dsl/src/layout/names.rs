//! Names for what crosses from file to file: from the path of the value, and numbered only where nothing else is left.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::chain::Chain;
use crate::expr::Text;

/// The names that are taken in one file. Bicep refuses those that differ by case alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    in_lower_case: BTreeSet<String>,
    /// Those of types and functions: a param `stage` may stand beside a type `Stage`.
    of_definitions: BTreeSet<String>,
    /// Those of the variables of loops and lambdas, which would hide what is called like them.
    of_variables: Rc<BTreeSet<Text>>,
}

impl Names {
    pub(super) fn unlike(of_variables: &Rc<BTreeSet<Text>>) -> Self {
        Names { of_variables: of_variables.clone(), ..Names::default() }
    }

    /// Names that are taken already.
    pub(super) fn extend<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        self.in_lower_case.extend(names.into_iter().map(str::to_ascii_lowercase));
    }

    /// The name of a type or a function.
    pub(super) fn define(&mut self, name: &str) {
        self.of_definitions.insert(name.to_owned());
    }

    /// Takes the name if it is free.
    fn takes(&mut self, name: &str) -> bool {
        !self.of_definitions.contains(name) && self.in_lower_case.insert(name.to_ascii_lowercase())
    }

    /// The first of these that is free, or the last one with a number.
    pub(super) fn take(&mut self, candidates: &[String]) -> String {
        self.take_if(candidates, |_, _| true)
    }

    /// As [`take`](Self::take), for what the graph has no name for: none that a variable would hide.
    pub(super) fn take_unhidden(&mut self, candidates: &[String]) -> String {
        self.take_if(candidates, |names, name| !names.of_variables.contains(name))
    }

    fn take_if(&mut self, candidates: &[String], is_fit: impl Fn(&Self, &str) -> bool) -> String {
        let last = candidates.last().map_or("value", String::as_str);
        let numbered = (2..).map(|number| format!("{last}{number}"));
        let free = candidates.iter().cloned().chain(numbered).find(|name| is_fit(self, name) && self.takes(name));
        free.unwrap_or_default()
    }

    /// The name, with the next number where it is taken, or from 1 on if it always has one.
    pub(super) fn take_numbered(&mut self, name: &str, is_always: bool) -> String {
        let first = if is_always { format!("{name}1") } else { name.to_owned() };
        let next = (2..).map(|number| format!("{name}{number}"));
        let free = std::iter::once(first).chain(next).find(|name| self.takes(name));
        free.unwrap_or_default()
    }
}

/// `accountEndpoint`, `accountPropertiesEndpoint`
pub(super) fn candidates(symbol: &str, chain: &Chain) -> Vec<String> {
    let last = chain.words().next_back().map(pascal_case).unwrap_or_default();
    let path: String = chain.words().map(pascal_case).collect();
    vec![format!("{symbol}{last}"), format!("{symbol}{path}"), format!("{symbol}Resource{last}")]
}

pub(super) fn pascal_case(word: &str) -> String {
    let mut letters = word.chars().filter(char::is_ascii_alphanumeric);
    let head = letters.next().map(|head| head.to_ascii_uppercase());
    head.into_iter().chain(letters).collect()
}

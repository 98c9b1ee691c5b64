//! Texts that a property may have, or the param that the linter wants instead. It must not know regular expressions.

use dsl::Expr;
use types::Text;

use super::Choice;
use super::builder::Builder;
use super::pattern;

/// The characters of random texts that have no pattern: some need escapes, some more than one byte.
const CHARACTERS: &[char] = &['a', 'Z', '0', '9', '-', '_', '.', ' ', '\'', '$', '{', '}', '\\', '"', 'é', '名'];

/// Whether a property may be taken for a secret by its name, though the data does not say so.
pub(super) fn is_named_secret(property: &str) -> bool {
    let name = property.to_ascii_lowercase();
    ["connectionstring", "key", "passphrase", "password", "secret", "token"].iter().any(|end| name.ends_with(end))
}

impl Builder<'_> {
    pub(super) fn text(&mut self, property: &str, text: &Text) -> Expr {
        if text.sensitive || is_named_secret(property) {
            return self.secret();
        }
        // The linter wants a recent version here, and knows the property by its name.
        if property == "azPowerShellVersion" {
            return Expr::string("15.0");
        }
        let found = match &text.pattern {
            Some(_) => pattern::matching(text, self.is_random().then(|| self.random.next())),
            None => self.free_text(text),
        };
        // In the name of a resource, a slash separates it from the names of its parents.
        let is_path = property == "name" && found.contains('/');
        self.literal(property, if is_path { pattern::matching(text, None) } else { found })
    }

    /// A text that is given, unless the linter takes no literal for a property of that name.
    pub(super) fn literal(&mut self, property: &str, text: String) -> Expr {
        if property.eq_ignore_ascii_case("location") && text != "global" {
            self.text_input("location")
        } else if property.eq_ignore_ascii_case("adminUsername") {
            self.text_input("adminUsername")
        } else if property.to_ascii_lowercase().ends_with("id") && text.contains('/') {
            self.text_input("resourceIdentifier")
        } else {
            Expr::string(text)
        }
    }

    fn free_text(&mut self, text: &Text) -> String {
        match self.choice {
            Choice::Random(_) => {
                let (min, max) = bounds(text);
                let length = (min + self.random.below(12)).min(max);
                (0..length).map(|_| CHARACTERS[self.random.below(CHARACTERS.len())]).collect()
            }
            _ => fitted("contoso", text),
        }
    }
}

/// A text that is repeated or cut until its length is right.
pub(super) fn fitted(word: &str, text: &Text) -> String {
    let (min, max) = bounds(text);
    let length = word.chars().count().clamp(min, max);
    word.chars().cycle().take(length).collect()
}

/// The least and the greatest number of characters.
pub(super) fn bounds(text: &Text) -> (usize, usize) {
    let number = |length: Option<u64>, otherwise| length.and_then(|it| usize::try_from(it).ok()).unwrap_or(otherwise);
    (number(text.min_length, 0), number(text.max_length, usize::MAX))
}

//! Texts that must not be shown, and their places in what is. It must not know where they come from.

/// What stands in the place of a secret.
const MASK: &str = "(secret)";

/// Shorter texts are everywhere by chance, and hiding them would only show where they are.
const SHORTEST: usize = 4;

/// The texts, the longest first, so that a part of one is not taken for another one.
#[derive(Default)]
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    /// Adds them, their lines, and how each is written in JSON.
    pub(crate) fn add(&mut self, secrets: Vec<String>) {
        for secret in secrets {
            self.0.extend(secret.lines().map(|line| line.trim().to_owned()));
            self.0.push(serde_json::Value::from(secret.as_str()).to_string().trim_matches('"').to_owned());
            self.0.push(secret);
        }
        self.0.retain(|secret| secret.chars().count() >= SHORTEST);
        self.0.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        self.0.dedup();
    }

    /// The text without them.
    pub(crate) fn hidden_in(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| text.replace(secret, MASK))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_hidden_in_every_form() {
        let mut secrets = Secrets::default();
        assert_eq!(secrets.hidden_in("all"), "all");
        secrets.add(vec!["p4ss \"word\"\nof two lines".to_owned(), "p4ss".to_owned(), "abc".to_owned()]);
        let told =
            "a: p4ss \"word\"\nof two lines, b: \"p4ss \\\"word\\\"\\nof two lines\", c: of two lines, d: p4ss abc";
        assert_eq!(secrets.hidden_in(told), "a: (secret), b: \"(secret)\", c: (secret), d: (secret) abc");
    }
}

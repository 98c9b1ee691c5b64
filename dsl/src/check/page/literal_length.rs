//! `literal-length`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "literal-length",
    severity: Severity::Error,
    summary: "A text that is longer than the compiler takes.",
    why: "The compiler of Bicep takes texts of 131,072 characters at most.",
    help: "cut it into several texts, or load it from a file",
    constant: None,
    wrong: example!("literal_length.rs", |g| {
        g.var("script", "x".repeat(131_073)).export().describe("What the machine runs.");
    }),
    right: example!("literal_length.rs", |g| {
        g.var("script", "x".repeat(131_072)).export().describe("What the machine runs.");
    }),
});

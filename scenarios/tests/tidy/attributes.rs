//! Lints that are switched off, and why. It must not know what any lint means.

use indoc::indoc;

use crate::code::{bracketed, line, without_literals};
use crate::tree::Tree;
use crate::{breaks, hold};

#[test]
fn every_exception_has_a_reason() {
    hold(without_reason, "add `reason = \"…\"` to the attribute, or do without the exception");
}

fn without_reason(tree: &Tree) -> Vec<String> {
    tree.rust()
        .flat_map(|(path, text)| exceptions(text).into_iter().map(move |line| format!("{path}:{line}")))
        .collect()
}

/// The lines in which an attribute switches a lint off and does not say why.
fn exceptions(text: &str) -> Vec<usize> {
    let code = without_literals(text);
    let attribute = |at: usize| bracketed(code[at..].trim_start_matches(['#', '!']), '[', ']');
    let is_exception = |attribute: &str| ["allow(", "expect("].iter().any(|lint| attribute.contains(lint));
    let broken = |at: &usize| attribute(*at).is_some_and(|it| is_exception(it) && !it.contains("reason ="));
    code.match_indices('#').map(|(at, _)| at).filter(broken).map(|at| line(&code, at)).collect()
}

#[test]
fn an_exception_without_a_reason_is_seen() {
    let text = indoc! {r##"
        #![allow(a)]
        #[expect(a, reason = "b")]
        #[cfg_attr(
            test,
            allow(a)
        )]
        #[allow(
            a,
            reason = "b"
        )]
        x.expect("#[allow(a)]"); // #[allow(a)]
        #[a] #[expect(a)] r#in[0];
    "##};
    breaks(without_reason, &[("a.rs", text), ("a.md", text)], &["a.rs:1", "a.rs:3", "a.rs:12"]);
}

//! `invalid-value`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::value::Value;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "invalid-value",
    severity: Severity::Error,
    summary: "A value that Bicep has no form for, such as a float.",
    why: "Bicep knows texts, whole numbers, truth values, null, arrays and objects. Anything else has to be said in these.",
    help: "say it as a text or a whole number, or leave it out",
    constant: None,
    wrong: example!("invalid_value.rs", |g| {
        g.var("weights", Value::<Vec<String>>::of(&[0.5])).export().describe("How much of the traffic each gets.");
    }),
    right: example!("invalid_value.rs", |g| {
        g.var("weights", Value::<Vec<String>>::of(&["0.5"])).export().describe("How much of the traffic each gets.");
    }),
});

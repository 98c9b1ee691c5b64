//! A random tree prints to text that the formatter leaves alone and that means what the tree says.

use compiler::{Findings, Gate};
use dsl::Expr;
use proptest::collection::vec;
use serde_json::Value;

use crate::choices::{Choices, numbers};
use crate::file::{OUTPUTS, template, with_values};
use crate::parenthesised::parenthesised;
use crate::run;
use crate::trees::{KINDS, Kind, whole};

/// Files of 60 expressions: 2,040 expressions.
const FILES: u32 = 34;

#[test]
fn printed_expressions_mean_what_their_trees_say() {
    check(0, FILES);
}

#[test]
#[ignore = "100,020 expressions take about a quarter of an hour; see the first lines of this program"]
fn printed_expressions_mean_what_their_trees_say_at_length() {
    check(1, 1_667);
}

fn check(seed: u8, files: u32) {
    let Some(mut gate) = Gate::shared() else { return };
    let gate = std::cell::RefCell::new(&mut *gate);
    run(seed, files, &vec(numbers(), OUTPUTS), |numbers| {
        let trees: Vec<(Kind, Expr)> = numbers.iter().enumerate().map(random).collect();
        let plain: Vec<_> = trees.iter().map(|(kind, expr)| (*kind, parenthesised(expr))).collect();
        let text = template(trees);
        let gate = &mut gate.borrow_mut();
        unchanged_by_the_formatter(gate, &text)?;
        let (printed, plain) = (outputs(gate, &text)?, outputs(gate, &with_values(&plain))?);
        if printed == plain { Ok(()) } else { Err(format!("{text}\nmeans {printed:#}\nand not {plain:#}")) }
    });
}

fn random((index, numbers): (usize, &Vec<u16>)) -> (Kind, Expr) {
    let kind = KINDS[index % KINDS.len()];
    (kind, whole(&mut Choices::new(numbers), kind, 5))
}

pub(crate) fn unchanged_by_the_formatter(gate: &mut Gate, text: &str) -> Result<(), String> {
    let formatted = gate.format(text)?;
    let mut lines = text.lines().zip(formatted.lines());
    match lines.find(|(ours, theirs)| ours != theirs) {
        Some((ours, theirs)) => Err(format!("the formatter changes\n{ours}\nto\n{theirs}\nin\n{text}")),
        None if formatted != text => Err(format!("the formatter changes the end of\n{text}")),
        None => Ok(()),
    }
}

/// The outputs of the compiled template.
pub(crate) fn outputs(gate: &mut Gate, text: &str) -> Result<Value, String> {
    let template = gate.template(text, Findings::AllowWarnings)?;
    Ok(template["outputs"].clone())
}

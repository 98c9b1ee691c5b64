//! What holds without a compiler: equal bytes, independence of insertion, and nothing set is lost.

use std::collections::BTreeMap;

use dsl::{Expr, Graph, ResourceGroup, Value, to_expr};
use proptest::collection::btree_map;
use proptest::prelude::*;

use crate::choices::{Choices, numbers};
use crate::run;
use crate::trees::{Kind, tree};

/// A graph of independent params and outputs, inserted in the order of `order`.
fn graph(order: &[usize], trees: &[Expr]) -> Graph<ResourceGroup> {
    let mut g = Graph::new();
    for symbol in ["i", "j", "n", "s", "b", "c", "a", "aRatherLongNameForAListOfNumbers", "o", "q", "m"] {
        let param = g.param(symbol).describe("Something to refer to.");
        g.output(format!("uses{symbol}"), &param + "").describe("Uses it.");
    }
    for index in order {
        let tree = Value::<String>::new(trees[*index].clone());
        g.output(format!("r{index}"), tree).describe("A random expression.");
    }
    g
}

fn trees(numbers: &[Vec<u16>]) -> Vec<Expr> {
    numbers.iter().map(|numbers| tree(&mut Choices::new(numbers), Kind::Text, 4, false)).collect()
}

#[test]
fn rendering_twice_gives_equal_bytes() {
    run(5, 300, &proptest::collection::vec(numbers(), 5), |numbers| {
        let g = graph(&[0, 1, 2, 3, 4], &trees(&numbers));
        let again = graph(&[0, 1, 2, 3, 4], &trees(&numbers));
        let texts =
            [g.to_bicep(), g.to_bicep(), again.to_bicep()].map(|text| text.map_err(|report| report.to_string()));
        if texts[0].is_ok() && texts.iter().all(|text| *text == texts[0]) { Ok(()) } else { Err(format!("{texts:?}")) }
    });
}

#[test]
fn the_order_of_insertion_changes_nothing_but_the_order() {
    let order = Just(vec![0, 1, 2, 3, 4]).prop_shuffle();
    run(6, 300, &(order, proptest::collection::vec(numbers(), 5)), |(order, numbers)| {
        let trees = trees(&numbers);
        let statements = |order: &[usize]| -> Result<Vec<String>, String> {
            let text = graph(order, &trees).to_bicep().map_err(|report| report.to_string())?;
            let mut statements: Vec<String> = text.split("\n\n").map(|statement| statement.trim().to_owned()).collect();
            statements.sort();
            Ok(statements)
        };
        let (sorted, shuffled) = (statements(&[0, 1, 2, 3, 4])?, statements(&order)?);
        if sorted == shuffled { Ok(()) } else { Err(format!("{sorted:#?} is not {shuffled:#?}")) }
    });
}

#[test]
fn every_field_that_is_set_appears() {
    let fields = btree_map("[a-z]{1,8}", proptest::option::of("[a-z]{1,8}"), 0..12);
    run(7, 1_000, &fields, |fields: BTreeMap<String, Option<String>>| {
        let text = to_expr(&fields).map_err(|error| error.to_string())?.to_string();
        let set = fields.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
        let lines: Vec<String> = set.map(|(key, value)| format!("  {}: '{value}'", quoted(key))).collect();
        let printed: Vec<&str> = text.lines().filter(|line| line.starts_with("  ")).collect();
        if lines == printed { Ok(()) } else { Err(format!("{fields:?} prints {text}")) }
    });
}

/// The three words that a key may not be without quotes.
fn quoted(key: &str) -> String {
    if matches!(key, "true" | "false" | "null") { format!("'{key}'") } else { key.to_owned() }
}

//! Any text, key and literal comes back from the compiled template as it went in.

use compiler::Gate;
use dsl::{Expr, Graph, ResourceGroup, to_expr};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;

use crate::expressions::{outputs, unchanged_by_the_formatter};
use crate::run;

/// Literals in one file; 40 files make 2,000 literals in each run.
const LITERALS: usize = 50;

#[test]
fn literals_come_back() {
    check(2, 40);
}

#[test]
#[ignore = "100,000 literals take some minutes; see the first lines of the program"]
fn literals_come_back_at_length() {
    check(3, 2_000);
}

/// The longest ones that the compiler takes, of characters that are escaped and of others.
#[test]
fn the_longest_literals_come_back() {
    let Some(mut gate) = Gate::shared() else { return };
    for unit in ["a", "🦀", "'", "${", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "[", "\\"] {
        let text = Value::from(unit.repeat(131_072 / unit.encode_utf16().count()));
        comes_back(&mut gate, std::slice::from_ref(&text)).unwrap_or_else(|error| panic!("{unit:?}: {error:.300}"));
    }
}

fn check(seed: u8, files: u32) {
    let Some(mut gate) = Gate::shared() else { return };
    let gate = std::cell::RefCell::new(&mut *gate);
    run(seed, files, &vec(literal(), LITERALS), |values| comes_back(&mut gate.borrow_mut(), &values));
}

fn comes_back(gate: &mut Gate, values: &[Value]) -> Result<(), String> {
    let text = template(values)?;
    unchanged_by_the_formatter(gate, &text)?;
    let outputs = outputs(gate, &text)?;
    for (index, value) in values.iter().enumerate() {
        let back = unescaped(&outputs[format!("r{index}")]["value"]);
        if back != *value {
            return Err(format!("{value} comes back as {back}"));
        }
    }
    Ok(())
}

fn template(values: &[Value]) -> Result<String, String> {
    let mut g = Graph::<ResourceGroup>::new();
    for (index, value) in values.iter().enumerate() {
        let expr = to_expr(value).map_err(|error| error.to_string())?;
        // An output of a literal has no type that Rust could name; `any` takes it out of the compiler's hands.
        let any = dsl::Value::<String>::new(Expr::call("any", [expr]));
        g.output(format!("r{index}"), any).ty(dsl::Type::Named("any".into())).describe("A random literal.");
    }
    g.to_bicep().map_err(|report| report.to_string())
}

/// Texts of any characters, with those that mean something to Bicep or to its formatter more often than chance has it.
fn text() -> impl Strategy<Value = String> {
    let special =
        "[\\x00-\\x1f\\x7f\u{85}\u{ad}\u{200b}\u{2028}\u{2029}\u{feff}\u{fffe}\u{e000}'\"\\\\$${}\\[\\]a🦀]{0,8}";
    prop_oneof![
        any::<String>(),
        proptest::string::string_regex(special).unwrap_or_else(|error| panic!("{error}")),
        any::<String>().prop_map(|text| format!("[{text}]")),
        any::<String>().prop_map(|text| format!("${{{text}}}'''")),
    ]
}

fn literal() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(text(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// ARM puts a bracket before a text that would otherwise be taken for an expression.
fn unescaped(value: &Value) -> Value {
    match value {
        Value::String(text) if text.starts_with("[[") && text.ends_with(']') => Value::from(&text[1..]),
        Value::Array(items) => items.iter().map(unescaped).collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| {
                (unescaped(&Value::from(key.as_str())).as_str().unwrap_or_default().to_owned(), unescaped(value))
            })
            .collect(),
        other => other.clone(),
    }
}

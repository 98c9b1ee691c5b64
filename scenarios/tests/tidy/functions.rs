//! How long functions are. It must not know what they do.

use indoc::indoc;

use crate::code::{bracketed, line, without_literals};
use crate::tree::Tree;
use crate::{breaks, hold};

/// Half of the functions have no more lines, signature and braces included.
const MEDIAN: usize = 8;
/// Nor do 95 of 100 have more than these.
const LONG: usize = 30;

#[test]
fn most_functions_are_short() {
    let help = format!("split the longest: the median may be {MEDIAN} lines, and 95 % have at most {LONG}");
    hold(too_long_as_a_rule, &help);
}

fn too_long_as_a_rule(tree: &Tree) -> Vec<String> {
    let mut functions: Vec<_> = tree.sources().flat_map(|(path, text)| functions(path, text)).collect();
    functions.sort_by_key(|function| function.lines);
    let lines =
        |percent: usize| functions.get((functions.len() * percent).div_ceil(100).saturating_sub(1)).map(|it| it.lines);
    let (median, long) = (lines(50).unwrap_or(0), lines(95).unwrap_or(0));
    if median <= MEDIAN && long <= LONG {
        return Vec::new();
    }
    let figures = format!("{} functions: the median is {median} lines, 95 % have at most {long}", functions.len());
    let longest = functions.iter().rev().take(10).map(|it| format!("{}: {} lines", it.place, it.lines));
    [figures].into_iter().chain(longest).collect()
}

struct Function {
    place: String,
    lines: usize,
}

/// The functions with a body, down to the tests at the end of the file.
fn functions(path: &str, text: &str) -> Vec<Function> {
    let code = without_literals(text);
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let starts_word = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let starts = code.match_indices("fn ").map(|(at, _)| at).filter(|&at| starts_word(at));
    let function = |at| {
        let signature = signature(&code[at..])?;
        let body = bracketed(&code[at + signature.len()..], '{', '}')?;
        let lines = signature.matches('\n').count() + body.lines().count();
        Some(Function { place: format!("{path}:{}", line(code, at)), lines })
    };
    starts.filter_map(function).collect()
}

/// What stands before the body. None without one; a `;` inside brackets belongs to an array.
fn signature(code: &str) -> Option<&str> {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(&code[..at]),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[test]
fn functions_are_measured() {
    let text = indoc! {r#"
        fn a() -> [u8; 2] { [0; 2] }
        trait A {
            fn none(a: fn (u8));
            fn b(
                &self,
            ) {
                "}";
            }
        }

        #[cfg(test)]
        mod tests {
            fn test() {}
        }
    "#};
    let measured: Vec<_> = functions("a.rs", text).into_iter().map(|it| (it.place, it.lines)).collect();
    assert_eq!(measured, [("a.rs:1".to_owned(), 1), ("a.rs:4".to_owned(), 5)]);
}

#[test]
fn long_functions_are_seen() {
    let function = |lines: usize| format!("fn a() {{\n{}}}\n", "    b();\n".repeat(lines - 2));
    let (short, over, long) = (function(8), function(9), function(31));
    let figures = "2 functions: the median is 8 lines, 95 % have at most 31";
    let longest = ["a/src/b.rs:1: 31 lines", "a/src/a.rs:1: 8 lines"];
    breaks(too_long_as_a_rule, &[("a/src/a.rs", &short), ("a/src/b.rs", &function(30)), ("a/tests/b.rs", &long)], &[]);
    breaks(too_long_as_a_rule, &[("a/src/a.rs", &short), ("a/src/b.rs", &long)], &[figures, longest[0], longest[1]]);
    let figures = "1 functions: the median is 9 lines, 95 % have at most 9";
    breaks(too_long_as_a_rule, &[("a/src/a.rs", &over)], &[figures, "a/src/a.rs:1: 9 lines"]);
}

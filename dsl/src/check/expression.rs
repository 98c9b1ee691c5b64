//! What Bicep does not take inside an expression: `invalid-value`, `literal-length`, `interpolation`, `duplicate-key`.

use super::{Check, Context, Finding, page};
use crate::expr::{Accessor, Entry, Expr, Key};
use crate::graph::Node;

/// What is found inside expressions.
pub(super) const CHECKS: &[Check] =
    &[page::invalid_value::CHECK, page::literal_length::CHECK, page::interpolation::CHECK, page::duplicate_key::CHECK];

/// The longest literal that the compiler takes, in UTF-16 units; beyond it, it crashes.
const LONGEST_LITERAL: usize = 131_072;

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut faulty = graph.nodes.survey.faulty.clone();
    faulty.dedup();
    for node in faulty.into_iter().map(|index| &graph.nodes.all[index]) {
        node.for_each_expr(&mut |path, expr| report(node, &mut path.to_owned(), expr, findings));
    }
    for set in &graph.nodes.parameter_sets {
        for value in &set.values {
            value.value.walk(&mut |expr| {
                if let Some((check, message)) = problem(expr) {
                    let message = format!("a value of the parameter set `{}`: {message}", set.name);
                    findings.push(Finding::new(check, value.location, message));
                }
            });
        }
    }
}

/// Whether Bicep does not take this expression, apart from those inside it. Where it stands is found out later.
pub(crate) fn is_faulty(expr: &Expr) -> bool {
    problem(expr).is_some()
}

fn report(node: &Node, path: &mut String, expr: &Expr, findings: &mut Vec<Finding>) {
    if let Some((check, message)) = problem(expr) {
        let mut place = path.clone();
        if let Expr::Invalid(error) = expr {
            push_path(&mut place, error.path());
        }
        let of = if place.is_empty() { String::new() } else { format!("`{place}` of ") };
        let finding = Finding::at(check, node, format!("{of}`{}`: {message}", node.symbol));
        let is_position = matches!(expr, Expr::Access(_));
        let help = "count from 0; `.at_end(1)` is the last item, `.at_end(2)` the one before it";
        findings.push(if is_position { finding.help(help) } else { finding });
    }
    for_each_child_with_path(expr, &mut |step, child| {
        let length = path.len();
        push_path(path, &step);
        report(node, path, child, findings);
        path.truncate(length);
    });
}

/// The check, and what is wrong.
type Problem = (Check, String);

fn problem(expr: &Expr) -> Option<Problem> {
    match expr {
        Expr::Invalid(error) => Some((page::invalid_value::CHECK, error.message().to_owned())),
        Expr::String(text) => literal_length(text),
        Expr::Multiline(text) => literal_length(text),
        Expr::Interpolated(segments) => interpolation(segments),
        Expr::Access(access) => position(&access.1),
        Expr::Object(entries) => duplicate_key(entries).or_else(|| computed_keys(entries)),
        _ => None,
    }
}

/// A position in front of the first item, or behind the last one.
fn position(step: &Accessor) -> Option<Problem> {
    let (position, least) = match step {
        Accessor::Index(Expr::Int(position)) | Accessor::SafeIndex(Expr::Int(position)) => (position, 0),
        Accessor::IndexFromEnd(Expr::Int(position)) | Accessor::SafeIndexFromEnd(Expr::Int(position)) => (position, 1),
        _ => return None,
    };
    let message = || (page::invalid_value::CHECK, format!("no list has an item at the position {position}"));
    (*position < least).then(message)
}

fn literal_length(text: &str) -> Option<Problem> {
    // A character is at least as many bytes as UTF-16 units, so most texts need no counting.
    let length = if text.len() > LONGEST_LITERAL { text.encode_utf16().count() } else { 0 };
    (length > LONGEST_LITERAL).then(|| {
        let message = format!("a text of {length} characters; Bicep takes {LONGEST_LITERAL} at most");
        (page::literal_length::CHECK, message)
    })
}

fn interpolation(segments: &[Expr]) -> Option<Problem> {
    let mut is_wrong = false;
    for hole in segments.iter().filter(|segment| !matches!(segment, Expr::Multiline(_))) {
        hole.walk(&mut |expr| {
            is_wrong |= matches!(expr, Expr::Array(_) | Expr::Object(_) | Expr::For(_) | Expr::Multiline(_));
        });
    }
    is_wrong.then(|| {
        let message = "a string cannot hold an object, an array or several lines inside `${…}`".to_owned();
        (page::interpolation::CHECK, message)
    })
}

fn duplicate_key(entries: &[Entry]) -> Option<Problem> {
    let twice = entries.iter().enumerate().find_map(|(position, entry)| {
        let name = entry.name()?;
        entries[..position].iter().any(|earlier| earlier.name() == Some(name)).then_some(name)
    })?;
    Some((page::duplicate_key::CHECK, format!("the key `{twice}` is given twice")))
}

/// Bicep computes a key inside of a string.
fn computed_keys(entries: &[Entry]) -> Option<Problem> {
    entries.iter().find_map(|entry| match entry {
        Entry::Property(Key::Computed(key), _) if !matches!(**key, Expr::Interpolated(_)) => {
            interpolation(std::slice::from_ref(&**key))
        }
        _ => None,
    })
}

fn for_each_child_with_path(expr: &Expr, visit: &mut dyn FnMut(String, &Expr)) {
    match expr {
        Expr::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(format!("[{index}]"), item.expr());
            }
        }
        Expr::Object(entries) => {
            for entry in entries.iter() {
                match entry {
                    Entry::Property(Key::Name(name), value) => visit(name.clone().into_owned(), value),
                    Entry::Property(Key::Computed(key), value) => {
                        visit("…".to_owned(), key);
                        visit("…".to_owned(), value);
                    }
                    Entry::Spread(value) => visit("…".to_owned(), value),
                }
            }
        }
        other => other.for_each_child(&mut |child| visit(String::new(), child)),
    }
}

fn push_path(path: &mut String, step: &str) {
    if !path.is_empty() && !step.is_empty() && !step.starts_with('[') {
        path.push('.');
    }
    path.push_str(step);
}

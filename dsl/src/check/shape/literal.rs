//! `value-not-allowed` and `out-of-bounds`: texts and numbers that are known now.

use types::{Integer, Text, Type};

use super::Walker;
use super::kind::is_name;
use super::length::count;
use super::pattern::Patterns;
use super::place::At;
use super::words::one_of;
use crate::check::nearest::nearest;
use crate::check::{Check, Finding};
use crate::expr::Expr;

/// Shorter words are often near each other and mean different things.
const SHORTEST_WORD: usize = 5;

/// What is wrong with a literal.
pub(super) struct Problem {
    pub(super) check: Check,
    pub(super) codes: &'static str,
    pub(super) message: String,
    pub(super) help: String,
}

impl Problem {
    pub(super) fn out_of_bounds(codes: &'static str, message: String, help: &str) -> Self {
        Problem { check: Check::OUT_OF_BOUNDS, codes, message, help: help.to_owned() }
    }
}

impl Walker<'_, '_> {
    /// A literal of the right kind stands here.
    pub(super) fn literal(&mut self, expr: &Expr, ty: &'static Type, at: &At<'_, '_>) {
        if let Some(problem) = problem(expr, ty, &mut self.patterns) {
            let Problem { check, codes, message, help } = problem;
            let finding = at.finding(check, codes, message).help(help);
            // Of a name, Bicep forgives its length and its characters only.
            let is_refused = is_name(at) && check == Check::VALUE_NOT_ALLOWED;
            self.findings.push(if is_refused { finding.inevitable() } else { finding });
        }
    }
}

/// What is wrong with a text or number, given to a type that takes texts or numbers.
pub(super) fn problem(expr: &Expr, ty: &'static Type, patterns: &mut Patterns) -> Option<Problem> {
    match (expr, ty) {
        (Expr::Int(value), Type::Integer(bounds)) => number(*value, bounds),
        (Expr::String(text), _) => text_problem(text, ty, patterns),
        (Expr::Multiline(text), _) => text_problem(text, ty, patterns),
        _ => None,
    }
}

fn text_problem(text: &str, ty: &'static Type, patterns: &mut Patterns) -> Option<Problem> {
    match ty {
        Type::String(bounds) if bounds.sensitive && !text.is_empty() => Some(written_out()),
        Type::String(bounds) => bounded(text, bounds, patterns),
        Type::StringLiteral(constant) => (constant != text).then(|| not_allowed(text, [&**constant].into_iter())),
        Type::Union(union) if union.members.iter().any(|member| member == text) => None,
        Type::Union(union) => match &union.others {
            Some(bounds) => bounded(text, bounds, patterns).or_else(|| unlikely(text, &union.members)),
            None => Some(not_allowed(text, union.members.iter().map(String::as_str))),
        },
        _ => None,
    }
}

/// A secret must not stand in a template.
fn written_out() -> Problem {
    Problem {
        check: Check::SECRET_LITERAL,
        codes: "use-secure-value-for-secure-inputs",
        message: "is a secret that is written out".to_owned(),
        help: "give it a secure param: `g.secret(\"name\")`".to_owned(),
    }
}

/// A text that an open enum takes, and that is one letter, or the size of some, away from a value of it. Where digits
/// differ, it is another version or size.
fn unlikely(text: &str, members: &[String]) -> Option<Problem> {
    let has_digit = |text: &str| text.contains(|char: char| char.is_ascii_digit());
    let is_near = |member: &&String| {
        !has_digit(member) && (text.eq_ignore_ascii_case(member) || strsim::damerau_levenshtein(text, member) == 1)
    };
    if text.len() < SHORTEST_WORD || has_digit(text) {
        return None;
    }
    let member = members.iter().find(is_near)?;
    let message = format!("is `{text}`, which is nearly a value that Azure's data knows");
    Some(Problem { check: Check::UNLIKELY_VALUE, codes: "", message, help: format!("did you mean `{member}`?") })
}

/// What is said of a text that is none of those that are allowed.
pub(super) fn not_allowed<'a>(text: &str, allowed: impl Iterator<Item = &'a str> + Clone) -> Problem {
    let help = match nearest(text, allowed.clone()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("it takes {}", one_of(allowed)),
    };
    let codes = "BCP034 BCP036 BCP088";
    Problem { check: Check::VALUE_NOT_ALLOWED, codes, message: format!("cannot be `{text}`"), help }
}

fn number(value: i64, bounds: &Integer) -> Option<Problem> {
    if let Some(min) = bounds.min.filter(|min| value < *min) {
        let message = format!("is {value}; Azure takes {min} at least");
        Some(Problem::out_of_bounds("BCP328", message, "make it greater"))
    } else {
        let max = bounds.max.filter(|max| value > *max)?;
        let message = format!("is {value}; Azure takes {max} at most");
        Some(Problem::out_of_bounds("BCP327", message, "make it smaller"))
    }
}

fn bounded(text: &str, bounds: &'static Text, patterns: &mut Patterns) -> Option<Problem> {
    length(count(text), "characters", bounds.min_length, bounds.max_length).or_else(|| {
        let pattern = bounds.pattern.as_deref().filter(|pattern| !patterns.matches(pattern, text))?;
        let message = format!("is `{text}`, which does not match `{pattern}`");
        Some(Problem::out_of_bounds("BCP416", message, "use the characters that the pattern allows"))
    })
}

/// What is wrong with a text or list of that length.
pub(super) fn length(length: u64, what: &str, min: Option<u64>, max: Option<u64>) -> Option<Problem> {
    if let Some(min) = min.filter(|min| length < *min) {
        let message = format!("has {length} {what}; Azure takes {min} at least");
        Some(Problem::out_of_bounds("BCP333", message, "make it longer"))
    } else {
        let max = max.filter(|max| length > *max)?;
        let message = format!("has {length} {what}; Azure takes {max} at most");
        Some(Problem::out_of_bounds("BCP332", message, "make it shorter"))
    }
}

impl Walker<'_, '_> {
    /// A list of that many items stands here. Bicep does not count them.
    pub(super) fn list_length(&mut self, items: usize, array: &types::Array, at: &At<'_, '_>) {
        if let Some(problem) = length(items as u64, "items", array.min_length, array.max_length) {
            let finding: Finding = at.finding(problem.check, "", problem.message).help(problem.help);
            self.findings.push(finding);
        }
    }
}

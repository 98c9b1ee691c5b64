//! Literal strings and keys: what is escaped, what is quoted. It must not know where a string stands.

use std::fmt::Write;

use crate::expr::Expr;

/// Whether Bicep takes `name` as an identifier: `[A-Za-z_][A-Za-z0-9_]*`.
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether a key stands without quotes. The three words are the only ones that are reserved.
pub(super) fn is_bare_key(key: &str) -> bool {
    is_identifier(key) && !matches!(key, "true" | "false" | "null")
}

/// Appends `'text'`.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('\'');
    escape(text, out);
    out.push('\'');
}

/// Appends a key of an object, in quotes where it needs them.
pub(super) fn key(name: &str, out: &mut String) {
    if is_bare_key(name) { out.push_str(name) } else { quote(name, out) }
}

/// Appends the inside of a literal string. What needs no escape stays as it is, also outside ASCII.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(position) = rest.find(needs_escape) {
        let (plain, special) = rest.split_at(position);
        out.push_str(plain);
        let mut chars = special.chars();
        let char = chars.next().unwrap_or_default();
        rest = chars.as_str();
        escape_char(char, rest, out);
    }
    out.push_str(rest);
}

fn needs_escape(char: char) -> bool {
    matches!(char, '\'' | '\\' | '$' | '\n' | '\r' | '\t') || is_line_break(char)
}

/// Characters that the official formatter takes for ends of lines and replaces, which would destroy the string.
fn is_line_break(char: char) -> bool {
    matches!(char, '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn escape_char(char: char, rest: &str, out: &mut String) {
    match char {
        '\'' => out.push_str("\\'"),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        // A dollar opens a hole only before a brace.
        '$' if rest.starts_with('{') => out.push_str("\\$"),
        '$' => out.push('$'),
        // Writing to a string cannot fail.
        other => write!(out, "\\u{{{:x}}}", u32::from(other)).unwrap_or_default(),
    }
}

/// How many dollars a text with holes needs to stand on lines, if it is to and can.
pub(super) fn block(segments: &[Expr]) -> Option<usize> {
    let texts = || segments.iter().filter_map(Expr::as_text);
    let is_wanted = segments.iter().any(|segment| matches!(segment, Expr::Multiline(_)));
    (is_wanted && texts().all(fits_lines)).then(|| texts().map(dollars_before_brace).max().unwrap_or_default() + 1)
}

/// The longest run of dollars that a brace follows.
fn dollars_before_brace(text: &str) -> usize {
    let before = text.split('{').rev().skip(1);
    before.map(|part| part.len() - part.trim_end_matches('$').len()).max().unwrap_or_default()
}

/// Whether a text can stand on lines of its own, where nothing is escaped.
fn fits_lines(text: &str) -> bool {
    !text.contains("'''") && !text.contains(|char| char == '\r' || is_line_break(char))
}

/// Appends `'''text'''` with the text on lines of its own, or returns false where that form cannot hold the text.
pub(super) fn multiline(text: &str, out: &mut String) -> bool {
    let fits = fits_lines(text);
    if fits {
        // The first line break after the opening quotes does not belong to the string.
        out.push_str("'''\n");
        out.push_str(text);
        out.push_str("'''");
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_quoted(text: &str, expected: &str) {
        let mut out = String::new();
        quote(text, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn escapes_only_what_bicep_needs() {
        assert_quoted("it's", r"'it\'s'");
        assert_quoted("a\\b\n\r\t", r"'a\\b\n\r\t'");
        assert_quoted("$5 ${x} $$", r"'$5 \${x} $$'");
        assert_quoted("$${x}", r"'$\${x}'");
        assert_quoted("名前 🦀 \u{0}", "'名前 🦀 \u{0}'");
        assert_quoted("\u{c}\u{85}\u{2028}\u{2029}", r"'\u{c}\u{85}\u{2028}\u{2029}'");
    }
}

//! Rust without comments and literals, so that its brackets can be counted. It must not know what for.

/// The text with blanks for comments and literals; every line stays where it is.
pub(crate) fn without_literals(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let opaque = opaque(rest);
        let (part, after) = rest.split_at(opaque.unwrap_or(first.len_utf8()));
        if opaque.is_some() {
            code.extend(part.chars().map(|c| if c == '\n' { c } else { ' ' }));
        } else {
            code.push(first);
        }
        rest = after;
    }
    code
}

/// From an opening bracket, which the text begins with, to the closing one.
pub(crate) fn bracketed(text: &str, open: char, close: char) -> Option<&str> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth == 0 {
            return Some(&text[..at + c.len_utf8()]);
        }
    }
    None
}

/// The number of the line in which a place of the text is.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The length of the comment or literal that the text begins with.
fn opaque(text: &str) -> Option<usize> {
    let to = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    match text.as_bytes() {
        [b'/', b'/', ..] => Some(to("\n")),
        [b'/', b'*', ..] => Some(to("*/")),
        [b'r', b'"' | b'#', ..] => raw(text),
        [b'"', ..] => Some(string(text)),
        [b'\'', ..] => character(text),
        _ => None,
    }
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

/// None for a raw identifier.
fn raw(text: &str) -> Option<usize> {
    let content = text[1..].trim_start_matches('#');
    let hashes = text.len() - 1 - content.len();
    let content = content.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = content.find(&end).map_or(content.len(), |at| at + end.len());
    Some(text.len() - content.len() + length)
}

/// None for a lifetime.
fn character(text: &str) -> Option<usize> {
    if let Some(escape) = text.strip_prefix("'\\") {
        let skipped = escape.chars().next()?.len_utf8();
        return escape[skipped..].find('\'').map(|at| 2 + skipped + at + 1);
    }
    let length = 1 + text[1..].chars().next()?.len_utf8();
    text[length..].starts_with('\'').then_some(length + 1)
}

#[test]
fn only_code_is_left() {
    #[track_caller]
    fn check(text: &str, code: &str) {
        let left: Vec<_> = without_literals(text).split_whitespace().map(str::to_owned).collect();
        assert_eq!(left.join(" "), code, "{text}");
        assert_eq!(without_literals(text).lines().count(), text.lines().count(), "{text}");
    }
    check("a // {\nb /* {\n{ */ c", "a b c");
    check(r#"a("{", "\"{", "\\", '{', '\'', '\\', '\u{7b}', 'é')"#, "a( , , , , , , , )");
    check("a(r\"\\\", r#\"{\n\"{\"#, b\"{\", br\"{\")", "a( , , b , b )");
    check("fn a<'a>(r#in: &'a str, bar: &'static str) {}", "fn a<'a>(r#in: &'a str, bar: &'static str) {}");
}

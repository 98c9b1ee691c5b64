//! What others say of a property, as a line of documentation in which nothing is a link, a tag or a list. It must not know
//! what it is about.

/// The first sentence of a text, without its full stop.
pub(crate) fn remark(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    plain(line.split(". ").next().unwrap_or_default().trim_end_matches('.'))
}

/// What stands between two backticks is code and stays; elsewhere, marks are escaped, and addresses are links.
fn plain(text: &str) -> String {
    let parts: Vec<_> = text.split('`').collect();
    let is_paired = parts.len() % 2 == 1;
    let part = |(at, part): (usize, &&str)| {
        let is_code = at % 2 == 1 && is_paired;
        if is_code { (*part).to_owned() } else { part.split(' ').map(word).collect::<Vec<_>>().join(" ") }
    };
    let parts: Vec<_> = parts.iter().enumerate().map(part).collect();
    parts.join(if is_paired { "`" } else { "\\`" })
}

fn word(word: &str) -> String {
    let Some(start) = word.find("https://").or_else(|| word.find("http://")) else { return escaped(word) };
    let is_end = |it: char| matches!(it, '(' | ')' | '[' | ']' | '<' | '>' | ',' | ';' | '"' | '\'' | '*');
    let end = word[start..].find(is_end).map_or(word.len(), |end| start + end);
    format!("{}<{}>{}", escaped(&word[..start]), &word[start..end], escaped(&word[end..]))
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for it in text.chars() {
        if matches!(it, '[' | ']' | '<' | '>' | '*' | '_' | '\\' | '|' | '~') {
            out.push('\\');
        }
        out.push(it);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_has_no_meaning() {
        for (text, expected) in [
            ("Days that it is kept. More.", "Days that it is kept"),
            ("\n  First line.\nSecond", "First line"),
            ("See [it], a <T> or */", r"See \[it\], a \<T\> or \*/"),
            ("Is `a[0]` or <b>", r"Is `a[0]` or \<b\>"),
            ("One ` alone [x]", r"One \` alone \[x\]"),
            ("At (https://example.com/a_b).", r"At (<https://example.com/a_b>)"),
        ] {
            assert_eq!(remark(text), expected);
        }
    }
}

//! Markdown: what a text must look like so that it is shown as it is. It must not know what is shown.

use std::fmt::{self, Display};

/// Code in a cell of a table. Backticks and bars inside stay what they are.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(text).replace('|', "\\|");
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Several codes, with commas between.
pub(crate) fn codes<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    texts.into_iter().map(|text| code(text.as_ref())).collect::<Vec<_>>().join(", ")
}

/// Words in a cell or a line: nothing of it is taken for markup, but what stands between backticks is code.
pub(crate) fn words(text: &str) -> String {
    let text = one_line(text);
    let parts: Vec<_> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return plain(&text);
    }
    let part = |(at, part): (usize, &&str)| if at % 2 == 0 { plain(part) } else { code(part) };
    parts.iter().enumerate().map(part).collect()
}

/// Words of which nothing is taken for markup.
fn plain(text: &str) -> String {
    let escaped = |char: char| match char {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$' => format!("\\{char}"),
        other => other.to_string(),
    };
    text.chars().map(escaped).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

/// A table. Columns have no padding: a longer word in one row would change all of them.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// With these headings, and a row for each item.
    pub(crate) fn new<const N: usize, T>(
        headings: [&'static str; N],
        items: &[T],
        row: impl Fn(&T) -> [String; N],
    ) -> Self {
        Table { headings: headings.into(), rows: items.iter().map(|item| row(item).into()).collect() }
    }

    /// Without a column that says nothing.
    pub(crate) fn without(mut self, heading: &str) -> Self {
        if let Some(column) = self.headings.iter().position(|it| *it == heading) {
            self.headings.remove(column);
            for row in &mut self.rows {
                row.remove(column);
            }
        }
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| {} |", self.headings.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(self.headings.len()))?;
        self.rows.iter().try_for_each(|row| writeln!(f, "| {} |", row.join(" | ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_shown_as_it_is() {
        assert_eq!(code("a | b"), "`a \\| b`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code("'''\n  a\n'''"), "`''' a '''`");
        assert_eq!(words("<b>*a_b*</b> [x](y) | `c_`"), "\\<b\\>\\*a\\_b\\*\\</b\\> \\[x\\](y) \\| `c_`");
        assert_eq!(words("one ` alone"), "one \\` alone");
        assert_eq!(codes(["a", "b"]), "`a`, `b`");
    }

    #[test]
    fn a_column_can_be_left_out() {
        let table = Table::new(["A", "B"], &["1", "2"], |item| [(*item).to_owned(), "x".to_owned()]);
        assert_eq!(table.clone().without("B").to_string(), "| A |\n|---|\n| 1 |\n| 2 |\n");
        assert_eq!(table.without("C").to_string(), "| A | B |\n|---|---|\n| 1 | x |\n| 2 | x |\n");
    }
}

//! The changes that what-if foretells, in the colours of `az`, which gives none where its output is read by a program. It must
//! not know what changes.

const PLAIN: &str = "\u{1b}[0m";

/// The sign that begins a line, and its colour.
const COLORS: [(&str, &str); 4] =
    [("+ ", "\u{1b}[32m"), ("- ", "\u{1b}[31m"), ("~ ", "\u{1b}[35m"), ("! ", "\u{1b}[34m")];

/// The text with a colour for each line that is a change.
pub(super) fn colored(text: &str) -> String {
    text.lines().flat_map(|line| [line_colored(line), "\n".to_owned()]).collect()
}

fn line_colored(line: &str) -> String {
    let color = COLORS.iter().find(|(sign, _)| line.trim_start().starts_with(sign));
    color.map_or_else(|| line.to_owned(), |(_, color)| format!("{color}{line}{PLAIN}"))
}

#[cfg(test)]
mod tests {
    use super::colored;

    #[test]
    fn only_changes_have_colours() {
        let text = "Scope: rg\n  + a\n    ~ b: \"1\" => \"2\"\n-c\n";
        let expected = "Scope: rg\n\u{1b}[32m  + a\u{1b}[0m\n\u{1b}[35m    ~ b: \"1\" => \"2\"\u{1b}[0m\n-c\n";
        assert_eq!(colored(text), expected);
    }
}

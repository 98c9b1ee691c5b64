//! How much room text takes, and how much of it is shown. It must not know how it is drawn.

/// The longest line in a box; the card has the rest.
const LONGEST: usize = 44;

/// A line that is no longer than it can be read.
pub(super) fn shortened(line: &str) -> String {
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let kept: String = line.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The title of a box with others inside: one line, for that is the room above these.
pub(super) fn title(lines: &[String]) -> String {
    lines.iter().map(|line| shortened(line)).collect::<Vec<_>>().join(" · ")
}

/// The lines of a box, each shortened.
pub(super) fn lines(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| shortened(line)).collect()
}

/// How wide the widest line is, in the width of a letter. Letters of East Asia take two.
pub(super) fn width(lines: &[String]) -> usize {
    let letter = |char: char| if u32::from(char) < 0x1100 { 1 } else { 2 };
    lines.iter().map(|line| line.chars().map(letter).sum()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_where_they_can_be_read_no_longer() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"x".repeat(50)), format!("{}…", "x".repeat(43)));
        assert_eq!(title(&["hub".to_owned(), "10.0.0.0/16".to_owned()]), "hub · 10.0.0.0/16");
        assert_eq!(width(&["ab".to_owned(), "東京".to_owned()]), 4);
    }
}

//! Takes the conditions out of a regular expression. It must not know what is done with the rest.

/// The pattern without what only restricts it (`^`, `$`, `(?!…)` and their kin), which the generator does not know.
pub(super) fn without_conditions(pattern: &str) -> String {
    let (mut kept, mut rest, mut in_class) = (String::new(), pattern, false);
    while let Some(char) = rest.chars().next() {
        let is_condition = !in_class && ["(?!", "(?=", "(?<!", "(?<="].iter().any(|open| rest.starts_with(open));
        let length = if is_condition {
            group_length(rest)
        } else if char == '\\' {
            1 + rest[1..].chars().next().map_or(0, char::len_utf8)
        } else {
            char.len_utf8()
        };
        if !is_condition && (in_class || !matches!(char, '^' | '$')) {
            kept.push_str(&rest[..length]);
        }
        in_class = char == '[' || in_class && char != ']';
        rest = &rest[length..];
    }
    kept
}

/// Where the group ends that the text begins with.
fn group_length(text: &str) -> usize {
    let (mut depth, mut in_class, mut escaped) = (0, false, false);
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + char.len_utf8();
        }
    }
    text.len()
}

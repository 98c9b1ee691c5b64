//! Lists of names in messages, cut where nobody would read on.

/// How many names are worth reading.
const MOST: usize = 12;

/// `` `a`, `b` and `c` ``
pub(super) fn all_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    list(names, "and")
}

/// `` `a`, `b` or `c` ``
pub(in crate::check) fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    list(names, "or")
}

fn list<'a>(names: impl Iterator<Item = &'a str>, word: &str) -> String {
    let mut names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        let more = names.len() - MOST;
        names.truncate(MOST);
        return format!("{} {word} {more} more", names.join(", "));
    }
    match names.pop() {
        None => "nothing".to_owned(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} {word} {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(all_of([].into_iter()), "nothing");
        assert_eq!(all_of(["a"].into_iter()), "`a`");
        assert_eq!(one_of(["a", "b", "c"].into_iter()), "`a`, `b` or `c`");
        assert!(all_of(["a"; 15].into_iter()).ends_with("`a` and 3 more"));
    }
}

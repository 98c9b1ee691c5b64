//! The list of scenarios, `scenarios/src/lib.rs`: a line more. It must not know what a scenario is.

use std::path::Path;

use anyhow::bail;

use super::edits::Edits;

const FILE: &str = "scenarios/src/lib.rs";
const CALL: &str = "::scenario(),";

/// Adds the line of a scenario: where it belongs if the lines are sorted, or else at their end.
pub(super) fn add_to(edits: &mut Edits, root: &Path, name: &str) -> anyhow::Result<()> {
    let text = Edits::read(root, FILE)?;
    let line = format!("{}{CALL}", name.replace('-', "_"));
    let Some(new) = with(&text, &line) else {
        bail!(
            "there is no line like `example{CALL}` in `{FILE}`, so nothing was written: put the scenarios into one list, a line each, then run it again; the new line is `{line}`"
        );
    };
    edits.replace(FILE, text, new);
    Ok(())
}

fn with(text: &str, line: &str) -> Option<String> {
    let lines: Vec<_> = text.lines().collect();
    let is_entry = |line: &&str| is_call(line.trim_start());
    let first = lines.iter().position(is_entry)?;
    let entries: Vec<_> = lines[first..].iter().take_while(|line| is_entry(line)).copied().collect();
    let indent = &entries[0][..entries[0].len() - entries[0].trim_start().len()];
    let (added, path) = (format!("{indent}{line}"), |line: &str| path(line.trim_start()).to_owned());
    let before = if entries.is_sorted_by_key(|line| path(line)) {
        entries.partition_point(|entry| path(entry) < path(line))
    } else {
        entries.len()
    };
    let (head, tail) = lines.split_at(first + before);
    Some([head, &[added.as_str()], tail].concat().join("\n") + "\n")
}

/// A comment may follow.
fn is_call(line: &str) -> bool {
    let is_crate = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_crate(path(line)) && line.contains(CALL)
}

fn path(line: &str) -> &str {
    line.split(CALL).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::with;

    fn list(lines: &[&str]) -> String {
        format!("//! A.\n\nfn all() {{\n    vec![\n        {}\n    ]\n}}\n", lines.join("\n        "))
    }

    #[track_caller]
    fn check(before: &[&str], after: &[&str]) {
        assert_eq!(with(&list(before), "hub_b::scenario(),"), Some(list(after)));
    }

    #[test]
    fn a_line_goes_where_it_belongs() {
        let [a, b, c, z] = ["a::scenario(),", "hub_b::scenario(),", "hub_c::scenario(), // C", "z::scenario(),"];
        check(&["// One line each.", c], &["// One line each.", b, c]);
        check(&[a, c], &[a, b, c]);
        check(&[a], &[a, b]);
        check(&[z, a], &[z, a, b]);
    }

    #[test]
    fn another_kind_of_list_is_not_touched() {
        for text in [
            "",
            "vec![]\n",
            "vec![a::scenario()]\n",
            "vec![a::scenario(), b::scenario()]\n",
            "let a = a::scenario(),\n",
        ] {
            assert_eq!(with(text, "hub_b::scenario(),"), None, "{text}");
        }
    }
}

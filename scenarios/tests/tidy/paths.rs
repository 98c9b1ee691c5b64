//! Paths that exist on one machine only. It must not know what a file is for.

use crate::tree::Tree;
use crate::{breaks, hold};

/// Where people keep their files. In a template, what follows `/home/` may be an expression.
const PLACES: [&str; 4] = ["/home/", "/root/", "/work/", "/Users/"];

#[test]
fn no_file_names_a_path_of_a_machine() {
    hold(paths_of_a_machine, "make the path relative, or take it from the environment");
}

fn paths_of_a_machine(tree: &Tree) -> Vec<String> {
    let lines = tree.files().flat_map(|(path, text)| text.lines().zip(1..).map(move |(line, n)| (path, line, n)));
    let broken = lines.filter(|(_, line, _)| PLACES.iter().any(|place| names_path_below(line, place)));
    broken.map(|(path, line, number)| format!("{path}:{number}: {}", line.trim())).collect()
}

/// Whether an absolute path goes on from the place: nothing of a path stands before it, and a name behind it.
fn names_path_below(line: &str, place: &str) -> bool {
    let ends = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || ".-_~*)]}".contains(c));
    let goes_on = |after: &str| after.starts_with(|c: char| c.is_alphanumeric() || "._-".contains(c));
    line.match_indices(place).any(|(at, _)| !ends(&line[..at]) && goes_on(&line[at + place.len()..]))
}

#[test]
fn a_path_of_a_machine_is_seen() {
    // Taken apart, for this file is read as well.
    let text = ["BICEP=/ro", "ot/.azure\n`/wo", "rk/a`\n(file:///ho", "me/ana)\n'/Use", "rs/ana'\n"].concat();
    let fine = "'/home/${user}'\n\"/home/\" + user\nhttps://example.com/work/a\n../work/a\n{}/root/a\n/home/<user>\n";
    let [a, b, c, d] = [0, 1, 2, 3].map(|n| format!("a.md:{}: {}", n + 1, text.lines().nth(n).unwrap_or_default()));
    breaks(paths_of_a_machine, &[("a.md", &text), ("b.md", fine)], &[&a, &b, &c, &d]);
}

//! The page of a check. It must not know what a check looks at.

use dsl::{Check, Example};

/// The page as text.
pub(super) fn page(check: Check) -> String {
    let page = check.page();
    let allow = match page.constant {
        Some(constant) => allowed_by(constant),
        None => "It cannot be allowed.".to_owned(),
    };
    format!(
        "{}[{}]\n\n{}\n\n{}\n\nWhat to do: {}.\n\nThis is found:\n\n{}\nThis is not:\n\n{}\n{allow}\n",
        page.severity.name(),
        page.id,
        page.summary,
        page.why,
        page.help,
        indented(&page.wrong),
        indented(&page.right),
    )
}

fn allowed_by(constant: &str) -> String {
    format!(
        "Where it is right, allow it where the resource or construct is made, before it is added: `.allow({constant}, \"why\")`.\n\
         Said of a construct, it counts for all that the construct adds. What is added already is allowed by\n\
         `g.adjust(&handle, |it| it.allow({constant}, \"why\"))`."
    )
}

fn indented(example: &Example) -> String {
    let text = example.text();
    text.lines().flat_map(|line| [if line.is_empty() { "" } else { "    " }, line, "\n"]).collect()
}

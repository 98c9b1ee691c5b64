//! Links between pages: each leads to a file that is there, and to a heading that it has. It must not know what they say.

use std::path::{Component, Path};

use crate::tree::Tree;
use crate::{breaks, hold};

#[test]
fn every_link_leads_somewhere() {
    hold(dead_links, "name a path from the page's folder, and a heading in small letters with `-` for each space");
}

fn dead_links(tree: &Tree) -> Vec<String> {
    let is_page =
        |path: &str| Path::new(path).extension().is_some_and(|it| it == "md") && !path.starts_with("generated/");
    let pages = tree.files().filter(|(path, _)| is_page(path));
    let links = pages.flat_map(|(path, text)| links(text).map(move |link| (path, link)));
    let dead = links.filter(|&(path, link)| !leads_somewhere(tree, path, link));
    dead.map(|(path, link)| format!("{path}: {link}")).collect()
}

/// What `[…](…)` leads to, but for other sites.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    ends.filter(|link| !link.contains("://"))
}

fn leads_somewhere(tree: &Tree, page: &str, link: &str) -> bool {
    let (file, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { page.to_owned() } else { beside(page, file) };
    let is_folder = || tree.files().any(|(path, _)| path.starts_with(&target));
    match tree.files().find(|(path, _)| *path == target) {
        Some((_, text)) => heading.is_empty() || text.lines().any(|line| anchor(line).as_deref() == Some(heading)),
        None => file.ends_with('/') && is_folder(),
    }
}

/// The path that `link` has from the root, if it stands in `page`.
fn beside(page: &str, link: &str) -> String {
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.extend(name.to_str()),
            _ => {}
        }
    }
    parts.join("/") + if link.ends_with('/') { "/" } else { "" }
}

/// What a heading is called in a link.
fn anchor(line: &str) -> Option<String> {
    let title = line.strip_prefix('#')?.trim_start_matches('#').trim();
    let kept = title.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    Some(kept.map(|letter| if letter == ' ' { '-' } else { letter.to_ascii_lowercase() }).collect())
}

#[test]
fn a_dead_link_is_seen() {
    let page = "[a](docs/b.md#two-words) [c](docs/c.md) [d](#none) [e](https://example.com/e) [f](docs/)";
    let files = [("README.md", page), ("docs/b.md", "# B\n\n## Two words\n[up](../README.md) [g](../g/)\n")];
    breaks(dead_links, &files, &["README.md: docs/c.md", "README.md: #none", "docs/b.md: ../g/"]);
}

//! The rules of the repository, as tests over the files that git knows: one function and two tests for each rule.

mod attributes;
mod code;
mod functions;
mod layout;
mod leftovers;
mod lengths;
mod links;
mod paths;
mod tree;

use tree::Tree;

/// Says which files break a rule, and where.
type Rule = fn(&Tree) -> Vec<String>;

/// Holds the repository to a rule; `help` says what to do about a file that breaks it.
#[track_caller]
fn hold(rule: Rule, help: &str) {
    let Some(tree) = Tree::repository() else { return };
    let broken = rule(tree);
    assert!(broken.is_empty(), "\n  {}\nhelp: {help}", broken.join("\n  "));
}

/// Shows that a rule can be broken: which of these files break it, and how that reads.
#[track_caller]
fn breaks(rule: Rule, files: &[(&str, &str)], broken: &[&str]) {
    assert_eq!(rule(&Tree::of(files)), broken);
}

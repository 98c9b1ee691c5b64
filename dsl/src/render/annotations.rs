//! What stands above a statement: a title, comments, pragmas and decorators. It must not know the statement's own words.

use askama::Template;

use super::decorators::decorators;
use super::ink::{Ink, Printed};
use super::pragma::{Pragma, lines};
use crate::check::Context;

#[derive(Template)]
#[template(path = "annotations.bicep", escape = "none")]
pub(super) struct Annotations<'i> {
    indent: String,
    section: Option<String>,
    comments: Vec<&'i str>,
    /// What the compiler must not report of the statement.
    pub(super) statement: Pragma<'i>,
    decorators: Vec<Printed<'i>>,
    /// What it must not report of the line that declares it.
    line: Pragma<'i>,
}

impl<'i> Annotations<'i> {
    /// Those of the node at `index`, `level` steps further in than the file.
    pub(super) fn of(ink: &'i Ink<'i>, graph: &'i Context<'i>, index: usize, level: usize) -> Self {
        let accepted = graph.accepted.get(&index);
        let remarks = ink.nodes().all[index].remarks.as_deref();
        let comments = remarks.into_iter().flat_map(|remarks| &remarks.comments).flat_map(|text| lines(text));
        Annotations {
            indent: "  ".repeat(level),
            section: remarks.and_then(|remarks| remarks.section.as_deref()).map(banner),
            comments: comments.collect(),
            statement: accepted.map(|accepted| Pragma::of(&accepted.statement)).unwrap_or_default(),
            decorators: decorators(ink, graph, index, level),
            line: accepted.map(|accepted| Pragma::of(&accepted.line)).unwrap_or_default(),
        }
    }
}

/// A title between two rules of its own width.
fn banner(title: &str) -> String {
    let title = lines(title).collect::<Vec<_>>().join(" ");
    let rule = "=".repeat(title.chars().count());
    format!("// {rule} //\n// {title} //\n// {rule} //")
}

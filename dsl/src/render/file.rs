//! A whole template as one file.

use std::fmt::Write;

use askama::Template;

use super::ink::{Ink, Page, Place};
use super::{Origin, import, statement};
use crate::check::Context;
use crate::graph::{Node, NodeKind, statement_order};
use crate::scope::written_scope;

/// The name of the file that is deployed.
pub(crate) const TEMPLATE: &str = "main.bicep";

#[derive(Template)]
#[template(path = "header.bicep", escape = "none")]
struct Header<'a> {
    signature: Option<Signature<'a>>,
    scope: Option<&'static str>,
}

/// The first line of every file that says where it comes from.
#[derive(Template)]
#[template(path = "signature.bicep", escape = "none")]
pub(super) struct Signature<'a> {
    name: &'a str,
    source: &'a str,
}

impl<'a> Signature<'a> {
    pub(super) fn of(origin: &'a Origin) -> Self {
        Signature { name: origin.name, source: &origin.source }
    }
}

/// Renders every node of the graph into one file, and says where each begins.
pub(super) fn render(graph: &Context<'_>, origin: Option<&Origin>) -> (String, Vec<Place>) {
    let ink = Ink::new(graph.nodes);
    let mut page = ink.page();
    // Nothing can fail here: the page is memory, and no template calls a fallible function.
    let written = write(&mut page, &ink, graph, origin);
    debug_assert!(written.is_ok(), "{written:?}");
    ink.finish()
}

fn write(page: &mut Page<'_>, ink: &Ink<'_>, graph: &Context<'_>, origin: Option<&Origin>) -> askama::Result<()> {
    let signature = origin.map(Signature::of);
    let scope = written_scope(graph.nodes.scope);
    if signature.is_some() || scope.is_some() {
        Header { signature, scope }.render_into(page)?;
    }
    let (order, nested) = statement_order(graph.nodes, &graph.edges);
    let mut above = None;
    for index in order.into_iter().filter(|index| !import::is_joined(graph.nodes, *index)) {
        let node = &graph.nodes.all[index];
        if !is_close(above, node) && !page.is_empty() {
            page.write_char('\n')?;
        }
        ink.mark(node.location).set();
        statement::write(page, ink, graph, &nested, index)?;
        above = Some(node);
    }
    Ok(())
}

/// Metadata stands together, right under the first line; and so do imports.
fn is_close(above: Option<&Node>, node: &Node) -> bool {
    let is_import = |node: &Node| matches!(node.kind, NodeKind::Import(_));
    matches!(node.kind, NodeKind::Metadata(_)) || (is_import(node) && above.is_some_and(is_import))
}

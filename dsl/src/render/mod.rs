//! A checked graph to text: statements are framed by askama templates, expressions come from the printer.
//! It must not know how an expression is laid out, nor where the text goes.

mod decorators;
mod file;
mod ink;
mod parameters;
mod pragma;
mod resource;
mod statement;

use crate::bundle::Bundle;
use crate::check::{self, Context, Report};
use crate::graph::Nodes;
use crate::layout;

/// Who made a file, for its first line.
#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) name: &'static str,
    /// The file to edit, relative to the workspace.
    pub(crate) source: String,
}

/// Checks the graph and renders all its files.
pub(crate) fn bundle(nodes: &Nodes, origin: &Origin) -> Result<Bundle, Report> {
    let (graph, report) = sound(nodes)?;
    let mut bundle = Bundle::new(report);
    bundle.push(file::TEMPLATE, template(graph, nodes, Some(origin)));
    for set in &nodes.parameter_sets {
        bundle.push(format!("{}.bicepparam", set.name), parameters::render(nodes, set, origin));
    }
    Ok(bundle)
}

/// Checks the graph and renders it as one file that does not say where it comes from.
pub(crate) fn text(nodes: &Nodes) -> Result<String, Report> {
    sound(nodes).map(|(graph, _)| template(graph, nodes, None))
}

fn template<'g>(graph: Context<'g>, nodes: &'g Nodes, origin: Option<&Origin>) -> String {
    let resolved = layout::resolved(nodes);
    file::render(&graph.of_resolved(resolved.as_ref().unwrap_or(nodes)), origin)
}

/// The graph and its warnings, unless it has errors.
fn sound(nodes: &Nodes) -> Result<(Context<'_>, Report), Report> {
    let (graph, report) = check::run(nodes);
    if report.has_errors() { Err(report) } else { Ok((graph, report)) }
}

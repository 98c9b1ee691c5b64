//! A checked graph to text: statements are framed by askama templates, expressions come from the printer.
//! It must not know how an expression is laid out, nor where the text goes.

mod annotations;
mod decorators;
mod extension;
mod file;
mod homes;
mod import;
mod ink;
mod parameters;
mod pragma;
mod resource;
mod statement;

use std::collections::BTreeMap;

pub(crate) use self::file::TEMPLATE;
use self::homes::Homes;
pub(crate) use self::ink::Place;
use crate::bundle::Bundle;
use crate::check::{self, Context, Facts, Refuses, Report};
use crate::graph::{NodeKind, Nodes};
use crate::layout::{self, Layout, Page};

/// Who made a file, for its first line.
#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) name: &'static str,
    /// The file to edit, relative to the workspace.
    pub(crate) source: String,
}

/// Checks the graph and renders all its files.
pub(crate) fn bundle(nodes: &Nodes, layout: Layout, origin: Option<&Origin>) -> Result<Bundle, Report> {
    bundle_and(nodes, layout, origin, Report::has_errors, |_, _| ()).map(|(bundle, ())| bundle)
}

/// As [`bundle`], and shows the graph to somebody who reads facts of it: the checks run once for both.
pub(crate) fn bundle_and<T>(
    nodes: &Nodes,
    layout: Layout,
    origin: Option<&Origin>,
    refuses: Refuses,
    read: impl FnOnce(&Facts<'_>, &Report) -> T,
) -> Result<(Bundle, T), Report> {
    let (graph, report) = check::run(nodes, layout);
    if refuses(&report) {
        return Err(report);
    }
    let told = read(&Facts(&graph), &report);
    let mut bundle = Bundle::new(report);
    let (templates, homes) = templates(graph, nodes, layout, origin)?;
    for (path, (text, places)) in templates {
        bundle.push_placed(path, text, places);
    }
    for (path, text) in included(nodes) {
        bundle.push(path, text);
    }
    for set in nodes.parameter_sets.iter().filter(|_| origin.is_some()) {
        let (text, places) = parameters::render(nodes, set, &homes, origin);
        bundle.push_placed(format!("{}.bicepparam", set.name), text, places);
    }
    Ok((bundle, told))
}

/// A text, and what made its parts.
type Placed = (String, Vec<Place>);

/// All templates by their paths, and where the types stand that others can import.
fn templates(
    mut graph: Context<'_>,
    nodes: &Nodes,
    layout: Layout,
    origin: Option<&Origin>,
) -> Result<(Vec<(String, Placed)>, Homes), Report> {
    let mut homes = Homes::default();
    let Some(pages) = layout::pages(&mut graph, layout).map_err(Report::new)? else {
        homes.add(TEMPLATE, nodes);
        return Ok((vec![(TEMPLATE.to_owned(), template(graph, nodes, origin))], homes));
    };
    for page in &pages {
        homes.add(&page.path, &page.nodes);
    }
    let text = |page: Page<'_>| {
        let graph = Context::new(&page.nodes).knowing(page.inferred, page.accepted);
        (page.path, template(graph, &page.nodes, origin))
    };
    Ok((pages.into_iter().map(text).collect(), homes))
}

/// The files that come with the graph, each once.
fn included(nodes: &Nodes) -> BTreeMap<String, String> {
    let files = nodes.all.iter().filter_map(|node| match &node.kind {
        NodeKind::Module(module) => Some((module.path.to_string(), module.content?.to_owned())),
        NodeKind::Import(import) => Some((import.path.to_string(), import.content?.to_owned())),
        _ => None,
    });
    files.collect()
}

fn template(graph: Context<'_>, nodes: &Nodes, origin: Option<&Origin>) -> Placed {
    let resolved = layout::resolved(nodes);
    file::render(&graph.of_resolved(resolved.as_ref().unwrap_or(nodes)), origin)
}

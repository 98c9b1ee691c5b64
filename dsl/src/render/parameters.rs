//! A parameter set as a `.bicepparam` file.

use askama::Template;

use super::Origin;
use super::file::{Signature, TEMPLATE};
use super::ink::{Ink, Printed};
use crate::graph::{Nodes, ParameterSet};

#[derive(Template)]
#[template(path = "parameters.bicepparam", escape = "none")]
struct Parameters<'i> {
    signature: Option<Signature<'i>>,
    template: &'i str,
    values: Vec<(&'i str, Printed<'i>)>,
}

pub(super) fn render(nodes: &Nodes, set: &ParameterSet, origin: Option<&Origin>) -> String {
    let ink = Ink::new(nodes);
    let mut page = ink.page();
    let values = set.values.iter().filter_map(|value| Some((&*nodes.get(value.param)?.symbol, ink.expr(&value.value))));
    let parameters = Parameters { signature: origin.map(Signature::of), template: TEMPLATE, values: values.collect() };
    // Nothing can fail here: the page is memory, and no template calls a fallible function.
    let written = parameters.render_into(&mut page);
    debug_assert!(written.is_ok(), "{written:?}");
    ink.into_text()
}

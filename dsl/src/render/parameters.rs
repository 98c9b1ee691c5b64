//! A parameter set as a `.bicepparam` file.

use askama::Template;

use super::Origin;
use super::file::{self, Signature, TEMPLATE};
use super::homes::Homes;
use super::ink::{Ink, Mark, Place, Printed};
use crate::check::Context;
use crate::expr::Expr;
use crate::graph::{Nodes, ParameterSet};

#[derive(Template)]
#[template(path = "parameters.bicepparam", escape = "none")]
struct Parameters<'i> {
    signature: Option<Signature<'i>>,
    template: Option<&'i str>,
    base: Option<&'i str>,
    /// Imports and types.
    head: Option<String>,
    vars: Vec<Var<'i>>,
    values: Vec<(Mark<'i>, &'i str, Printed<'i>)>,
}

struct Var<'i> {
    description: Printed<'i>,
    symbol: &'i str,
    ty: Option<Printed<'i>>,
    value: Printed<'i>,
}

pub(super) fn render(
    nodes: &Nodes,
    set: &ParameterSet,
    homes: &Homes,
    origin: Option<&Origin>,
) -> (String, Vec<Place>) {
    let ink = Ink::new(nodes);
    let mut page = ink.page();
    ink.mark(set.location).set();
    let values = set
        .values
        .iter()
        .filter_map(|value| Some((ink.mark(value.location), &*nodes.get(value.param)?.symbol, ink.expr(&value.value))));
    let vars = set.vars.iter().map(|var| Var {
        description: ink.owned(Expr::call("description", [Expr::String(var.description.clone())]), 0),
        symbol: &var.symbol,
        ty: var.ty.as_ref().map(|ty| ink.ty(ty)),
        value: ink.expr(&var.value),
    });
    let parameters = Parameters {
        signature: origin.map(Signature::of),
        template: (!set.shared).then_some(TEMPLATE),
        base: set.base.as_deref(),
        head: homes.head(set).map(|head| file::render(&Context::new(&head), None).0),
        vars: vars.collect(),
        values: values.collect(),
    };
    // Nothing can fail here: the page is memory, and no template calls a fallible function.
    let written = parameters.render_into(&mut page);
    debug_assert!(written.is_ok(), "{written:?}");
    ink.finish()
}

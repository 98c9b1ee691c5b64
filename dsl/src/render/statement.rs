//! The statements without a body: `metadata`, `import`, `extension`, `type`, `param`, `var`, `func`, `output`. One template each.

use std::fmt::Write;

use askama::Template;

use super::annotations::Annotations;
use super::ink::{Ink, Page, Printed};
use super::{extension, import, resource};
use crate::check::Context;
use crate::graph::NodeKind;

#[derive(Template)]
#[template(path = "metadata.bicep", escape = "none")]
struct Metadata<'i> {
    symbol: &'i str,
    value: Printed<'i>,
}

#[derive(Template)]
#[template(path = "type.bicep", escape = "none")]
struct Type<'i> {
    annotations: Annotations<'i>,
    symbol: &'i str,
    ty: Printed<'i>,
}

#[derive(Template)]
#[template(path = "param.bicep", escape = "none")]
struct Param<'i> {
    annotations: Annotations<'i>,
    symbol: &'i str,
    ty: Printed<'i>,
    default: Option<Printed<'i>>,
}

#[derive(Template)]
#[template(path = "var.bicep", escape = "none")]
struct Var<'i> {
    annotations: Annotations<'i>,
    symbol: &'i str,
    ty: Option<Printed<'i>>,
    value: Printed<'i>,
}

#[derive(Template)]
#[template(path = "func.bicep", escape = "none")]
struct Function<'i> {
    annotations: Annotations<'i>,
    symbol: &'i str,
    definition: Printed<'i>,
}

#[derive(Template)]
#[template(path = "output.bicep", escape = "none")]
struct Output<'i> {
    annotations: Annotations<'i>,
    symbol: &'i str,
    ty: Printed<'i>,
    value: Printed<'i>,
}

/// Writes the statement of a node, and those nested in it.
pub(super) fn write(
    page: &mut Page<'_>,
    ink: &Ink<'_>,
    graph: &Context<'_>,
    nested: &[Vec<usize>],
    index: usize,
) -> askama::Result<()> {
    let node = &graph.nodes.all[index];
    let symbol = &*node.symbol;
    let annotations = || Annotations::of(ink, graph, index, 0);
    match &node.kind {
        NodeKind::Metadata(metadata) => Metadata { symbol, value: ink.expr(&metadata.value) }.render_into(page)?,
        NodeKind::Import(it) => import::statement(ink, symbol, it).render_into(page)?,
        NodeKind::Extension(it) => extension::statement(ink, annotations(), symbol, it).render_into(page)?,
        NodeKind::Type(it) => {
            let ty = it.ty.describing_maps(&node.description.clone().unwrap_or_default());
            Type { annotations: annotations(), symbol, ty: ink.owned_ty(ty) }.render_into(page)?;
        }
        NodeKind::Param(param) => {
            let default = param.default.as_ref().map(|default| ink.expr(default));
            Param { annotations: annotations(), symbol, ty: ink.ty(&param.ty), default }.render_into(page)?;
        }
        NodeKind::Var(var) => {
            let ty = var.ty.as_ref().map(|ty| ink.ty(ty));
            Var { annotations: annotations(), symbol, ty, value: ink.expr(&var.value) }.render_into(page)?;
        }
        NodeKind::Function(it) => {
            Function { annotations: annotations(), symbol, definition: ink.function(it) }.render_into(page)?;
        }
        NodeKind::Output(output) => {
            let (ty, value) = (ink.ty(&output.ty), ink.expr(&output.value));
            Output { annotations: annotations(), symbol, ty, value }.render_into(page)?;
        }
        NodeKind::Resource(_) | NodeKind::Module(_) => {
            resource::statement(ink, graph, nested, index, 0).render_into(page)?;
        }
    }
    Ok(page.write_char('\n')?)
}

//! `param-default`: a default that Bicep does not take: computed from the template, of an optional param, or a secret.

use super::{Context, Finding};
use crate::expr::Expr;
use crate::graph::NodeKind;
use crate::types::Type;

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    for (index, node) in nodes.iter().enumerate() {
        let NodeKind::Param(param) = &node.kind else { continue };
        let Some(default) = &param.default else { continue };
        let finding = |what: &str| {
            Finding::at("param-default", node, format!("the default of the param `{}` {what}", node.symbol))
        };
        let mut targets = graph.edges.of(index).map(|target| &nodes[target]);
        if let Some(target) = targets.find(|target| !matches!(target.kind, NodeKind::Param(_))) {
            let what = format!("refers to the {} `{}`", target.keyword(), target.symbol);
            findings.push(
                finding(&what)
                    .note(target, "declared here")
                    .help("use other params and functions only, or make it a var"),
            );
        } else if matches!(param.ty, Type::Nullable(_)) {
            findings.push(
                finding("can never apply, for an optional param is null instead").help("leave one of the two out"),
            );
        } else if param.secure && matches!(default, Expr::String(text) if !text.is_empty()) {
            findings
                .push(finding("gives its secret away").help("leave it out, so that each deployment has to give one"));
        }
    }
}

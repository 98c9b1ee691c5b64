//! `invalid-symbol`: a symbol that Bicep does not take, or that would hide one of its own names.

use super::{Context, Finding};
use crate::graph::{Node, NodeKind};
use crate::names::{LONGEST_IDENTIFIER, refusal};
use crate::print::is_identifier;

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(graph.nodes.all.iter().filter_map(finding));
}

fn finding(node: &Node) -> Option<Finding> {
    let (symbol, keyword) = (&*node.symbol, node.keyword());
    let finding =
        |reason| Finding::at("invalid-symbol", node, format!("a {keyword} cannot be called `{symbol}`: {reason}"));
    if !is_identifier(symbol) {
        let help = "use letters of ASCII, digits and `_`, and begin with no digit";
        return Some(finding("it is no identifier").help(help));
    }
    if symbol.len() > LONGEST_IDENTIFIER {
        return Some(finding("identifiers have at most 255 characters"));
    }
    if let NodeKind::Output(_) | NodeKind::Metadata(_) = node.kind {
        // Nothing in the file can refer to it, so it hides nothing.
        return None;
    }
    refusal(symbol, keyword)
        .map(|reason| finding(reason).help(format!("choose a name that says what it is for: `{symbol}Name`")))
}

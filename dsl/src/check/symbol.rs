//! `invalid-symbol`: a symbol that Bicep does not take, or that would hide one of its own names.

use super::{Check, Context, Finding, Page, Severity, variable};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{Node, NodeKind};
use crate::names::{LONGEST_IDENTIFIER, is_keyword, refusal};
use crate::print::is_identifier;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "invalid-symbol",
    severity: Severity::Error,
    summary: "A symbol that Bicep does not take, or that would hide one of its own names.",
    why: "Symbols become names of Bicep. One that is no identifier does not compile, and one that is called as a function or a type hides it in the whole file.",
    help: "choose an identifier that says what the statement is for",
    constant: None,
    wrong: example!("symbol.rs", |g| {
        g.output("group name", resource_group().name()).describe("Name of the resource group.");
    }),
    right: example!("symbol.rs", |g| {
        g.output("groupName", resource_group().name()).describe("Name of the resource group.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let misnamed = graph.nodes.survey.misnamed.iter().map(|index| &graph.nodes.all[*index]);
    findings.extend(misnamed.clone().filter_map(|node| Some(finding(node, reason(node)?))));
    findings.extend(misnamed.filter_map(parameter));
}

/// Whether Bicep does not take the node's symbol. Asked of every node while its symbol is at hand.
pub(crate) fn is_refused(node: &Node) -> bool {
    reason(node).is_some() || parameter(node).is_some()
}

fn parameter(node: &Node) -> Option<Finding> {
    let NodeKind::Function(function) = &node.kind else { return None };
    let (name, reason) = variable::of_function(function)?;
    let message = format!("a parameter of the function `{}` cannot be called `{name}`: {reason}", node.symbol);
    Some(Finding::at(CHECK, node, message).help("give it another name: letters, digits and `_`, with a letter first"))
}

fn reason(node: &Node) -> Option<&'static str> {
    let symbol = &*node.symbol;
    match node.kind {
        _ if !is_identifier(symbol) => Some("it is no identifier"),
        _ if symbol.len() > LONGEST_IDENTIFIER => Some("identifiers have at most 255 characters"),
        NodeKind::Output(_) | NodeKind::Metadata(_) if is_keyword(symbol) => Some("it is a keyword of Bicep"),
        // Nothing in the file can refer to these, so they hide nothing.
        NodeKind::Output(_) | NodeKind::Metadata(_) => None,
        _ => refusal(symbol, node.keyword()),
    }
}

fn finding(node: &Node, reason: &str) -> Finding {
    let (symbol, keyword) = (&node.symbol, node.keyword());
    let help = if is_identifier(symbol) && symbol.len() < LONGEST_IDENTIFIER {
        format!("choose a name that says what it is for: `{}`", other_symbol(node))
    } else {
        "use letters of ASCII, digits and `_`, begin with no digit, and keep it short".to_owned()
    };
    let article = if keyword.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    Finding::at(CHECK, node, format!("{article} {keyword} cannot be called `{symbol}`: {reason}")).help(help)
}

/// A symbol that Bicep takes: of a resource, what its type calls one of them.
fn other_symbol(node: &Node) -> String {
    let symbol = &node.symbol;
    match &node.kind {
        NodeKind::Resource(resource) => {
            let one = one_of(&resource.ty);
            let is_free = is_identifier(&one) && one != **symbol && refusal(&one, node.keyword()).is_none();
            if is_free { one } else { format!("{symbol}Resource") }
        }
        NodeKind::Module(_) => format!("{symbol}Module"),
        NodeKind::Type(_) => format!("{symbol}Type"),
        _ => format!("{symbol}Name"),
    }
}

/// One of a type: `managedEnvironment` of `Microsoft.App/managedEnvironments`.
fn one_of(ty: &str) -> String {
    let all = ty.rsplit('/').next().unwrap_or_default();
    let one = match all.strip_suffix("ies") {
        Some(one) => format!("{one}y"),
        None => all
            .strip_suffix("sses")
            .map_or_else(|| all.strip_suffix('s').unwrap_or(all).to_owned(), |one| format!("{one}ss")),
    };
    let mut chars = one.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

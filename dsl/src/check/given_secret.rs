//! `secret-literal` of params: what defaults and parameter sets give to those that are not secure, by names and texts. It must
//! not know where a param is read.

use super::secret_words::{inside, is_secret, is_value};
use super::{Check, Context, Finding};
use crate::expr::{Entry, Expr, Item, Key};
use crate::graph::{Node, NodeKind};

/// Looks at defaults, as far as they have not been found where they are read, and at all values of parameter sets.
pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for node in &graph.nodes.all {
        if let NodeKind::Param(param) = &node.kind
            && let Some(default) = param.default.as_ref().filter(|_| !param.secure)
            && is_secret(&node.symbol)
            && default.as_text().is_some_and(|text| is_value(text) && inside(text).is_none())
            && !is_found(findings, node)
        {
            let what =
                format!("the default of the param `{}` is a secret that is written out, by its name", node.symbol);
            findings.push(Finding::at(Check::SECRET_LITERAL, node, what).help(help(node)));
        }
    }
    for set in &graph.nodes.parameter_sets {
        for given in &set.values {
            let Some(node) = graph.nodes.get(given.param).filter(|node| !is_secure(node)) else { continue };
            let mut report = |path: &str, what: &str| {
                let message = format!("the value of `{path}` in the parameter set `{}` {what}", set.name);
                let finding = Finding::new(Check::SECRET_LITERAL, given.location, message);
                findings.push(finding.note(node, "the param is declared here").help(help(node)));
            };
            look(&node.symbol, &node.symbol, &given.value, &mut report);
        }
    }
}

/// At a value, by the path to it and the name that stands for it.
fn look(path: &str, name: &str, value: &Expr, report: &mut dyn FnMut(&str, &str)) {
    match value {
        Expr::String(text) => text_of(path, name, text, report),
        Expr::Multiline(text) => text_of(path, name, text, report),
        Expr::Object(entries) => {
            // A variable of an app says its name beside its value.
            let own = value.get("name").and_then(Expr::as_text);
            for entry in entries.iter() {
                if let Entry::Property(Key::Name(key), value) = entry {
                    let name = own.filter(|_| **key == *"value").unwrap_or(key);
                    look(&format!("{path}.{key}"), name, value, report);
                }
            }
        }
        Expr::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            if let Item::Value(value) = item {
                look(&format!("{path}[{index}]"), name, value, report);
            }
        }),
        _ => {}
    }
}

fn text_of(path: &str, name: &str, text: &str, report: &mut dyn FnMut(&str, &str)) {
    if let Some(key) = inside(text) {
        report(path, &format!("has a secret written out in it, behind `{key}`"));
    } else if is_secret(name) && is_value(text) {
        report(path, "is a secret that is written out, by its name");
    }
}

fn is_secure(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Param(param) if param.secure)
}

/// Whether a finding names the param already, where it is read.
fn is_found(findings: &[Finding], node: &Node) -> bool {
    let names = |finding: &&Finding| finding.notes().iter().any(|note| note.location() == node.location);
    findings.iter().filter(|finding| finding.id() == Check::SECRET_LITERAL.id()).any(|finding| names(&finding))
}

fn help(node: &Node) -> String {
    let symbol = &node.symbol;
    format!(
        "declare it by `g.secret(\"{symbol}\")`, and read it in the parameter set: `read_environment_variable(\"NAME\")`"
    )
}

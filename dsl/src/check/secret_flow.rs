//! Where secrets come from and where they go. Vars are followed. It must not judge: `exposed-secret` does.

use super::exposed_secret::lists;
use super::follow::DEEPEST;
use super::{Context, Facts, StatementFacts};
use crate::expr::{Entry, Expr, Item, Key};
use crate::graph::{Node, NodeKind};

/// A secret on its way from where it comes into the template to a place that uses it.
#[derive(Clone, Debug)]
pub struct SecretFlow<'g> {
    /// A secure param, or a function that returns secrets, as Bicep writes it: `storage.listKeys()`.
    pub source: String,
    /// The statement that uses it.
    pub target: StatementFacts<'g>,
    /// Where in that statement: `properties.secrets[].value`; empty for an output.
    pub path: String,
}

impl<'g> Facts<'g> {
    /// All of them, in the order of the statements that use them.
    pub fn secret_flows(&self) -> Vec<SecretFlow<'g>> {
        let graph = self.0;
        let mut flows = Vec::new();
        for node in graph.nodes.all.iter().filter(|node| !matches!(node.kind, NodeKind::Var(_))) {
            let mut found = Vec::new();
            node.for_each_expr(&mut |path, expr| Walk { graph, found: &mut found }.value(expr, path, DEEPEST));
            flows.extend(found.into_iter().map(|(path, source)| flow(graph, node, path, source)));
        }
        flows
    }
}

fn flow<'g>(graph: &'g Context<'g>, node: &'g Node, path: String, source: String) -> SecretFlow<'g> {
    SecretFlow { source, target: StatementFacts::new(graph, node), path }
}

/// One pass over a statement.
struct Walk<'w, 'g> {
    graph: &'g Context<'g>,
    /// Paths and sources, each pair once.
    found: &'w mut Vec<(String, String)>,
}

impl Walk<'_, '_> {
    fn value(&mut self, expr: &Expr, path: &str, depth: u8) {
        match expr {
            Expr::Object(entries) => entries.iter().for_each(|entry| self.entry(entry, path, depth)),
            Expr::Array(items) => items.iter().for_each(|item| match item {
                Item::Value(value) => self.value(value, &format!("{path}[]"), depth),
                Item::Spread(list) => self.value(list, path, depth),
            }),
            other => self.source(other, path, depth),
        }
    }

    fn entry(&mut self, entry: &Entry, path: &str, depth: u8) {
        let dot = if path.is_empty() { "" } else { "." };
        match entry {
            Entry::Property(Key::Name(name), value) => self.value(value, &format!("{path}{dot}{name}"), depth),
            Entry::Property(Key::Computed(_), value) => self.value(value, &format!("{path}{dot}*"), depth),
            Entry::Spread(object) => self.value(object, path, depth),
        }
    }

    fn source(&mut self, expr: &Expr, path: &str, depth: u8) {
        if lists(expr) {
            self.add(path, self.graph.written(expr));
        }
        match self.graph.target(expr) {
            Some((_, Node { symbol, kind: NodeKind::Param(param), .. })) if param.secure => {
                self.add(path, symbol.to_string());
            }
            Some((_, Node { kind: NodeKind::Var(var), .. })) if depth > 0 => self.value(&var.value, path, depth - 1),
            _ => expr.for_each_child(&mut |child| self.value(child, path, depth)),
        }
    }

    fn add(&mut self, path: &str, source: String) {
        let flow = (path.to_owned(), source);
        if !self.found.contains(&flow) {
            self.found.push(flow);
        }
    }
}

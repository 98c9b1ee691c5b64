//! `secret-literal` where Azure's data marks nothing: secrets in variables of apps, in connection strings and behind names that say so.
//! It must not know any resource: names and texts tell.

use super::secret_words::{inside, is_secret, is_value};
use super::{Check, Context, Finding};
use crate::expr::{Entry, Expr, Item, Key};
use crate::graph::{Node, NodeKind, Presence};

/// How pairs call the value of what has a name.
const VALUES: &[&str] = &["value", "connectionString"];

/// Looks at all that is written out. What the shapes of resources have found is not found twice.
pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for node in &graph.nodes.all {
        let is_there = matches!(&node.kind, NodeKind::Resource(resource) if resource.presence != Presence::Deployed);
        let known = findings.len();
        if !is_there {
            let mut walk = Walk { graph, node, path: Vec::new(), findings };
            node.for_each_expr(&mut |part, expr| walk.part(part, expr));
        }
        drop_known(findings, known);
    }
}

/// Of several findings about one place the first one stays.
fn drop_known(findings: &mut Vec<Finding>, known: usize) {
    let place = |finding: &Finding| {
        let words = finding.message().split(' ').take(3).map(str::to_owned);
        (finding.node(), words.collect::<Vec<_>>())
    };
    for index in (known..findings.len()).rev() {
        let wanted = place(&findings[index]);
        if findings[..index].iter().any(|it| place(it) == wanted) {
            findings.remove(index);
        }
    }
}

/// A step from a statement to a value in it.
enum Step<'e> {
    Name(&'e str),
    Item(usize),
}

/// One pass over a statement.
struct Walk<'w, 'g> {
    graph: &'w Context<'g>,
    node: &'g Node,
    path: Vec<Step<'g>>,
    findings: &'w mut Vec<Finding>,
}

impl<'g> Walk<'_, 'g> {
    fn part(&mut self, part: &'static str, expr: &'g Expr) {
        if !part.is_empty() {
            return self.at(Step::Name(part), |walk| walk.value(expr));
        }
        self.value(expr);
        // A resource may be a variable by itself.
        if let Some(value) = expr.get("properties.value")
            && let Some(name) = expr.get("name").and_then(Expr::as_text).filter(|name| is_secret(name))
        {
            self.at(Step::Name("properties"), |walk| walk.at(Step::Name("value"), |walk| walk.secret(name, value)));
        }
    }

    fn at(&mut self, step: Step<'g>, look: impl FnOnce(&mut Self)) {
        self.path.push(step);
        look(self);
        self.path.pop();
    }

    fn value(&mut self, expr: &'g Expr) {
        match expr {
            Expr::Object(entries) => {
                self.pair(entries);
                entries.iter().for_each(|entry| self.entry(entry));
            }
            Expr::Array(items) => items.iter().enumerate().for_each(|(index, item)| match item {
                Item::Value(value) => self.at(Step::Item(index), |walk| walk.value(value)),
                Item::Spread(list) => self.value(list),
            }),
            Expr::String(text) => self.text(text),
            Expr::Multiline(text) => self.text(text),
            other => other.for_each_child(&mut |child| self.value(child)),
        }
    }

    fn entry(&mut self, entry: &'g Entry) {
        match entry {
            Entry::Property(Key::Name(name), value) => self.at(Step::Name(name), |walk| {
                if is_secret(name) {
                    walk.named(name, value);
                }
                walk.value(value);
            }),
            Entry::Property(Key::Computed(_), value) | Entry::Spread(value) => self.value(value),
        }
    }

    /// A secret by its name, be it a text or an object around one.
    fn named(&mut self, name: &str, value: &'g Expr) {
        match value.get("value") {
            Some(inner) => self.at(Step::Name("value"), |walk| walk.secret(name, inner)),
            None => self.secret(name, value),
        }
    }

    /// An object of a name and a value, such as a variable of an app.
    fn pair(&mut self, entries: &'g [Entry]) {
        let find = |wanted: &str| {
            entries.iter().find_map(|entry| match entry {
                Entry::Property(Key::Name(name), value) if **name == *wanted => Some(value),
                _ => None,
            })
        };
        let Some(name) = find("name").and_then(Expr::as_text).filter(|name| is_secret(name)) else { return };
        for wanted in VALUES {
            if let Some(value) = find(wanted) {
                self.at(Step::Name(wanted), |walk| walk.secret(name, value));
            }
        }
    }

    /// What stands behind a name of a secret. A param that is not secure shows its default.
    fn secret(&mut self, name: &str, value: &'g Expr) {
        let (value, via) = self.graph.behind(value);
        let (value, via) = match self.graph.target(value) {
            Some((_, node @ Node { kind: NodeKind::Param(param), .. })) if !param.secure => {
                (param.default.as_ref().unwrap_or(value), Some(node))
            }
            _ => (value, via),
        };
        // A connection string is found where it is written.
        let is_found = |text: &str| via.is_some() && inside(text).is_some();
        if value.as_text().is_some_and(|text| is_value(text) && !is_found(text)) {
            self.found(&format!("is a secret that is written out, by its name `{name}`"), via);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(key) = inside(text) {
            self.found(&format!("has a secret written out in it, behind `{key}`"), None);
        }
    }

    fn found(&mut self, what: &str, via: Option<&Node>) {
        let symbol = &self.node.symbol;
        let place = match self.place() {
            path if path.is_empty() => format!("the {} `{symbol}`", self.node.keyword()),
            path => format!("`{path}` of `{symbol}`"),
        };
        let finding = Finding::at(Check::SECRET_LITERAL, self.node, format!("{place} {what}"));
        let finding = match via {
            Some(via) => finding.note(via, format!("its value comes from `{}`", via.symbol)),
            None => finding,
        };
        let is_allowable = matches!(self.node.kind, NodeKind::Resource(_));
        self.findings.push(if is_allowable { finding.help(HELP) } else { finding });
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Name(name) if place.is_empty() => place.push_str(name),
                Step::Name(name) => place.extend([".", name]),
                Step::Item(index) => place.extend(["[", &index.to_string(), "]"]),
            }
        }
        place
    }
}

const HELP: &str = "give it a secure param, `g.secret(\"name\")`, or a reference to a key vault, or allow it with the reason why it is no secret";

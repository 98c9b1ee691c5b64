//! A value in a resource as a rule sees it. What is not known now is nothing, never a guess. It must not know the rules.

use super::{Context, ResourceFacts};
use crate::expr::{Accessor, Entry, Expr, Item};

/// A value in a resource, as a rule sees it. Vars are followed.
#[derive(Clone, Copy)]
pub struct ValueFacts<'g> {
    graph: &'g Context<'g>,
    expr: &'g Expr,
}

impl<'g> ValueFacts<'g> {
    pub(super) fn new(graph: &'g Context<'g>, expr: &'g Expr) -> Self {
        ValueFacts { graph, expr }
    }

    pub(super) fn graph(&self) -> &'g Context<'g> {
        self.graph
    }

    /// The value, behind the vars that name it.
    pub fn expr(&self) -> &'g Expr {
        self.graph.behind(self.expr).0
    }

    /// The text of the value in Bicep, on one line, vars by their names.
    pub fn bicep(&self) -> String {
        self.graph.written(self.expr)
    }

    /// What is at a path such as `properties.addressPrefix`, where it is written out.
    pub fn at(&self, path: &str) -> Option<ValueFacts<'g>> {
        let step = |value: ValueFacts<'g>, name| value.expr().get(name).map(|expr| ValueFacts::new(self.graph, expr));
        path.split('.').try_fold(*self, step)
    }

    /// Whether nothing is at a path, and nothing can come there that is not known now.
    pub fn lacks(&self, path: &str) -> bool {
        let mut value = *self;
        for name in path.split('.') {
            let Expr::Object(entries) = value.expr() else { return false };
            match value.at(name) {
                Some(next) => value = next,
                None => return entries.iter().all(|entry| entry.name().is_some()),
            }
        }
        *value.expr() == Expr::Null
    }

    /// The text, if it is one that is known now.
    pub fn text(&self) -> Option<&'g str> {
        self.expr().as_text()
    }

    /// The text at a path.
    pub fn text_at(&self, path: &str) -> Option<&'g str> {
        self.at(path)?.text()
    }

    /// The number, if it is one that is known now.
    pub fn number(&self) -> Option<i64> {
        match self.expr() {
            Expr::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The items of a list that is written out, without those that a loop or a spread makes.
    pub fn items(&self) -> impl Iterator<Item = ValueFacts<'g>> + use<'g> {
        let graph = self.graph;
        let items: &'g [Item] = match self.expr() {
            Expr::Array(items) => items,
            _ => &[],
        };
        items.iter().filter_map(move |item| match item {
            Item::Value(expr) => Some(ValueFacts::new(graph, expr)),
            Item::Spread(_) => None,
        })
    }

    /// Whether it is a list of which all items are written out.
    pub fn is_whole_list(&self) -> bool {
        matches!(self.expr(), Expr::Array(items) if items.iter().all(|item| matches!(item, Item::Value(_))))
    }

    /// The items at a path.
    pub fn items_at(&self, path: &str) -> impl Iterator<Item = ValueFacts<'g>> + use<'g> {
        self.at(path).into_iter().flat_map(|list| list.items())
    }

    /// The names of the properties of an object, as far as they are known now.
    pub fn names(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        let entries: &'g [Entry] = match self.expr() {
            Expr::Object(entries) => entries,
            _ => &[],
        };
        entries.iter().filter_map(Entry::name)
    }

    /// The resources that anything at a path refers to, in the order of the text.
    pub fn references(&self, path: &str) -> Vec<ResourceFacts<'g>> {
        let mut found = Vec::new();
        if let Some(value) = self.at(path) {
            let graph = self.graph;
            graph.for_each_read(value.expr, &mut |read| found.extend(ResourceFacts::of(graph, read.resource)));
        }
        found
    }

    /// The properties of resources that anything in it reads, with vars followed: `properties.endpoint`; nothing where the
    /// resource as a whole is named.
    pub fn reads(&self) -> Vec<(ResourceFacts<'g>, String)> {
        let (graph, mut found) = (self.graph, Vec::new());
        graph.for_each_read(self.expr, &mut |read| {
            let path: Vec<_> = read.names().collect();
            found.extend(ResourceFacts::of(graph, read.resource).map(|resource| (resource, path.join("."))));
        });
        found
    }

    /// The values in it that are neither objects nor lists, each with its path: `properties.secrets[].value`. Vars are followed.
    pub fn leaves(&self) -> Vec<(String, ValueFacts<'g>)> {
        let mut found = Vec::new();
        self.walk("", &mut |path, value| found.push((path.to_owned(), value)));
        found
    }

    fn walk(&self, path: &str, visit: &mut dyn FnMut(&str, ValueFacts<'g>)) {
        let of = |expr| ValueFacts::new(self.graph, expr);
        match self.expr() {
            Expr::Object(entries) => entries.iter().for_each(|entry| {
                let dot = if path.is_empty() { "" } else { "." };
                match entry {
                    Entry::Property(key, value) => {
                        of(value).walk(&format!("{path}{dot}{}", key.as_name().unwrap_or("*")), visit);
                    }
                    Entry::Spread(object) => of(object).walk(path, visit),
                }
            }),
            Expr::Array(items) => items.iter().for_each(|item| of(item.expr()).walk(&format!("{path}[]"), visit)),
            _ => visit(path, *self),
        }
    }

    /// The resource whose id it is, and nothing else.
    pub fn id_of(&self) -> Option<ResourceFacts<'g>> {
        match self.expr() {
            Expr::Access(access) if access.1 == Accessor::Property("id".into()) => {
                ValueFacts::new(self.graph, &access.0).named()
            }
            _ => None,
        }
    }

    /// The resource that it names.
    pub(super) fn named(&self) -> Option<ResourceFacts<'g>> {
        let (_, node) = self.graph.target(self.expr())?;
        ResourceFacts::of(self.graph, node)
    }
}

impl std::fmt::Debug for ValueFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.expr)
    }
}

//! Graphs with a single fault, for tests of what finds it. It must not know which faults there are.

use crate::check::{self, Facts, Report};
use crate::expr::{Entry, Expr, Item, Key};
use crate::graph::{Graph, Node, NodeId, NodeKind, Nodes, ResourceNode};
use crate::layout::Layout;
use crate::scenario::Scenario;
use crate::scope::Scope;

/// A graph that can be changed after it was made.
#[derive(Debug)]
pub struct Mutant {
    nodes: Nodes,
}

impl<S: Scope> From<Graph<S>> for Mutant {
    fn from(graph: Graph<S>) -> Self {
        Mutant { nodes: graph.into_nodes() }
    }
}

impl From<&Scenario> for Mutant {
    fn from(scenario: &Scenario) -> Self {
        Mutant { nodes: scenario.nodes() }
    }
}

impl Mutant {
    /// Without a statement and those nested in it. References to it lead nowhere.
    pub fn without(self, symbol: &str) -> Self {
        let gone = self.find(symbol);
        let is_gone =
            |node: &Node| node.index == gone || node.nested_in.is_some_and(|outer| outer.index() == gone as usize);
        let kept: Vec<_> = self.nodes.all.iter().map(|node| !is_gone(node)).collect();
        self.rebuilt(&kept, |_| {})
    }

    /// With a value at a path such as `properties.subnets[0].properties.addressPrefix` of a resource.
    pub fn with(self, symbol: &str, path: &str, value: impl Into<Expr>) -> Self {
        let value = value.into();
        self.changed(symbol, |resource| resource.body = set(&resource.body, &steps(path), Some(&value)))
    }

    /// Without the value at a path of a resource.
    pub fn without_value(self, symbol: &str, path: &str) -> Self {
        self.changed(symbol, |resource| resource.body = set(&resource.body, &steps(path), None))
    }

    /// With every reference of a resource to `from` leading to `to`.
    pub fn retargeted(self, symbol: &str, from: &str, to: &str) -> Self {
        let (from, to) = (self.nodes.id(self.find(from) as usize), self.nodes.id(self.find(to) as usize));
        let lead =
            |expr: &Expr| expr.replaced(&mut |part| (*part == Expr::Reference(from)).then_some(Expr::Reference(to)));
        self.changed(symbol, |resource| {
            resource.body = lead(&resource.body);
            resource.scope = resource.scope.as_ref().map(&lead);
            resource.parent = resource.parent.map(|parent| if parent == from { to } else { parent });
        })
    }

    /// With a resource that waits for nothing but what it refers to.
    pub fn without_waits(self, symbol: &str) -> Self {
        self.changed(symbol, |resource| resource.depends_on.clear())
    }

    /// With a copy of a statement under another symbol.
    pub fn with_copy(mut self, symbol: &str, copy: &'static str) -> Self {
        let mut node = self.nodes.all[self.find(symbol) as usize].clone();
        node.symbol = copy.into();
        self.nodes.push_placed(node);
        self
    }

    /// With a statement under another symbol.
    pub fn renamed(mut self, symbol: &str, to: &'static str) -> Self {
        let index = self.find(symbol) as usize;
        self.nodes.all[index].symbol = to.into();
        let all = vec![true; self.nodes.all.len()];
        self.rebuilt(&all, |_| {})
    }

    /// With another description of a statement.
    pub fn described(mut self, symbol: &str, description: &'static str) -> Self {
        let index = self.find(symbol) as usize;
        self.nodes.all[index].description = Some(description.into());
        self
    }

    /// The value at a path of a resource.
    pub fn value(&self, symbol: &str, path: &str) -> Expr {
        match &self.nodes.all[self.find(symbol) as usize].kind {
            NodeKind::Resource(resource) => resource.body.get(path).cloned().unwrap_or(Expr::Null),
            _ => Expr::Null,
        }
    }

    /// With another API version of a resource.
    pub fn with_version(self, symbol: &str, version: &'static str) -> Self {
        self.changed(symbol, |resource| resource.api_version = version.into())
    }

    /// A reference to a statement.
    pub fn reference(&self, symbol: &str) -> Expr {
        Expr::Reference(self.nodes.id(self.find(symbol) as usize))
    }

    /// All findings about it.
    pub fn report(&self) -> Report {
        check::run(&self.nodes, Layout::default()).1
    }

    /// Shows it to somebody who reads facts of it, whatever the checks find.
    pub fn examine<T>(&self, read: impl FnOnce(&Facts<'_>, &Report) -> T) -> T {
        let (context, report) = check::run(&self.nodes, Layout::default());
        read(&Facts(&context), &report)
    }

    fn find(&self, symbol: &str) -> u32 {
        let found =
            self.nodes.all.iter().find(|node| node.symbol == symbol && !matches!(node.kind, NodeKind::Output(_)));
        found.unwrap_or_else(|| panic!("the graph has no `{symbol}`")).index
    }

    fn changed(self, symbol: &str, change: impl FnOnce(&mut ResourceNode)) -> Self {
        let index = self.find(symbol) as usize;
        let mut change = Some(change);
        let all = vec![true; self.nodes.all.len()];
        self.rebuilt(&all, |node| match &mut node.kind {
            NodeKind::Resource(resource) if node.index as usize == index => {
                change.take().into_iter().for_each(|change| change(resource));
            }
            _ => {}
        })
    }

    /// The same nodes but those that are not kept, noted anew.
    fn rebuilt(self, kept: &[bool], mut change: impl FnMut(&mut Node)) -> Self {
        let old = self.nodes;
        let mut new = Nodes { regions: old.regions, rules: old.rules, ..Nodes::empty(Nodes::next_graph(), old.scope) };
        new.parameter_sets = Vec::new();
        let place = |id: NodeId| {
            let is_kept = kept.get(id.index()).copied().unwrap_or(false);
            let before = kept[..id.index().min(kept.len())].iter().filter(|kept| **kept).count();
            NodeId::at(if is_kept { new.graph } else { u32::MAX }, before)
        };
        let mut nodes = Vec::new();
        for mut node in old.all.into_iter().filter(|node| kept[node.index as usize]) {
            change(&mut node);
            node.nested_in = node.nested_in.map(place);
            if let NodeKind::Resource(resource) = &mut node.kind {
                resource.parent = resource.parent.map(place);
            }
            node.map_exprs(&mut |expr| {
                expr.replaced(&mut |part| match part {
                    Expr::Reference(id) => Some(Expr::Reference(place(*id))),
                    _ => None,
                })
            });
            nodes.push(node);
        }
        for node in nodes {
            new.push_placed(node);
        }
        Mutant { nodes: new }
    }
}

/// A step of a path: the name of a property, or the position of an item.
#[derive(Debug)]
enum Step<'p> {
    Name(&'p str),
    Position(usize),
}

fn steps(path: &str) -> Vec<Step<'_>> {
    let parts = path.split(['.', '[']).map(|part| part.trim_end_matches(']'));
    parts.map(|part| part.parse().map_or(Step::Name(part), Step::Position)).collect()
}

fn set(expr: &Expr, steps: &[Step<'_>], value: Option<&Expr>) -> Expr {
    match (expr, steps) {
        (_, []) => value.cloned().unwrap_or(Expr::Null),
        (Expr::Array(items), [Step::Position(at), rest @ ..]) => {
            let items = items.iter().enumerate().map(|(index, item)| match item {
                Item::Value(inner) if index == *at => Item::Value(set(inner, rest, value)),
                item => item.clone(),
            });
            Expr::Array(items.collect())
        }
        (Expr::Object(entries), [Step::Name(name), rest @ ..]) => {
            let is_last = rest.is_empty();
            let mut entries = entries.to_vec();
            let at = entries.iter().position(|entry| entry.name() == Some(name));
            match (at, value) {
                (Some(at), None) if is_last => drop(entries.remove(at)),
                (Some(at), _) => {
                    if let Entry::Property(_, inner) = &mut entries[at] {
                        *inner = set(inner, rest, value);
                    }
                }
                (None, Some(value)) if is_last => {
                    entries.push(Entry::Property(Key::Name((*name).to_owned().into()), value.clone()));
                }
                (None, _) => panic!("nothing is at `{name}`"),
            }
            Expr::Object(entries.into())
        }
        (other, steps) => panic!("{other} has no {steps:?}"),
    }
}

//! What an expression takes from a resource: the steps from its symbol to the value. It must not know files.

use crate::check::Context;
use crate::expr::{Accessor, Expr};
use crate::graph::NodeId;

/// A resource, or an element of what a loop makes of it, and the steps from there.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) node: NodeId,
    /// Which element of what a loop makes, where that is said.
    pub(super) element: Option<Expr>,
    /// In which turns of the loops around that loop, the innermost first, where the chain is read outside of them. Whoever
    /// reads it has come through the outer loop first, and so this is the order of the positions behind the node.
    pub(super) turns: Vec<Expr>,
    /// `!` behind it: somebody promises that it is there.
    pub(super) promised: bool,
    pub(super) steps: Vec<Accessor>,
}

impl Chain {
    /// The whole expression as a chain, if nothing in its steps is computed.
    pub(super) fn of(graph: &Context<'_>, expr: &Expr) -> Option<Chain> {
        Chain::from(expr, &|base| graph.target(base).map(|(index, _)| graph.nodes.id(index)))
    }

    /// As [`of`](Self::of), in a file where nothing is named by its symbol any more.
    pub(super) fn read(expr: &Expr) -> Option<Chain> {
        Chain::from(expr, &|base| match base {
            Expr::Reference(node) => Some(*node),
            _ => None,
        })
    }

    fn from(expr: &Expr, node: &dyn Fn(&Expr) -> Option<NodeId>) -> Option<Chain> {
        if let Expr::Access(access) = expr {
            return Chain::from(&access.0, node)?.then(&access.1);
        }
        Some(Chain { node: node(expr)?, element: None, turns: Vec::new(), promised: false, steps: Vec::new() })
    }

    /// `self.name`
    pub(super) fn property(node: NodeId, name: &'static str) -> Chain {
        let steps = vec![Accessor::Property(name.into())];
        Chain { node, element: None, turns: Vec::new(), promised: false, steps }
    }

    /// Whether it is the name of the resource, and nothing of that.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.steps.as_slice(), [Accessor::Property(name)] if name == "name")
    }

    /// Whether it is the id of a resource.
    pub(super) fn is_id(&self) -> bool {
        matches!(self.steps.as_slice(), [Accessor::Property(name)] if name == "id")
    }

    /// Whether it is read with care: it may be that there is nothing.
    pub(super) fn is_guarded(&self) -> bool {
        matches!(self.steps.first(), Some(Accessor::SafeProperty(_)))
    }

    /// The same without that care.
    pub(super) fn unguarded(mut self) -> Chain {
        if let Some(first) = self.steps.first_mut()
            && let Accessor::SafeProperty(name) = first
        {
            *first = Accessor::Property(name.clone());
        }
        self
    }

    fn then(mut self, step: &Accessor) -> Option<Chain> {
        match step {
            Accessor::Index(index) if self.is_bare() && self.element.is_none() => self.element = Some(index.clone()),
            Accessor::Index(index) if self.is_bare() => self.turns.push(index.clone()),
            Accessor::NonNull if self.is_bare() => self.promised = true,
            step if is_fixed(step) => self.steps.push(step.clone()),
            _ => return None,
        }
        Some(self)
    }

    /// Where it is meant, among all that loops make of its node.
    pub(super) fn position(&self) -> Vec<Expr> {
        self.element.iter().chain(&self.turns).cloned().collect()
    }

    fn is_bare(&self) -> bool {
        self.steps.is_empty() && !self.promised
    }

    /// The chain behind a reference to its resource, or behind what stands for it.
    pub(super) fn behind(&self, resource: Expr) -> Expr {
        let element = self.position().into_iter().fold(resource, Expr::index);
        let promised = if self.promised { element.access(Accessor::NonNull) } else { element };
        self.steps.iter().fold(promised, |base, step| base.access(step.clone()))
    }

    /// The names of the steps: `properties`, `endpoint`.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.steps.iter().filter_map(|step| match step {
            Accessor::Property(name) | Accessor::SafeProperty(name) => Some(&**name),
            Accessor::Call(call) => Some(&*call.function),
            _ => None,
        })
    }
}

/// Whether a step is the same in every file.
fn is_fixed(step: &Accessor) -> bool {
    let is_literal = |expr: &Expr| matches!(expr, Expr::Int(_) | Expr::String(_));
    match step {
        Accessor::Property(_) | Accessor::SafeProperty(_) | Accessor::NonNull => true,
        Accessor::Index(index) | Accessor::SafeIndex(index) => is_literal(index),
        Accessor::Call(call) => call.arguments.is_empty(),
        _ => false,
    }
}

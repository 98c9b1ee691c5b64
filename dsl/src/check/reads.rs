//! What an expression reads of resources, directly or through vars. It must not know which of it is allowed where.

use super::Context;
use super::follow::DEEPEST;
use crate::expr::{Accessor, Expr};
use crate::graph::{Node, NodeKind};

/// A property of a resource that an expression reads.
pub(super) struct Read<'r, 'g> {
    /// The resource, or the module whose outputs are read.
    pub(super) resource: &'g Node,
    /// What follows it in the text, from left to right; nothing where the resource itself is named.
    pub(super) path: &'r [&'g Accessor],
    /// The vars that lead to it, the outermost first.
    pub(super) via: &'r [&'g Node],
}

impl<'g> Context<'g> {
    /// Visits everything that an expression reads of resources, in the order of the text.
    pub(super) fn for_each_read(&self, expr: &'g Expr, visit: &mut dyn FnMut(&Read<'_, 'g>)) {
        self.reads(expr, &mut Vec::new(), visit);
    }

    fn reads(&self, expr: &'g Expr, via: &mut Vec<&'g Node>, visit: &mut dyn FnMut(&Read<'_, 'g>)) {
        let mut path = Vec::new();
        let mut base = expr;
        while let Expr::Access(access) = base {
            path.push(&access.1);
            base = &access.0;
        }
        path.reverse();
        match self.target(base) {
            Some((_, node)) => self.read(node, &path, via, visit),
            None if path.is_empty() => expr.for_each_child(&mut |child| self.reads(child, via, visit)),
            None => self.reads(base, via, visit),
        }
        // What stands in brackets and between parentheses.
        for accessor in path {
            accessor.for_each_inside(&mut |child| self.reads(child, via, visit));
        }
    }

    fn read(
        &self,
        node: &'g Node,
        path: &[&'g Accessor],
        via: &mut Vec<&'g Node>,
        visit: &mut dyn FnMut(&Read<'_, 'g>),
    ) {
        match &node.kind {
            NodeKind::Resource(_) | NodeKind::Module(_) => visit(&Read { resource: node, path, via }),
            NodeKind::Var(var) if via.len() < usize::from(DEEPEST) => {
                via.push(node);
                match self.target(&var.value) {
                    // The var is another name for it.
                    Some((_, target)) => self.read(target, path, via, visit),
                    None => self.reads(&var.value, via, visit),
                }
                via.pop();
            }
            _ => {}
        }
    }
}

impl Read<'_, '_> {
    /// The names of what is read, as a message shows them: `properties.endpoint`.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.path.iter().filter_map(|accessor| match accessor {
            Accessor::Property(name) | Accessor::SafeProperty(name) => Some(&**name),
            Accessor::Call(call) => Some(&*call.function),
            _ => None,
        })
    }
}

//! From an expression to what it names. It must not know why it is asked.

use super::Context;
use crate::expr::Expr;
use crate::graph::{Node, NodeKind};

/// How many vars are followed from one to the next. A cycle of them is reported elsewhere.
pub(super) const DEEPEST: u8 = 16;

impl<'g> Context<'g> {
    /// The node that an expression names.
    pub(crate) fn target(&self, expr: &Expr) -> Option<(usize, &'g Node)> {
        let index = match expr {
            Expr::Reference(id) => self.nodes.get(*id).map(|_| id.index()),
            Expr::Symbol(symbol) => self.symbols.find(self.nodes, symbol),
            _ => None,
        }?;
        Some((index, &self.nodes.all[index]))
    }

    /// What an expression is when the vars that it names are followed, and the last of these.
    pub(super) fn behind(&self, mut expr: &'g Expr) -> (&'g Expr, Option<&'g Node>) {
        let mut via = None;
        for _ in 0..DEEPEST {
            match self.target(expr) {
                Some((_, node @ Node { kind: NodeKind::Var(var), .. })) => (expr, via) = (&var.value, Some(node)),
                _ => break,
            }
        }
        (expr, via)
    }
}

//! Calls of functions, whose last argument may open its bracket on the line of the call.

use super::document::Line;
use super::expression::{Printer, is_bracketed};
use crate::expr::Expr;

impl Printer<'_> {
    pub(super) fn call(&mut self, function: &str, arguments: &[Expr]) {
        self.document.text(function);
        match arguments {
            [] => self.document.text("()"),
            // A single argument is never indented: `foo({`.
            [argument] => {
                self.document.text("(");
                self.expression(argument);
                self.document.text(")");
            }
            [others @ .., last] => self.arguments(others, last),
        }
    }

    /// All on one line, or each on its own; but a last argument in brackets may break alone, as a tail.
    fn arguments(&mut self, others: &[Expr], last: &Expr) {
        let names = self.names;
        let group = self.document.begin_group();
        self.document.text("(");
        let mut is_tail = false;
        self.document.indented(|document| {
            document.line(Line::Empty);
            for argument in others {
                Printer::new(document, names).expression(argument);
                document.text(",");
                document.line(Line::Space);
            }
            let others_break = document.is_forced_since(group);
            let start = document.position();
            Printer::new(document, names).expression(last);
            is_tail = !others_break && may_be_tail(last, document.is_forced_since(group));
            if is_tail {
                document.make_tail(start);
            }
        });
        self.document.line(Line::Empty);
        self.document.text(")");
        if is_tail {
            self.document.end_group_around_tail(group);
        } else {
            self.document.end_group(group);
        }
    }
}

/// Whether the official formatter takes a last argument for a tail: brackets that break, but also those with nothing
/// inside, for it looks at whether they are a group.
fn may_be_tail(argument: &Expr, breaks: bool) -> bool {
    match argument {
        Expr::Lambda(lambda) if is_bracketed(&lambda.body) => breaks || is_empty(&lambda.body),
        brackets if is_bracketed(brackets) => breaks || is_empty(brackets),
        _ => false,
    }
}

fn is_empty(brackets: &Expr) -> bool {
    match brackets {
        Expr::Array(items) => items.is_empty(),
        Expr::Object(entries) => entries.is_empty(),
        _ => false,
    }
}

//! Calls of functions, whose last argument may open its bracket on the line of the call.

use super::document::Line;
use super::expression::{Printer, is_bracketed};
use crate::expr::Expr;

impl Printer<'_> {
    pub(super) fn call(&mut self, function: &str, arguments: &[Expr]) {
        self.document.text(function);
        self.document.text("(");
        match arguments {
            [] => {}
            // A single argument is never indented: `foo({`.
            [argument] => self.expression(argument),
            _ => self.arguments(arguments),
        }
        self.document.text(")");
    }

    /// All on one line, or each on its own; but a last argument in brackets may break alone, as a tail.
    fn arguments(&mut self, arguments: &[Expr]) {
        let names = self.names;
        let Some((last, others)) = arguments.split_last() else { return };
        let group = self.document.begin_group();
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
            is_tail = !others_break && may_be_tail(last) && document.is_forced_since(group);
            if is_tail {
                document.make_tail(start);
            }
        });
        self.document.line(Line::Empty);
        if is_tail {
            self.document.end_group_around_tail(group);
        } else {
            self.document.end_group(group);
        }
    }
}

fn may_be_tail(argument: &Expr) -> bool {
    match argument {
        Expr::Lambda(lambda) => is_bracketed(&lambda.body),
        other => is_bracketed(other),
    }
}

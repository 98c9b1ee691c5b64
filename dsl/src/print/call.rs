//! Calls of functions, whose last argument may open its bracket on the line of the call.

use super::document::Line;
use super::expression::Printer;
use crate::expr::{Entry, Expr, Item};

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
        let (mut others_break, mut has_tail) = (false, false);
        self.document.text("(");
        self.document.indented(|document| {
            document.line(Line::Empty);
            for argument in others {
                Printer::new(document, names).expression(argument);
                document.text(",");
                document.line(Line::Space);
            }
            others_break = document.is_forced_since(group);
            let start = document.position();
            Printer::new(document, names).expression(last);
            let (tail, is_forced) = (tail(last), document.is_forced_since(group));
            has_tail = !others_break && tail.is_some() && (tail != Some(Tail::Spread) || is_forced);
            if has_tail {
                document.make_tail(start, tail == Some(Tail::Empty) || is_forced);
            }
        });
        self.document.line(Line::Empty);
        self.document.text(")");
        if has_tail {
            self.document.end_group_around_tail();
        } else {
            self.document.end_group(group);
        }
    }
}

#[derive(PartialEq)]
enum Tail {
    /// Brackets with nothing inside: the official formatter takes them for a tail, for it looks for a group.
    Empty,
    /// Brackets that become a tail where their lines break.
    Filled,
    /// Brackets with nothing but spreads: the official formatter keeps their lines only for what is forced to break in them.
    Spread,
}

/// What a last argument is that ends in brackets.
fn tail(argument: &Expr) -> Option<Tail> {
    let (is_empty, is_filled) = match argument {
        Expr::Array(items) => (items.is_empty(), items.iter().any(|item| matches!(item, Item::Value(_)))),
        Expr::Object(entries) => (entries.is_empty(), entries.iter().any(|entry| matches!(entry, Entry::Property(..)))),
        Expr::Lambda(lambda) if matches!(lambda.body, Expr::Array(_) | Expr::Object(_)) => return tail(&lambda.body),
        _ => return None,
    };
    Some(match (is_empty, is_filled) {
        (true, _) => Tail::Empty,
        (_, true) => Tail::Filled,
        _ => Tail::Spread,
    })
}

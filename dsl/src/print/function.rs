//! Functions of the user's own to documents: all behind the symbol. It must not know where lines break.

use super::document::Line;
use super::expression::Printer;
use crate::expr::{Expr, Text};
use crate::types::Type;

impl Printer<'_> {
    /// Writes `(name string) string => body`.
    pub(crate) fn function(&mut self, parameters: &[(Text, Type)], returns: &Type, body: &Expr) {
        match parameters {
            [] => self.document.text("()"),
            // A single one is never indented, as a single argument.
            [parameter] => {
                self.document.text("(");
                self.parameter(parameter);
                self.document.text(")");
            }
            parameters => self.parameters(parameters),
        }
        self.document.text(" ");
        self.ty(returns);
        self.arrow(body);
    }

    /// All on one line, or each on its own.
    fn parameters(&mut self, parameters: &[(Text, Type)]) {
        let names = self.names;
        let group = self.document.begin_group();
        self.document.text("(");
        self.document.indented(|document| {
            for (index, parameter) in parameters.iter().enumerate() {
                if index > 0 {
                    document.text(",");
                }
                document.line(if index == 0 { Line::Empty } else { Line::Space });
                Printer::new(document, names).parameter(parameter);
            }
        });
        self.document.line(Line::Empty);
        self.document.text(")");
        self.document.end_group(group);
    }

    fn parameter(&mut self, (name, ty): &(Text, Type)) {
        self.document.text(name);
        self.document.text(" ");
        self.ty(ty);
    }
}

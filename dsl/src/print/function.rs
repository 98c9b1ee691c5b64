//! Functions of the user's own to documents: all behind the symbol. It must not know where lines break.

use super::brackets::CALL;
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
        let (names, last) = (self.names, parameters.len() - 1);
        CALL.write(self.document, parameters.iter().enumerate(), |document, (index, parameter)| {
            Printer::new(document, names).parameter(parameter);
            if index < last {
                document.text(",");
            }
        });
    }

    fn parameter(&mut self, (name, ty): &(Text, Type)) {
        self.document.text(name);
        self.document.text(" ");
        self.ty(ty);
    }
}
